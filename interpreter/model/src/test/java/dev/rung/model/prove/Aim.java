package dev.rung.model.prove;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Makes hops in which one rule decides.
 *
 * @param rule what the page says
 * @param maker of the sensible hop, or if asked so of the one that breaks the rule
 * @param hasFlaw whether there is one that breaks it; else only what is carried out can show that the rule holds
 */
record Aim(String name, String rule, BiFunction<Sketch, Boolean, Sketch> maker, boolean hasFlaw) {
    static Aim of(String name, String rule, BiFunction<Sketch, Boolean, Sketch> maker) {
        return new Aim(name, rule, maker, true);
    }

    static Aim sensible(String name, String rule, UnaryOperator<Sketch> maker) {
        return new Aim(name, rule, (sketch, flawed) -> maker.apply(sketch), false);
    }

    static List<Aim> all() {
        return Stream.of(
                        AimsAtCover.all(),
                        AimsAtServices.all(),
                        AimsAtSystems.all(),
                        AimsAtLandings.all(),
                        AimsAtLoss.all(),
                        AimsAtDeeds.all(),
                        AimsAtTheWayBack.all())
                .flatMap(List::stream)
                .toList();
    }

    RandomHop sensible(long seed) {
        return maker.apply(new Sketch(new Random(seed)), false).hop();
    }

    Optional<RandomHop> flawed(long seed) {
        return hasFlaw
                ? Optional.of(maker.apply(new Sketch(new Random(seed)), true).hop())
                : Optional.empty();
    }

    @Override
    public String toString() {
        return name;
    }
}
