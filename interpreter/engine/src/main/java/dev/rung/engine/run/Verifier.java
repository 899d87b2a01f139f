package dev.rung.engine.run;

import dev.rung.engine.driver.Trouble;
import dev.rung.model.effect.Condition;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Expression.Operator;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Installation;
import dev.rung.model.version.Version;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Decides conditions against the world, and says in words what was asked and what came back. */
final class Verifier {
    private final World world;
    private Map<String, Map<String, String>> noted = Map.of();

    Verifier(World world) {
        this.world = world;
    }

    /** @param words what was read, for a person */
    record Verdict(Answer answer, String words) {
        static Verdict of(boolean holds, String words) {
            return new Verdict(holds ? Answer.YES : Answer.NO, words);
        }
    }

    enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    Verdict ask(Condition condition) {
        Verdict verdict = judge(condition);
        return new Verdict(verdict.answer(), world.hide(verdict.words()));
    }

    private Verdict judge(Condition condition) {
        return switch (condition) {
            case Condition.Holds(Expression expression, String source) -> holds(expression, source);
            case Condition.Healthy(String system) ->
                holds(world.installation().system(system).healthy(), system + ".healthy");
            case Condition.InstalledIs is -> installed(is);
            case Condition.InstalledIn in -> installed(in);
            case Condition.InvariantsHold(String system) -> invariants(system);
            case Condition.Never(String why) -> new Verdict(Answer.NO, why);
            case Condition.All all -> all(all);
        };
    }

    private Verdict all(Condition.All all) {
        Verdict last = new Verdict(Answer.YES, "");
        for (Condition condition : all.conditions()) {
            last = ask(condition);
            if (last.answer() != Answer.YES) {
                return last;
            }
        }
        return last;
    }

    private Verdict holds(Expression expression, String source) {
        return switch (world.evaluate(expression)) {
            case Value.Truth(boolean holds) -> Verdict.of(holds, "`" + source + "`" + measured(expression));
            case Value.Unknown(String why) -> new Verdict(Answer.UNKNOWN, why);
            case Value other ->
                new Verdict(Answer.UNKNOWN, "`" + source + "` is " + other.shown() + ", not true or false");
        };
    }

    /** What both sides of a comparison are: "is 1.2 GiB, asked for 4.5 GiB" says more than "does not hold". */
    private String measured(Expression expression) {
        if (!(expression instanceof Expression.Binary(Operator operator, Expression left, Expression right))
                || operator == Operator.AND
                || operator == Operator.OR) {
            return "";
        }
        String is = world.evaluate(left).shown();
        return right instanceof Expression.Literal
                ? " (it is " + is + ")"
                : " (it is " + is + ", against " + world.evaluate(right).shown() + ")";
    }

    private Verdict installed(Condition.InstalledIs asked) {
        return installed(asked.system(), asked::holdsFor, asked.relation().word() + " " + asked.version());
    }

    private Verdict installed(Condition.InstalledIn asked) {
        return installed(asked.system(), asked::holdsFor, asked.from() + " .. " + asked.to());
    }

    private Verdict installed(String system, Predicate<Version> asked, String words) {
        Optional<Version> installed = world.readInstalled(system);
        if (installed.isEmpty()) {
            return new Verdict(
                    Answer.UNKNOWN,
                    "the installed version of `" + system + "` is not known: " + world.whyNotInstalled(system));
        }
        boolean holds = asked.test(installed.get());
        String found = "`" + system + "` is " + installed.get();
        return Verdict.of(holds, holds ? found : found + ", asked for " + words);
    }

    /** @throws Trouble if one has no answer */
    Map<String, String> note(String system) throws Trouble {
        Map<String, String> answers = new LinkedHashMap<>();
        for (Installation.Invariant invariant :
                world.installation().system(system).invariants()) {
            Value value = world.evaluate(invariant.expression());
            if (value instanceof Value.Unknown(String why)) {
                throw new Trouble("the invariant `" + invariant.name() + "` cannot be read: " + why);
            }
            answers.put(invariant.name(), value.shown());
        }
        return answers;
    }

    /** @param answers by system, what invariants are compared with from now on */
    void remember(Map<String, Map<String, String>> answers) {
        noted = Map.copyOf(answers);
    }

    private Verdict invariants(String system) {
        StringBuilder words = new StringBuilder();
        for (Installation.Invariant invariant :
                world.installation().system(system).invariants()) {
            String before = noted.getOrDefault(system, Map.of()).get(invariant.name());
            if (before == null) {
                continue;
            }
            Value now = world.evaluate(invariant.expression());
            if (now instanceof Value.Unknown(String why)) {
                return new Verdict(Answer.UNKNOWN, "the invariant `" + invariant.name() + "` cannot be read: " + why);
            }
            if (!keeps(invariant, before, now.shown())) {
                return new Verdict(
                        Answer.NO,
                        "the invariant `" + invariant.name() + "` was " + before + " before and is " + now.shown()
                                + " now");
            }
            words.append(words.isEmpty() ? "" : ", ")
                    .append(invariant.name())
                    .append(" still ")
                    .append(now.shown());
        }
        return new Verdict(Answer.YES, words.toString());
    }

    private static boolean keeps(Installation.Invariant invariant, String before, String now) {
        try {
            int order = new BigDecimal(now).compareTo(new BigDecimal(before));
            return invariant.atLeast() ? order >= 0 : order == 0;
        } catch (NumberFormatException text) {
            return before.equals(now);
        }
    }
}
