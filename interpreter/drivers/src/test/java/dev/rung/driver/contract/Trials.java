package dev.rung.driver.contract;

import dev.rung.driver.contract.Trial.Settings;
import dev.rung.driver.directory.DirectoryDriver;
import dev.rung.driver.file.FileDriver;
import dev.rung.engine.run.Workbench;
import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.Call;
import dev.rung.model.effect.ChangeOver;
import dev.rung.model.effect.Changes;
import dev.rung.model.effect.Command;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Import;
import dev.rung.model.effect.PutBack;
import dev.rung.model.effect.ReleaseHold;
import dev.rung.model.effect.Request;
import dev.rung.model.effect.Restore;
import dev.rung.model.effect.Run;
import dev.rung.model.effect.SetKey;
import dev.rung.model.effect.Sql;
import dev.rung.model.effect.Stage;
import dev.rung.model.effect.Start;
import dev.rung.model.effect.Stop;
import dev.rung.model.effect.Undo;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Signature;
import dev.rung.model.expression.Value;
import dev.rung.model.state.BackupSet.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is tried of every part of a kind: each effect that can befall it. */
final class Trials {
    private static final Duration LONG = Duration.ofSeconds(20);

    private static final Settings STILL = new Settings(false, false, false);
    private static final Settings TEARING = new Settings(false, true, false);
    private static final Settings RUNNING = new Settings(true, true, false);
    private static final Settings KEYED = new Settings(false, false, true);

    private Trials() {}

    static List<Trial> all() {
        List<Trial> all = new ArrayList<>();
        Fixtures.all().forEach(fixture -> all.addAll(of(fixture)));
        all.addAll(ofPrograms());
        all.addAll(ofRequests());
        return all;
    }

    static List<Trial> of(Fixture fixture) {
        String driver = name(fixture);
        List<Trial> trials = new ArrayList<>(
                switch (fixture) {
                    case Fixture.OfArtifact artifact -> ofArtifact(driver, artifact);
                    case Fixture.OfService service -> ofService(driver, service);
                    case Fixture.OfConfig config -> ofConfig(driver, config);
                    case Fixture.OfData data -> ofData(driver, data);
                });
        trials.addAll(fixture.others());
        return trials;
    }

    /** With its kind, where several drivers share it. */
    private static String name(Fixture fixture) {
        Signature own = fixture.driver().signature();
        boolean shared = Fixtures.all().stream()
                        .filter(other -> other.driver().signature().name().equals(own.name()))
                        .count()
                > 1;
        return shared ? own.name() + " of " + own.gives().word() : own.name();
    }

    private static List<Trial> ofArtifact(String driver, Fixture.OfArtifact artifact) {
        Site site = Site.empty().with("code", artifact.driver(), artifact.arguments());
        site = site.staging("code", artifact.source());
        Stage stage = site.staging().getFirst();
        ChangeOver changeOver = new ChangeOver("code", Site.NEXT);
        Changes changes = new Changes("upgrade/2/install", Set.of(), Set.of("code"), true, false, true);
        Run install = new Run("install", command(artifact.otherInstaller()), changes);
        Trial.Leading staged = (folder, bench) -> bench.carryOut(stage, LONG);
        Trial.Leading changed = (folder, bench) -> {
            bench.carryOut(stage, LONG);
            bench.carryOut(changeOver, LONG);
        };
        return List.of(
                trial(driver + ": stage", 3, site, artifact::lay, Trials::nothing, stage, STILL),
                trial(driver + ": change over", 3, site, artifact::lay, staged, changeOver, STILL),
                trial(driver + ": put back", 3, site, artifact::lay, changed, new PutBack("code"), STILL),
                trial(driver + ": kept, changed by a program", 3, site, artifact::lay, staged, install, STILL));
    }

