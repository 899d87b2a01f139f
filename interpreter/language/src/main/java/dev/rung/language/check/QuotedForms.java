package dev.rung.language.check;

import dev.rung.language.check.TypeFinding.BadJsonPath;
import dev.rung.language.check.TypeFinding.BadPattern;
import dev.rung.language.check.TypeFinding.WrongType;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.model.expression.JsonPath;
import dev.rung.model.expression.Type;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Judges texts in quotes that have a form of their own: patterns, paths into JSON, versions. */
record QuotedForms(Findings findings) {
    private static final Set<Type> NEVER_A_VERSION =
            Set.of(Type.BOOL, Type.DATE, Type.DURATION, Type.LIST, Type.PERCENTAGE, Type.SIZE);

    /** @param node what was given @param type its own, which fits */
    void argument(String call, String parameter, ExpressionNode node, Type type) {
        if (call.equals("json") && parameter.equals("path")) {
            fixed(node)
                    .filter(path -> JsonPath.parse(path).isEmpty())
                    .ifPresent(path -> findings.add(new BadJsonPath(findings.at(node.span()), path)));
        } else if (call.equals("version") && isNoVersion(node, type)) {
            findings.add(Misfits.of(findings.at(node.span()), node, type, Set.of(Type.VERSION)));
        }
    }

    private static boolean isNoVersion(ExpressionNode node, Type type) {
        return NEVER_A_VERSION.contains(type)
                || node instanceof ExpressionNode.Text text && !Types.isA(text, Type.VERSION);
    }

    void pattern(ExpressionNode node) {
        fixed(node).ifPresent(text -> {
            try {
                Pattern.compile(text);
            } catch (PatternSyntaxException wrong) {
                findings.add(new BadPattern(
                        findings.at(node.span()), wrong.getDescription().toLowerCase(Locale.ROOT)));
            }
        });
    }

    private static Optional<String> fixed(ExpressionNode node) {
        return node instanceof ExpressionNode.Text text ? text.fixed() : Optional.empty();
    }

    /** What goes by its bare name was given as something else. @param names that there are */
    WrongType nameWanted(ExpressionNode node, String kind, List<String> names, String found) {
        return new WrongType(
                findings.at(node.span()),
                List.of("the name of a " + kind),
                found,
                fixed(node)
                        .filter(names::contains)
                        .map(name -> "write it without quotes: `" + name + "`")
                        .orElse(names.isEmpty() ? "" : Phrases.thereAre(names)),
                Optional.empty());
    }
}
