package dev.rung.repl.view;

import dev.rung.model.effect.Ask;
import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.ChangeOver;
import dev.rung.model.effect.Changes;
import dev.rung.model.effect.Check;
import dev.rung.model.effect.Command;
import dev.rung.model.effect.Condition;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.NoReturn;
import dev.rung.model.effect.Run;
import dev.rung.model.effect.Stage;
import dev.rung.model.effect.Start;
import dev.rung.model.effect.Stop;
import dev.rung.model.effect.Tell;
import dev.rung.model.effect.Wait;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Expression.Operator;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Installation;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.state.BackupSet;
import dev.rung.model.state.DataPart;
import dev.rung.model.state.Layout;
import dev.rung.model.text.Location;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.Span;
import dev.rung.model.version.Release;
import dev.rung.model.version.Version;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A small plan with everything in it that a view can show: one hop, a choice, questions, a program. */
public final class SamplePlan {
    private static final Location NOWHERE = new SourceFile("ledger.runbook", "stop server\n").at(new Span(0, 4));
    private static final Layout.Service SERVER =
            new Layout.Service("server", "ledger", Set.of("app"), Set.of("app"), true);
    private static final Layout OUTSIDE = layout(List.of());
    private static final Layout HOP = layout(List.of("jar"));
    private static final Version OLD = Version.of("1.9.4");
    private static final Version NEW = Version.of("2.0.1");

    private SamplePlan() {}

    private static Layout layout(List<String> artifacts) {
        return new Layout(
                List.of(new Layout.CodeGroup("ledger", artifacts, false)),
                List.of(new DataPart("app", false)),
                List.of(SERVER));
    }

    /** @param withBackup without it there is no way back from behind the start */
    public static Plan plan(boolean withBackup) {
        Item.Ladder ladder = new Item.Ladder("upgrade", "ledger", OLD, NEW, NOWHERE, List.of(hop(withBackup)));
        return new Plan(
                "Ledger under a process",
                new Installation(List.of()),
                Map.of("ledger", OLD),
                OUTSIDE,
                List.of(new Stage("jar", NEW, "downloads/ledger-2.0.1.jar", Optional.of("ab12"))),
                List.of(confirm(), ladder, choice()));
    }

    /** With these behind everything else. */
    static Plan plan(Item.Step... more) {
        Plan plan = plan(true);
        List<Item> items = new java.util.ArrayList<>(plan.items());
        items.addAll(List.of(more));
        return new Plan(plan.title(), plan.installation(), plan.installed(), plan.layout(), plan.staging(), items);
    }

    /** A program that changes the data, and is taken back by another one. */
    static Item.Step noteWithUndo() {
        Command command = new Command(List.of(), Optional.empty(), Map.of(), Set.of(0));
        Changes changes = new Changes("after/run-note", Set.of("app"), Set.of(), true, true, false);
        Item.Step erase =
                step("after/run-note/undo/run-erase", "", "run \"erase\"", new Run("erase", command, changes));
        return new Item.Step(
                "after/run-note",
                "Afterwards",
                "run \"note\" changes app",
                NOWHERE,
                List.of(new Run("note", command, changes)),
                Optional.empty(),
                false,
                List.of(erase));
    }

    static Item.Step noReturn() {
        return step("after/no-return", "Afterwards", "point-of-no-return \"it is out\"", new NoReturn("it is out"));
    }

    private static Item.Step confirm() {
        Effect ask = new Ask("announced", "Everyone knows", false, Optional.empty(), Changes.nothing("a", true));
        return step("before/announced", "Before", "confirm announced \"Everyone knows\"", ask);
    }

    private static Item.Hop hop(boolean withBackup) {
        Condition healthy = new Condition.Healthy("ledger");
        Condition version = new Condition.InstalledIs("ledger", Operator.EQUAL, NEW);
        List<Item> body = new java.util.ArrayList<>(List.of(
                step("upgrade/2.0.1/stop-server", "Upgrade", "stop server", new Stop("server")),
                step(
                        "upgrade/2.0.1/backup-app",
                        "Upgrade",
                        "backup app to \"backups\"",
                        new BackUp(Set.of("app"), "backups", BackupSet.Level.READ_BACK)),
                step("upgrade/2.0.1/swap-jar", "Upgrade", "swap jar to 2.0.1", new ChangeOver("jar", NEW)),
                step("upgrade/2.0.1/start-server", "Upgrade", "start server", new Start("server")),
                step(
                        "upgrade/2.0.1/wait",
                        "Upgrade",
                        "wait for healthy",
                        new Wait(healthy, Optional.empty()),
                        Duration.ofMinutes(2)),
                step("upgrade/2.0.1/version", "Upgrade", "require-version == 2.0.1", new Check(version, ""))));
        if (!withBackup) {
            body.remove(1);
        }
        Release release = new Release(NEW, Version.of("2.0"), Optional.empty(), Map.of(), Optional.empty());
        Item.Rollback down = new Item.Rollback("down", List.of());
        return new Item.Hop("upgrade/2.0.1", "ledger", OLD, release, "each line", HOP, body, List.of(down));
    }

    private static Item.Choice choice() {
        Expression yes = new Expression.Literal(new Value.Truth(true));
        Command command = new Command(List.of(), Optional.empty(), Map.of(), Set.of(0));
        Effect run = new Run("touch done", command, Changes.nothing("r", false));
        Item.Step touch = step("after/run", "Afterwards", "run \"touch done\" changes nothing", run);
        Item.Step say = step("after/say", "Afterwards", "say \"not done\"", new Tell("not done"));
        Condition condition = new Condition.Holds(yes, "exists(\"todo\")");
        return new Item.Choice("after/when", condition, "exists(\"todo\")", NOWHERE, List.of(touch), List.of(say));
    }

    private static Item.Step step(String id, String phase, String text, Effect effect) {
        return new Item.Step(id, phase, text, NOWHERE, List.of(effect), Optional.empty(), false, List.of());
    }

    private static Item.Step step(String id, String phase, String text, Effect effect, Duration within) {
        return new Item.Step(id, phase, text, NOWHERE, List.of(effect), Optional.of(within), false, List.of());
    }
}
