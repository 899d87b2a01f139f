package dev.rung.language.syntax;

import dev.rung.grammar.RunbookParser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;

/** The fewest words that a rule of the grammar can be written with, for a message about what has no better form. */
final class ShortestForm {
    /** What nobody wants to see taken apart. */
    private static final Map<Integer, String> WHOLE = Map.of(
            RunbookParser.RULE_arguments, "…",
            RunbookParser.RULE_body, "{ … }",
            RunbookParser.RULE_expression, "…",
            RunbookParser.RULE_names, "name, …",
            RunbookParser.RULE_text, "\"…\"",
            RunbookParser.RULE_word, "name");

    private final Set<ATNState> open = new HashSet<>();

    private ShortestForm() {}

    /** @param opener the token that the rule begins with; empty if it can't */
    static Optional<String> of(int rule, int opener) {
        ShortestForm form = new ShortestForm();
        ATNState start = RunbookParser._ATN.ruleToStartState[rule];
        return form.beginning(start, opener).map(words -> String.join(" ", words));
    }

    private Optional<List<String>> beginning(ATNState state, int opener) {
        for (Transition transition : state.getTransitions()) {
            Optional<List<String>> form = transition.isEpsilon()
                    ? beginning(transition.target, opener)
                    : Optional.of(transition)
                            .filter(token -> token.label().contains(opener))
                            .flatMap(token -> rest(token.target))
                            .map(rest -> joined(spelling(opener), rest));
            if (form.isPresent()) {
                return form;
            }
        }
        return Optional.empty();
    }

    /** From here to the end of the rule; empty if that leads in a circle. */
    private Optional<List<String>> rest(ATNState state) {
        if (state.getStateType() == ATNState.RULE_STOP) {
            return Optional.of(List.of());
        }
        if (!open.add(state)) {
            return Optional.empty();
        }
        Optional<List<String>> shortest = List.of(state.getTransitions()).stream()
                .flatMap(transition -> through(transition).stream())
                .min(Comparator.comparingInt(List::size));
        open.remove(state);
        return shortest;
    }

    private Optional<List<String>> through(Transition transition) {
        if (transition instanceof RuleTransition rule) {
            String whole = WHOLE.get(rule.ruleIndex);
            Optional<List<String>> inner = whole == null ? rest(rule.target) : Optional.of(List.of(whole));
            return inner.flatMap(words -> rest(rule.followState).map(more -> joined(words, more)));
        }
        Optional<List<String>> more = rest(transition.target);
        return transition.isEpsilon()
                ? more
                : more.map(words -> joined(spelling(transition.label().getMinElement()), words));
    }

    private static String spelling(int token) {
        String spelling = new RunbookDialect().spelling(token);
        return spelling.isEmpty() && token != Token.EOF ? "name" : spelling;
    }

    private static List<String> joined(String first, List<String> rest) {
        return joined(List.of(first), rest);
    }

    private static List<String> joined(List<String> first, List<String> rest) {
        List<String> all = new ArrayList<>(first);
        all.addAll(rest);
        return all;
    }
}
