package dev.rung.model.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.model.effect.Ask;
import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.Call;
import dev.rung.model.effect.ChangeOver;
import dev.rung.model.effect.Changes;
import dev.rung.model.effect.Check;
import dev.rung.model.effect.Command;
import dev.rung.model.effect.Condition;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Request;
import dev.rung.model.effect.Run;
import dev.rung.model.effect.Start;
import dev.rung.model.effect.Stop;
import dev.rung.model.effect.Wait;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Expression.Operator;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.state.BackupSet.Level;
import dev.rung.model.state.DataPart;
import dev.rung.model.state.Layout;
import dev.rung.model.version.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The upgrades of four real systems in the shapes that their vendors' pages ask for: what of them is proved, and on whose word. */
class SketchesTest {
    private final Handmade hand = new Handmade();

    private static Effect swap(String artifact) {
        return new ChangeOver(artifact, Version.of("2"));
    }

    private static Effect healthy(String system) {
        return new Wait(new Condition.Healthy(system), Optional.empty());
    }

    private static Effect isAt(String system, int to) {
        Version version = Version.of(String.valueOf(to));
        return new Check(new Condition.InstalledIs(system, Operator.EQUAL, version), "");
    }

    private static Effect run(String title, boolean undoable, Set<String> data, Set<String> code) {
        Command command = new Command(List.of(), Optional.empty(), Map.of(), Set.of(0));
        return new Run(title, command, new Changes(title, data, code, true, undoable, false));
    }

    private static Effect call(String title, boolean undoable, String... data) {
        Expression url = new Expression.Literal(new Value.Text("http://localhost/" + title));
        Request request = new Request("POST", url, Map.of(), Optional.empty(), Set.of(200));
        return new Call(title, request, new Changes(title, Set.of(data), Set.of(), true, undoable, false));
    }

    private static Effect deed(String name, Set<String> data, Set<String> code) {
        boolean changes = !data.isEmpty() || !code.isEmpty();
        return new Ask(name, "", true, Optional.empty(), new Changes(name, data, code, true, changes, false));
    }

    private static Effect backUp(Level level, String... data) {
        return new BackUp(Set.of(data), "/backups", level);
    }

    private static DataPart part(String name) {
        return new DataPart(name, false);
    }

    private static List<String> onWord(Plan plan) {
        Proof proof = Proof.of(plan, Map.of());
        assertThat(proof.gaps()).extracting(gap -> gap.summary() + gap.notes()).isEmpty();
        return proof.exposures().values().stream()
                .flatMap(exposure -> exposure.onWord().stream())
                .toList();
    }

    private static Layout dhis2(String... artifacts) {
        Set<String> data = Set.of("db", "store");
        return new Layout(
                List.of(new Layout.CodeGroup("dhis2", List.of(artifacts), false)),
                List.of(part("db"), part("store"), part("conf")),
                List.of(new Layout.Service("web", "dhis2", data, Set.of("db"), true)));
    }

    /** Views are dropped before the migration, and made again by the application behind it. */
    @Test
    void dhis2OnTomcatAndPostgresql() {
        List<Item> body = hand.items(
                "dhis2/2",
                new Stop("web"),
                backUp(Level.RESTORED, "db", "store", "conf"),
                run("drop view a", false, Set.of("db"), Set.of()),
                run("drop view b", false, Set.of("db"), Set.of()),
                swap("war"),
                new Start("web"),
                healthy("dhis2"),
                isAt("dhis2", 2));
        Item.Ladder ladder = hand.ladder("dhis2", hand.hop("dhis2", dhis2("war"), 2, body));
        List<Item> behind = hand.items("afterwards", call("maintenance", true, "db"));
        assertThat(onWord(Handmade.plan(dhis2(), List.of(), ladder, behind))).hasSize(4);
        List<Item> lasting = hand.items("afterwards", call("maintenance", false, "db"));
        assertThat(Foresight.find(Handmade.plan(dhis2(), List.of(), ladder, lasting)))
                .as("what nobody can take back has to say so")
                .singleElement()
                .isInstanceOf(NoWayBack.NoUndo.class);
    }

    private static Layout devlake(String... artifacts) {
        return new Layout(
                List.of(new Layout.CodeGroup("devlake", List.of(artifacts), false)),
                List.of(part("lake"), part("inside"), part("dot-env-before")),
                List.of(new Layout.Service("stack", "devlake", Set.of("lake", "inside"), Set.of(), true)));
    }

