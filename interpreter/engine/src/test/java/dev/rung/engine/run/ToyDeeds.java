package dev.rung.engine.run;

import dev.rung.model.effect.Ask;
import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.Call;
import dev.rung.model.effect.ChangeOver;
import dev.rung.model.effect.Changes;
import dev.rung.model.effect.Command;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Request;
import dev.rung.model.effect.Run;
import dev.rung.model.effect.Stop;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What a runbook for the toy may do beside the usual way, put among the statements of a careful one. */
final class ToyDeeds {
    private ToyDeeds() {}

    /** {@code upgrade/3/stop-server} is of the hop to 3. */
    static String to(List<Item> body) {
        return body.getFirst().id().split("/")[1];
    }

    static Item.Step deed(String to, String words, Set<String> data, Set<String> code, String... undo) {
        String id = "upgrade/" + to + "/run-" + words.replace(' ', '-');
        Changes changes = new Changes(id, data, code, true, undo.length > 0, false);
        Item.Step plain = ToyPlan.step(id, run(words, changes));
        List<Item.Step> back = Stream.of(undo)
                .map(each -> ToyPlan.step(id + "/undo", run(each, Changes.nothing(id + "/undo", false))))
                .toList();
        return new Item.Step(
                id, plain.phase(), plain.text(), plain.at(), plain.effects(), plain.within(), plain.waivable(), back);
    }

    static Effect run(String words, Changes changes) {
        List<Expression> line = Stream.of(words.split(" "))
                .<Expression>map(word -> new Expression.Literal(new Value.Text(word)))
                .toList();
        return new Run(words, new Command(line, Optional.empty(), Map.of(), Set.of(0)), changes);
    }

    static UnaryOperator<List<Item>> noteAhead(Class<? extends Effect> of) {
        return body -> {
            List<Item> with = new ArrayList<>(body);
            int at = indexOf(with, of);
            String to = to(body);
            with.add(at, deed(to, "note " + to, Set.of("data"), Set.of(), "erase " + to));
            return with;
        };
    }

    static List<Item> askedAheadOfTheBackup(List<Item> body) {
        List<Item> with = new ArrayList<>(body);
        String to = to(body);
        String id = "upgrade/" + to + "/manual-note-" + to;
        Changes changes = new Changes(id, Set.of("data"), Set.of(), true, true, true);
        Item.Step plain = ToyPlan.step(id, new Ask("note-" + to, "note " + to, true, Optional.empty(), changes));
        Item.Step undo =
                ToyPlan.step(id + "/undo", new Ask("undo-note-" + to, "erase " + to, true, Optional.empty(), changes));
        with.add(
                indexOf(with, BackUp.class),
                new Item.Step(
                        id,
                        plain.phase(),
                        plain.text(),
                        plain.at(),
                        plain.effects(),
                        plain.within(),
                        plain.waivable(),
                        List.of(undo)));
        return with;
    }

    /** Through the service, and taken back through it. */
    static List<Item> calledAheadOfTheStop(List<Item> body) {
        List<Item> with = new ArrayList<>(body);
        String to = to(body);
        String id = "upgrade/" + to + "/http-post";
        Changes changes = new Changes(id, Set.of("data"), Set.of(), true, true, false);
        Item.Step plain = ToyPlan.step(id, new Call("POST", request("POST", "toy:/" + to), changes));
        Item.Step undo = ToyPlan.step(
                id + "/undo", new Call("DELETE", request("DELETE", "toy:/" + to), Changes.nothing(id, true)));
        with.add(
                indexOf(with, Stop.class),
                new Item.Step(
                        id,
                        plain.phase(),
                        plain.text(),
                        plain.at(),
                        plain.effects(),
                        plain.within(),
                        plain.waivable(),
                        List.of(undo)));
        return with;
    }

    static Request request(String method, String url) {
        return new Request(method, new Expression.Literal(new Value.Text(url)), Map.of(), Optional.empty(), Set.of());
    }

    static int indexOf(List<Item> body, Class<? extends Effect> of) {
        return body.indexOf(body.stream()
                .filter(item -> of.isInstance(((Item.Step) item).effects().getFirst()))
                .findFirst()
                .orElseThrow());
    }

    static UnaryOperator<List<Item>> installed(boolean undoable) {
        return body -> {
            List<Item> with = new ArrayList<>(body);
            String to = to(body);
            String from = Integer.toString(Integer.parseInt(to) - 1);
            String[] undo = undoable ? new String[] {"install " + from} : new String[0];
            with.set(indexOf(with, ChangeOver.class), deed(to, "install " + to, Set.of(), Set.of("code"), undo));
            return with;
        };
    }
}
