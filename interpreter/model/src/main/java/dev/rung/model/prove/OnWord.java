package dev.rung.model.prove;

import dev.rung.model.effect.Ask;
import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.Call;
import dev.rung.model.effect.Changes;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Import;
import dev.rung.model.effect.Run;
import dev.rung.model.effect.Sql;
import dev.rung.model.effect.Start;
import dev.rung.model.effect.Stop;
import dev.rung.model.plan.Item;
import dev.rung.model.state.BackupSet;
import dev.rung.model.state.Layout;
import dev.rung.model.text.Lists;
import java.util.ArrayList;
import java.util.List;

/** What nobody can check of a statement. */
final class OnWord {
    private OnWord() {}

    static List<String> in(Item.Step step, Layout layout) {
        List<String> words = new ArrayList<>();
        for (Effect effect : step.effects()) {
            if (effect instanceof BackUp backUp) {
                byCommands(backUp, layout, words);
            }
            switch (effect) {
                case BackUp backUp
                when backUp.level() != BackupSet.Level.RESTORED ->
                    words.add("what is backed up can be restored: it is only read back");
                case Import in -> words.add(in.title() + " holds all that belongs into " + Lists.quoted(in.data()));
                case Call call -> of("`" + call.title() + "`", call.changes(), words);
                case Run run -> of("`" + run.title() + "`", run.changes(), words);
                case Sql sql
                when sql.changes().undoable() ->
                    words.add("its undo takes `" + sql.title() + "` back, however far it has come");
                case Start(String service) ->
                    leftAsTheyAre(layout.group(layout.service(service).system()), words);
                case Stop(String service)
                when layout.service(service).hold() == Layout.Hold.HARMLESS ->
                    words.add("nothing but its own commands starts `" + service
                            + "`, or it does no harm: it neither migrates nor writes");
                case Ask ask when ask.deed() -> of("the deed `" + ask.name() + "`", ask.changes(), words);
                default -> {
                    // what it does is looked at
                }
            }
        }
        return words;
    }

    private static void byCommands(BackUp backUp, Layout layout, List<String> words) {
        layout.data().stream()
                .filter(part -> part.onWord() && backUp.data().contains(part.name()))
                .forEach(
                        part -> words.add("the commands of `" + part.name() + "` bring back what they have backed up"));
    }

    private static void leftAsTheyAre(Layout.CodeGroup group, List<String> words) {
        if (!group.artifacts().isEmpty() && !group.leftAsTheyAre().isEmpty()) {
            words.add(Lists.quoted(group.leftAsTheyAre()) + ", which this hop leaves as "
                    + (group.leftAsTheyAre().size() == 1 ? "it is, fits " : "they are, fit ")
                    + Lists.quoted(group.artifacts()) + " of its release");
        }
    }

    private static void of(String what, Changes changes, List<String> words) {
        if (changes.isNothing()) {
            words.add(what + " changes nothing");
        } else if (changes.declared()) {
            words.add(what + " changes nothing but what it says");
        }
        if (changes.undoable()) {
            words.add("its undo takes " + what + " back, however far it has come");
        }
    }
}
