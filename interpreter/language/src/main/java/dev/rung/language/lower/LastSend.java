package dev.rung.language.lower;

import dev.rung.language.syntax.Statement;
import dev.rung.language.syntax.SyntaxTree;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Notify;
import dev.rung.model.effect.Send;
import dev.rung.model.effect.Tell;
import dev.rung.model.plan.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says of what cannot be taken back whether it stands last: telling people can fail and stop nothing. */
final class LastSend {
    private LastSend() {}

    /** The statement behind which a run does nothing more than to tell people. */
    static Optional<Statement> place(SyntaxTree tree) {
        return tree.phases().stream()
                .flatMap(phase -> phase.body().stream())
                .filter(statement -> !(statement instanceof Statement.Say || statement instanceof Statement.Notify))
                .reduce((first, second) -> second);
    }

    /** @param items of a whole body */
    static List<Item> marked(List<Item> items) {
        List<Item> marked = new ArrayList<>(items);
        for (int i = marked.size() - 1; i >= 0; i--) {
            Item item = marked.get(i);
            marked.set(i, marked(item));
            if (!tells(item)) {
                break;
            }
        }
        return List.copyOf(marked);
    }

    private static boolean tells(Item item) {
        return item instanceof Item.Step step
                && step.effects().stream().allMatch(effect -> effect instanceof Tell || effect instanceof Notify);
    }

    private static Item marked(Item item) {
        return switch (item) {
            case Item.Step step -> marked(step);
            case Item.Choice choice ->
                new Item.Choice(
                        choice.id(),
                        choice.condition(),
                        choice.text(),
                        choice.at(),
                        marked(choice.then()),
                        marked(choice.otherwise()));
            case Item.Each each -> each;
            case Item.Ladder ladder -> ladder;
        };
    }

    private static Item.Step marked(Item.Step step) {
        List<Effect> effects = new ArrayList<>(step.effects());
        if (!effects.isEmpty() && effects.getLast() instanceof Send send) {
            effects.set(effects.size() - 1, new Send(send.title(), send.request(), true));
        }
        return step.with(effects);
    }
}
