package dev.rung.engine.run;

import dev.rung.engine.driver.Artifact;
import dev.rung.engine.driver.Call;
import dev.rung.engine.driver.Commands;
import dev.rung.engine.driver.Database;
import dev.rung.engine.driver.Driver;
import dev.rung.engine.driver.DriverSet;
import dev.rung.engine.driver.Part;
import dev.rung.engine.driver.Progress;
import dev.rung.engine.driver.Requests;
import dev.rung.engine.driver.Service;
import dev.rung.engine.driver.Surroundings;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Signature;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Installation;
import dev.rung.model.version.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A small application that lives in this JVM and knows the truth about itself: which code is in place, in which form its
 * rows are, whether it runs. It can be cut off before, in, and behind every single thing that is done to it.
 */
final class ToyWorld {
    /** The interpreter died: nothing of it goes on, what it did to the world stays. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    String code = "1";
    int form = 1;
    String rows = "a,b,c";
    Optional<String> runs = Optional.of("1");
    boolean marked;
    String failsMigrationTo = "";
    int cutAt = -1;
    int touches;
    int looks;
    /** Somebody starts the server by hand right before it is looked at for this time. */
    int startedBeforeLook = -1;

    /** Does what it does, and ends with an exit code that says otherwise. */
    List<String> failsProgram = List.of();

    final ToySql sql = new ToySql(this);
    final ToyDownloads downloads = new ToyDownloads(this);
    final List<String> programs = new ArrayList<>();

    private final Map<String, String> noted = new HashMap<>();

    final List<String> requests = new ArrayList<>();
    /** Arrives, and is answered with an error: method and address. */
    String refuses = "";
    /** Arrives, and the connection is lost before it is answered. */
    String loses = "";
    /** Does nothing until it was asked for a few times how it stands, and then does it. */
    String isLateWith = "";

    final List<Requests.Open> late = new ArrayList<>();

    final Map<String, String> keptCode = new HashMap<>();

    /** Counts a moment at which the interpreter may die. */
    void moment() {
        if (touches++ == cutAt) {
            throw new Killed();
        }
    }

    /** @param name of the toy: {@code toy} where it is the only one */
    DriverSet drivers(String name) {
        return new DriverSet(
                List.of(
                        driver(name + "-code", Type.ARTIFACT, new ToyCode()),
                        driver(name + "-rows", Type.FILES, new ToyRows()),
                        driver(name + "-server", Type.SERVICE, new ToyServer())),
                List.of(
                        call(name + "-version", this::version),
                        call(name + "-health", this::health),
                        call(name + "-rows", () -> new Value.Text(rows))),
                this::received,
                downloads);
    }

    private Value version() {
        return runs.<Value>map(Value.Text::new).orElse(new Value.Unknown("nobody answers"));
    }

    private Value health() {
        return runs.<Value>map(v -> new Value.Truth(true)).orElse(new Value.Unknown("nobody answers"));
    }

    private static Driver driver(String name, Type kind, Part part) {
        Signature signature = new Signature(name, kind, List.of(), Set.of(), "");
        return new Driver() {
            @Override
            public Signature signature() {
                return signature;
            }

            @Override
            public Part open(Installation.Part ignored, Surroundings surroundings) {
                return part;
            }
        };
    }

    private static Call call(String name, java.util.function.Supplier<Value> answer) {
        Signature signature = new Signature(name, Type.READING, List.of(), Set.of(), "");
        return new Call() {
            @Override
            public Signature signature() {
                return signature;
            }

            @Override
            public Value read(Map<String, Value> arguments, Surroundings surroundings) {
                return answer.get();
            }
        };
    }

    private final class ToyCode implements Artifact {
        @Override
        public long size() {
            return code.length();
        }

        @Override
        public Optional<String> inPlace() {
            return Optional.of("digest-" + code);
        }

        @Override
        public Staged stage(Version version, String source, Optional<String> sha256, Progress progress) {
            moment();
            return new Staged(version, "digest-" + version, "staged-" + version);
        }

        @Override
        public void changeOver(Staged staged) throws Trouble {
            moment();
            mustBeDown("changed over under a running server");
            keptCode.put("digest-" + code, code);
            code = staged.version().written();
            moment();
        }

        @Override
        public void keep() {
            moment();
            keptCode.put("digest-" + code, code);
            moment();
        }

        @Override
        public void putBack(String digest) throws Trouble {
            moment();
            mustBeDown("put back under a running server");
            if (!digest.equals("digest-" + code)) {
                code = keptCode.get(digest);
            }
            moment();
        }
    }

    private void mustBeDown(String otherwise) {
        if (runs.isPresent()) {
            throw new AssertionError(otherwise);
        }
    }

    private final class ToyRows implements Database {
        @Override
        public long size() {
            return 10;
        }

        @Override
        public Fingerprint fingerprint() {
            return new Fingerprint(form + ":" + rows, 3);
        }

        @Override
        public Captured backUp(Path folder, Progress progress) {
            moment();
            mustBeDown("backed up while it was written");
            write(folder.resolve("rows"), form + ":" + rows);
            moment();
            return new Captured("toy", List.of("rows"), "toy", Optional.empty(), fingerprint(), Map.of());
        }