    private static List<Trial> ofService(String driver, Fixture.OfService service) {
        Site site = Site.empty()
                .with("code", new FileDriver(), Map.of("path", "app.sh"))
                .with("rows", new DirectoryDriver(), Map.of("path", "rows"))
                .with("server", service.driver(), service.arguments(List.of("sh", "app.sh")))
                .staging("code", "two.sh");
        Stop stop = new Stop("server");
        Start start = new Start("server");
        Trial.Leading held = (folder, bench) -> bench.carryOut(stop, LONG);
        Trial.Leading changed = (folder, bench) -> {
            bench.carryOut(site.staging().getFirst(), LONG);
            bench.carryOut(stop, LONG);
            bench.carryOut(backUp("rows", Level.READ_BACK), LONG);
            bench.carryOut(new ChangeOver("code", Site.NEXT), LONG);
        };
        return List.of(
                trial(driver + ": stop", 3, site, Trials::script, Trials::nothing, stop, RUNNING),
                within(service.starts(), trial(driver + ": start", 3, site, Trials::script, held, start, RUNNING)),
                within(
                        service.starts(),
                        trial(driver + ": start the new release", 3, site, Trials::script, changed, start, RUNNING)),
                trial(driver + ": let go", 2, site, Trials::script, held, new ReleaseHold("server"), RUNNING));
    }

    /** The new release migrates what the old one has written. */
    private static void script(Path folder) throws Exception {
        String loop = "trap 'kill $!; sleep 0.05; exit 0' TERM\nsleep 300 &\nwait\n";
        Files.writeString(folder.resolve("app.sh"), loop);
        Files.writeString(
                folder.resolve("two.sh"), "echo 2 > rows/a\nsleep 0.01\necho 2 > rows/b\nsleep 0.01\n" + loop);
        rows(folder);
    }

    private static void rows(Path folder) throws Exception {
        Files.createDirectory(folder.resolve("rows"));
        Files.writeString(folder.resolve("rows/a"), "1\n");
    }

    private static List<Trial> ofData(String driver, Fixture.OfData data) {
        Site site = Site.empty().with("data", data.driver(), data.arguments());
        Trial.Leading changed = (folder, bench) -> {
            bench.carryOut(backUp("data", Level.READ_BACK), LONG);
            if (data instanceof Fixture.OfDatabase database) {
                database.dump(folder);
            }
            data.change(folder);
            bench.believe(state -> state.touched(Set.of("data"), bench.layout()));
        };
        List<Trial> trials = new ArrayList<>();
        trials.add(backedUp(driver + ": back up", site, data));
        trials.add(new Trial(
                driver + ": restore",
                data instanceof Fixture.OfDatabase ? 2 : 3,
                site,
                data::lay,
                changed,
                state -> new Restore(Set.of("data"), state.sets().getLast().id()),
                LONG,
                settings(data, data.tears())));
        if (data instanceof Fixture.OfDatabase database) {
            Changes changes = new Changes("upgrade/2/sql", Set.of("data"), Set.of(), true, false, false);
            Sql sql = new Sql("change", "data", text(database.change()), Optional.empty(), changes);
            Trial.Leading covered = (folder, bench) -> bench.carryOut(backUp("data", Level.READ_BACK), LONG);
            trials.add(trial(driver + ": sql", 3, site, data::lay, covered, sql, TEARING));
            Import in = new Import(Set.of("data"), Optional.of(text("dump.sql")), "dump.sql");
            trials.add(trial(driver + ": import", 2, site, data::lay, changed, in, STILL));
        }
        return trials;
    }

    /** As a whole it is data; each key is code. */
    private static List<Trial> ofConfig(String driver, Fixture.OfConfig config) {
        Site plain = Site.empty().with("data", config.driver(), config.arguments());
        SetKey set = new SetKey("data", config.key(), Optional.of(text("new")));
        SetKey unset = new SetKey("data", config.key(), Optional.empty());
        Site site = plain.deed(Site.step("upgrade/2/set", List.of(), set));
        Trial.Leading changed = (folder, bench) -> bench.carryOut(set, LONG);
        Trial.Leading gone = (folder, bench) -> bench.carryOut(unset, LONG);
        PutBack putBack = new PutBack(set.part());
        List<Trial> trials = new ArrayList<>(ofData(driver, config));
        trials.add(trial(driver + ": set a key", 3, site, config::lay, Trials::nothing, set, KEYED));
        trials.add(trial(driver + ": unset a key", 2, site, config::lay, Trials::nothing, unset, KEYED));
        trials.add(trial(driver + ": put a key back", 3, site, config::lay, changed, putBack, KEYED));
        trials.add(trial(driver + ": put a key back that is gone", 2, site, config::lay, gone, putBack, KEYED));
        return trials;
    }

