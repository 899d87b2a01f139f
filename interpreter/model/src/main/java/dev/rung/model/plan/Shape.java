package dev.rung.model.plan;

import dev.rung.model.effect.Acknowledge;
import dev.rung.model.effect.Ask;
import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.Call;
import dev.rung.model.effect.ChangeOver;
import dev.rung.model.effect.Changes;
import dev.rung.model.effect.Check;
import dev.rung.model.effect.Condition;
import dev.rung.model.effect.Download;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Import;
import dev.rung.model.effect.NoReturn;
import dev.rung.model.effect.NoteInvariants;
import dev.rung.model.effect.Notify;
import dev.rung.model.effect.PutBack;
import dev.rung.model.effect.ReleaseHold;
import dev.rung.model.effect.Remember;
import dev.rung.model.effect.Restore;
import dev.rung.model.effect.Revert;
import dev.rung.model.effect.Run;
import dev.rung.model.effect.Send;
import dev.rung.model.effect.SetKey;
import dev.rung.model.effect.Settle;
import dev.rung.model.effect.Sql;
import dev.rung.model.effect.Stage;
import dev.rung.model.effect.Start;
import dev.rung.model.effect.Stop;
import dev.rung.model.effect.Tell;
import dev.rung.model.effect.Undo;
import dev.rung.model.effect.Wait;
import dev.rung.model.state.Layout;
import dev.rung.model.version.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a walk can tell apart of hops, or of statements outside of them: no version but whether it is the one that a hop leads
 * to, no text, no condition but those that a state depends on. What has the same shape goes the same way, whatever happens.
 *
 * @param layout the parts of a hop; empty outside of hops
 * @param words in the order of the statements
 */
public record Shape(Optional<Layout> layout, List<String> words) {
    public Shape {
        words = List.copyOf(words);
    }

    /** Named rollbacks do not count: what is proved is the way back that is taken when none was chosen, or one has failed. */
    public static Shape of(Item.Hop hop) {
        Writer writer = new Writer(Optional.of(hop.to().version()));
        writer.words.add(hop.system());
        writer.items(hop.body());
        return new Shape(Optional.of(hop.layout()), writer.words);
    }

    /** Of what stands outside of hops. */
    public static Shape of(List<? extends Item> items) {
        Writer writer = new Writer(Optional.empty());
        writer.items(items);
        return new Shape(Optional.empty(), writer.words);
    }

    private static final class Writer {
        private final Optional<Version> goal;
        private final List<String> words = new ArrayList<>();

        /** @param goal the version to which a hop leads */
        Writer(Optional<Version> goal) {
            this.goal = goal;
        }

        private void items(List<? extends Item> items) {
            for (Item item : items) {
                switch (item) {
                    case Item.Step step -> {
                        words.add(step.waivable() ? "passed over" : "");
                        step.effects().forEach(effect -> words.add(effect(effect)));
                        if (!step.undo().isEmpty()) {
                            words.add("undo");
                            items(step.undo());
                            words.add("end");
                        }
                    }
                    case Item.Choice choice -> {
                        words.add("when");
                        items(choice.then());
                        words.add("else");
                        items(choice.otherwise());
                        words.add("end");
                    }
                    case Item.Each each -> {
                        words.add("each");
                        items(each.body());
                        words.add("end");
                    }
                    case Item.Ladder ladder -> {
                        words.add("ladder " + ladder.system() + (ladder.stays() ? "" : " with it"));
                        ladder.hops().forEach(hop -> words.addAll(Shape.of(hop).words()));
                        words.add("end");
                    }
                }
            }
        }

        private String effect(Effect effect) {
            return switch (effect) {
                case Acknowledge ignored -> "acknowledge";
                case Ask ask -> "ask " + changes(ask.changes());
                case BackUp backUp ->
                    "back up " + new TreeSet<>(backUp.data()) + " " + backUp.level() + " " + backUp.inside();
                case Call call -> "call " + changes(call.changes());
                case ChangeOver change -> "change over " + change.artifact();
                case Check check -> "check " + condition(check.condition());
                case Download ignored -> "download";
                case Import in -> "import " + new TreeSet<>(in.data());
                case NoReturn ignored -> "no return";
                case NoteInvariants note -> "note " + note.system();
                case Notify ignored -> "notify";
                case PutBack(String artifact) -> "put back " + artifact;
                case ReleaseHold(String service) -> "release " + service;
                case Remember ignored -> "remember";
                case Restore restore -> "restore " + new TreeSet<>(restore.data()) + " " + restore.set();
                case Revert revert -> "revert " + new TreeSet<>(revert.data());
                case Run run -> "run " + changes(run.changes());
                case Send send -> "send" + (send.last() ? " last" : "");
                case SetKey set -> "set " + set.part();
                case Settle ignored -> "settle";
                case Sql sql -> "sql " + changes(sql.changes());
                case Stage stage -> "stage " + stage.artifact();
                case Start(String service) -> "start " + service;
                case Stop(String service) -> "stop " + service;
                case Tell ignored -> "tell";
                case Undo undo -> "undo " + undo.deed();
                case Wait wait -> "wait " + condition(wait.condition());
            };
        }

        private static String changes(Changes changes) {
            return new TreeSet<>(changes.data()) + " " + new TreeSet<>(changes.code()) + " " + changes.undoable() + " "
                    + changes.idempotent();
        }

        private String condition(Condition condition) {
            return switch (condition) {
                case Condition.Healthy(String system) -> "healthy " + system;
                case Condition.InstalledIs is ->
                    "installed " + is.system() + " " + is.relation()
                            + (goal.equals(Optional.of(is.version())) ? " goal" : "");
                case Condition.All(List<Condition> all) ->
                    "all " + all.stream().map(this::condition).toList();
                case Condition.Holds ignored -> "holds";
                case Condition.InstalledIn ignored -> "holds";
                case Condition.InvariantsHold ignored -> "holds";
                case Condition.Never ignored -> "never";
            };
        }
    }
}