    /** Starting does not migrate, confirming does: until then the images alone go back, without a restore. */
    @Test
    void devlakeWithAKeyThatMovesAndAConfirmation() {
        Effect confirm = call("proceed-db-migration", false, "lake");
        List<Item> body = hand.items(
                "devlake/2",
                new Stop("stack"),
                backUp(Level.RESTORED, "lake", "inside", "dot-env-before"),
                swap("dot-env ENCRYPTION_SECRET"),
                swap("images"),
                new Start("stack"),
                new Wait(
                        new Condition.Holds(new Expression.Literal(new Value.Truth(true)), "answers"),
                        Optional.empty()),
                healthy("devlake"),
                isAt("devlake", 2),
                confirm,
                healthy("devlake"),
                isAt("devlake", 2));
        Layout layout = devlake("images", "dot-env ENCRYPTION_SECRET");
        Plan plan = Handmade.plan(devlake(), hand.ladder("devlake", hand.hop("devlake", layout, 2, body)));
        assertThat(onWord(plan)).hasSize(1);
        body.removeLast();
        assertThat(Foresight.find(
                        Handmade.plan(devlake(), hand.ladder("devlake", hand.hop("devlake", layout, 2, body)))))
                .as("the confirmation touches the data, so the version is asked again")
                .singleElement()
                .isInstanceOf(NeverLands.class);
        body.remove(3);
        assertThat(Foresight.find(
                        Handmade.plan(devlake(), hand.ladder("devlake", hand.hop("devlake", layout, 2, body)))))
                .as("a new key under the old images")
                .singleElement()
                .isInstanceOf(NoWayBack.MixedCode.class);
    }

    private static Layout mender(List<String> own, List<String> base) {
        return new Layout(
                List.of(new Layout.CodeGroup("mongo", base, false), new Layout.CodeGroup("mender", own, false)),
                List.of(part("files"), part("data"), part("store")),
                List.of(
                        new Layout.Service("mongod", "mongo", Set.of(), Set.of("files"), true),
                        new Layout.Service("gateway", "mender", Set.of(), Set.of(), true),
                        new Layout.Service("services", "mender", Set.of("data", "store"), Set.of("data"), true)));
    }

    private Item.Ladder mongo(boolean secondBackup) {
        List<Item.Hop> hops = new ArrayList<>();
        for (int to = 5; to <= 6; to++) {
            List<Effect> body = new ArrayList<>(List.of(new Stop("mongod")));
            if (to == 5 || secondBackup) {
                body.add(backUp(Level.READ_BACK, "files"));
            }
            body.addAll(List.of(
                    new ChangeOver("image", Version.of("2")),
                    new Start("mongod"),
                    healthy("mongo"),
                    run("set compatibility " + to, false, Set.of("files"), Set.of()),
                    healthy("mongo"),
                    isAt("mongo", to)));
            hops.add(hand.hop(
                    "mongo",
                    mender(List.of(), List.of("image")),
                    to,
                    hand.items("mongo/" + to, body.toArray(Effect[]::new))));
        }
        return hand.ladder("mongo", hops.toArray(Item.Hop[]::new));
    }

    private Plan mender(boolean secondBackup, boolean stopsServices) {
        List<Item> body = new ArrayList<>(hand.items("mender/2", new Stop("gateway")));
        body.addAll(hand.items("mender/2 services", stopsServices ? new Stop("services") : new Stop("gateway")));
        body.add(mongo(secondBackup));
        body.addAll(hand.items(
                "mender/2 further",
                backUp(Level.RESTORED, "data", "store"),
                swap("images"),
                new Start("services"),
                new Start("gateway"),
                healthy("mender"),
                isAt("mender", 2)));
        Item.Hop hop = hand.hop("mender", mender(List.of("images"), List.of()), 2, body);
        return Handmade.plan(mender(List.of(), List.of()), hand.ladder("mender", hop));
    }

    @Test
    void menderWithTheHopsOfItsDatabaseWithinItsOwn() {
        assertThat(onWord(mender(true, true))).hasSize(4);
        assertThat(onWord(mender(false, true))).as("one backup for both").hasSize(3);
        assertThat(Foresight.find(mender(true, false)))
                .as("its services run meanwhile")
                .isNotEmpty();
    }

    private static Layout odoo(String... artifacts) {
        return new Layout(
                List.of(new Layout.CodeGroup("odoo", List.of(artifacts), false)),
                List.of(part("production")),
                List.of(new Layout.Service("platform", "odoo", Set.of("production"), Set.of(), false)));
    }

    /** Somebody else's platform: nothing of it can be held, and it changes code and data in one. */
    @Test
    void odooOnAPlatformThatNobodyCanHold() {
        List<Item> body = hand.items(
                "odoo/2",
                deed("own-backup", Set.of(), Set.of()),
                deed("import-production", Set.of("production"), Set.of("code")),
                run("merge", true, Set.of(), Set.of("code")),
                healthy("odoo"),
                isAt("odoo", 2));
        Plan plan = Handmade.plan(odoo(), hand.ladder("odoo", hand.hop("odoo", odoo("code"), 2, body)));
        assertThat(onWord(plan)).hasSize(5);
    }
}