    static Trial backedUp(String name, Site site, Fixture.OfData data) {
        return trial(name, 1, site, data::lay, Trials::nothing, backUp("data", Level.RESTORED), settings(data, false));
    }

    private static Settings settings(Fixture.OfData data, boolean tears) {
        return new Settings(false, tears, false, data::content);
    }

    /** Programs are no driver's; what they change is a folder. */
    private static List<Trial> ofPrograms() {
        Set<String> rows = Set.of("rows");
        String id = "upgrade/2/run";
        Changes plain = new Changes(id, rows, Set.of(), true, false, true);
        Run run = new Run("note", slowly(2), plain);
        Run undoable = new Run("note", slowly(2), new Changes(id, rows, Set.of(), true, true, false));
        Run erase = new Run("erase", slowly(1), Changes.nothing(id + "/undo", true));
        Site site = Site.empty()
                .with("rows", new DirectoryDriver(), Map.of("path", "rows"))
                .deed(Site.step(id, List.of(Site.step(id + "/undo", List.of(), erase)), undoable));
        Trial.Leading covered = (folder, bench) -> bench.carryOut(backUp("rows", Level.READ_BACK), LONG);
        Trial.Leading done = (folder, bench) -> bench.carryOut(undoable, LONG);
        return List.of(
                trial("program: run", 3, site, Trials::rows, covered, run, TEARING),
                trial("program: run what has an undo", 3, site, Trials::rows, Trials::nothing, undoable, TEARING),
                trial("program: take back", 3, site, Trials::rows, done, new Undo(id, "note"), TEARING));
    }

    /** Nor are requests; what a server changes at one is a folder. */
    private static List<Trial> ofRequests() {
        Set<String> rows = Set.of("rows");
        String id = "upgrade/2/http";
        Call covered = new Call("PUT", request("PUT", "http-put"), new Changes(id, rows, Set.of(), true, false, true));
        Call undoable = new Call(
                "PUT", request("PUT", "http-put-what-has-an-undo"), new Changes(id, rows, Set.of(), true, true, false));
        Call put = new Call("PUT", request("PUT", "http-take-back"), undoable.changes());
        Call delete = new Call("DELETE", request("DELETE", "http-take-back"), Changes.nothing(id + "/undo", true));
        Site site = Site.empty()
                .with("rows", new DirectoryDriver(), Map.of("path", "rows"))
                .deed(Site.step(id, List.of(Site.step(id + "/undo", List.of(), delete)), put));
        Trial.Leading saved = (folder, bench) -> bench.carryOut(backUp("rows", Level.READ_BACK), LONG);
        Trial.Leading done = (folder, bench) -> bench.carryOut(put, LONG);
        return List.of(
                trial("http: put", 3, site, Trials::rows, saved, covered, TEARING),
                trial("http: put what has an undo", 3, site, Trials::rows, Trials::nothing, undoable, TEARING),
                trial("http: take back", 3, site, Trials::rows, done, new Undo(id, "PUT"), TEARING));
    }

    private static Request request(String method, String place) {
        String url = "http://127.0.0.1:" + System.getProperty(SlowServer.PORT) + "/" + place;
        return new Request(method, text(url), Map.of(), Optional.empty(), Set.of());
    }

    private static Command slowly(int value) {
        String write = "echo " + value + " > rows/";
        return command(
                List.of("sh", "-c", write + "a; sleep 0.1; [ " + value + " = 1 ] && rm -f rows/b || " + write + "b"));
    }

    private static BackUp backUp(String part, Level level) {
        return new BackUp(Set.of(part), "backups", level);
    }

    private static void nothing(Path folder, Workbench bench) {}

    private static Command command(List<String> words) {
        return new Command(words.stream().map(Trials::text).toList(), Optional.empty(), Map.of(), Set.of(0));
    }

    private static Expression text(String text) {
        return new Expression.Literal(new Value.Text(text));
    }

    private static Trial trial(
            String name,
            int cuts,
            Site site,
            Trial.Making made,
            Trial.Leading before,
            Effect effect,
            Settings settings) {
        return new Trial(name, cuts, site, made, before, state -> effect, LONG, settings);
    }

    private static Trial within(Duration limit, Trial trial) {
        return new Trial(
                trial.name(),
                trial.cuts(),
                trial.site(),
                trial.made(),
                trial.before(),
                trial.effect(),
                limit,
                trial.settings());
    }
}