        @Override
        public Fingerprint tryRestore(Path folder, Captured captured, Path scratch, Progress progress) {
            moment();
            return new Fingerprint(read(folder.resolve("rows")), 3);
        }

        @Override
        public void restore(Path folder, Captured captured, Progress progress) {
            moment();
            mustBeDown("restored under a running server");
            String[] stored = read(folder.resolve("rows")).split(":");
            form = Integer.parseInt(stored[0]);
            rows = stored[1];
            moment();
        }

        @Override
        public void discardKept() {}

        @Override
        public Value value(String sql, List<Value> parameters) {
            return new Value.Text(rows);
        }

        @Override
        public Statements take(String text) {
            return sql.take(text);
        }

        @Override
        public Told tell(Order order, Duration within) throws Trouble {
            return sql.tell(order);
        }

        @Override
        public void removeMarks() {
            sql.removeMarks();
        }

        @Override
        public void importFrom(Path dump, Progress progress) {
            throw new AssertionError("the toy has no dumps");
        }
    }

    /** Programs that change it beside the usual way: {@code note 2}, {@code erase 2}, {@code install 2}. */
    Commands commands() {
        return new ToyCommands(this::program);
    }

    private int program(List<String> words) {
        moment();
        programs.add(String.join(" ", words));
        String what = words.get(1);
        switch (words.getFirst()) {
            case "note" -> note(what);
            case "erase" -> erase(what);
            case "install" -> install(what);
            default -> throw new AssertionError("no program " + words);
        }
        moment();
        return words.equals(failsProgram) ? 1 : 0;
    }

    private void note(String what) {
        rows = rows.contains(";" + what) ? rows + "!" : rows + ";" + what;
        noted.put(what, circumstances());
    }

    /** It knows the rows only as they were when it noted something, and the server as it was then. */
    private void erase(String what) {
        boolean asThen = circumstances().equals(noted.get(what));
        if (rows.contains(";" + what)) {
            rows = rows.replace(";" + what, asThen ? "" : "?");
        }
    }

    private String circumstances() {
        return "form " + form + (runs.isPresent() ? " and up" : " and down");
    }

    /** As real ones do: it begins to write, and then it may fail. Older code over newer rows reads rubbish. */
    private void migrate() throws Trouble {
        int wanted = Integer.parseInt(code);
        if (form > wanted) {
            throw new AssertionError("code " + code + " was started over rows of form " + form);
        }
        while (form < wanted) {
            rows = rows.toUpperCase(java.util.Locale.ROOT) + "," + (form + 1);
            moment();
            if (failsMigrationTo.equals(code)) {
                throw new Trouble("the migration to " + code + " failed");
            }
            form++;
        }
    }

    /** The machine dies and comes up again: what is not held is started. */
    void reboot() {
        runs = Optional.empty();
        if (!marked) {
            cutAt = -1;
            try {
                migrate();
                runs = Optional.of(code);
            } catch (Trouble failed) {
                // Then it stays down, as far as it came.
            }
        }
    }

    /** Whoever changes code in a way of his own looks after what runs. */
    private void install(String version) {
        code = "half";
        moment();
        code = version;
    }

    /** Requests that somebody outside gets; the toy itself notes what its own address gets. */
    private Requests.Answer received(Requests.Sent request, Duration within) throws Trouble {
        moment();
        String asked = request.method() + " " + request.url();
        requests.add(asked);
        if (asked.equals(isLateWith)) {
            late.add(new ToyLate(request.method(), () -> arrived(request)));
            throw new Requests.InDoubt("late", "", late.getLast());
        }
        arrived(request);
        moment();
        if (asked.equals(loses)) {
            throw new Requests.InDoubt("lost", "", new IOException("lost"));
        }
        return new Requests.Answer(asked.equals(refuses) ? 503 : 200, "");
    }

    private void arrived(Requests.Sent request) throws Trouble {
        String path = request.url().substring(request.url().lastIndexOf('/') + 1);
        if (request.url().startsWith("toy:")) {
            if (runs.isEmpty()) {
                throw new Trouble("nobody answers");
            }
            rows = request.method().equals("DELETE") ? rows.replace(";" + path, "") : rows + ";" + path;
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private final class ToyServer implements Service {
        @Override
        public Look look() {
            if (looks++ == startedBeforeLook && runs.isEmpty()) {
                runs = Optional.of(code);
            }
            return new Look(runs.isPresent(), marked, "");
        }

        @Override
        public void hold(Duration within) {
            moment();
            marked = true;
            moment();
            runs = Optional.empty();
            moment();
        }

        @Override
        public void start(Duration within) throws Trouble {
            moment();
            marked = false;
            moment();
            if (runs.isPresent()) {
                return;
            }
            migrate();
            runs = Optional.of(code);
            moment();
        }

        @Override
        public void release() {
            moment();
            marked = false;
        }

        @Override
        public String log() {
            return "";
        }
    }
}
