package dev.rung.engine.run;

import dev.rung.engine.driver.Trouble;
import dev.rung.engine.journal.Entry;
import dev.rung.engine.journal.WrittenValue;
import dev.rung.model.effect.Remember;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads once what is to be read once, and writes it down: whoever takes the run up does not read it again. */
record Memory(Plan plan, World world, RunLog log) {
    /** What a repetition is for. */
    List<Value> list(Item.Each each) throws Trouble {
        Value value = read(each.id(), each.variable(), each.list());
        if (value instanceof Value.Listing(List<Value> items)) {
            return items;
        }
        throw new Trouble("`" + each.text() + "` cannot be carried out: what it reads is no list");
    }

    /** @return what was read, for a person */
    String keep(String statement, Remember remember) throws Trouble {
        String shown =
                read(statement, remember.name(), remember.value()).shown().strip();
        long lines = shown.lines().count();
        return lines > 1 ? shown.lines().findFirst().orElse("") + " … (" + lines + " lines)" : shown;
    }

    private Value read(String statement, String name, Expression expression) throws Trouble {
        Optional<Value> before = log.kept(statement);
        if (before.isPresent()) {
            return before.get();
        }
        Value value =
                expression instanceof Expression.Literal(Value.Secret secret) ? secret : world.evaluate(expression);
        if (value instanceof Value.Unknown(String why)) {
            throw new Trouble("`" + name + "` cannot be read: " + why);
        }
        mustTellNone(name, expression, value);
        log.append(new Entry.Kept(statement, name, WrittenValue.of(value)));
        return value;
    }

    /** A journal keeps what is read once. Of a secret that has a name it keeps that. */
    private void mustTellNone(String name, Expression expression, Value value) throws Trouble {
        boolean isMade = Secrets.isSecret(expression) && !(value instanceof Value.Secret);
        if (isMade || !world.hide(value.shown()).equals(value.shown())) {
            throw new Trouble(
                    "what `" + name + "` reads has a secret in it, and the journal would keep it",
                    "read it where it is used, or give it a name of its own: `secret " + name + " = …`");
        }
    }

    /** A statement of the plan, also one that a repetition has made of what it has read. */
    Optional<Item.Step> step(String id) {
        return plan.items().stream()
                .flatMap(this::steps)
                .filter(step -> step.id().equals(id))
                .findFirst();
    }

    private Stream<Item.Step> steps(Item item) {
        return switch (item) {
            case Item.Step step -> Stream.of(step);
            case Item.Choice choice ->
                Stream.concat(choice.then().stream(), choice.otherwise().stream())
                        .flatMap(this::steps);
            case Item.Each each ->
                log.kept(each.id()).stream()
                        .flatMap(list -> list instanceof Value.Listing(List<Value> values)
                                ? each.unrolled(values).stream()
                                : Stream.of())
                        .flatMap(this::steps);
            case Item.Ladder ladder ->
                ladder.hops().stream().flatMap(hop -> hop.body().stream()).flatMap(this::steps);
        };
    }
}
