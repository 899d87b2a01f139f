package dev.rung.language.lint;

import dev.rung.language.lint.AllowanceFinding.AllowanceWithoutReason;
import dev.rung.language.lint.AllowanceFinding.UnknownRule;
import dev.rung.language.lint.AllowanceFinding.UnusedAllowance;
import dev.rung.language.syntax.Token;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.Location;
import dev.rung.model.text.Nearest;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comments of a file that silence a rule for one line: {@code # allow: NAME because REASON} on that line or above it.
 * They silence the linter alone: what is not proved stays refused.
 */
final class Allowances {
    private static final Pattern FORM =
            Pattern.compile("#+\\s*allow:\\s*(?<rule>[^\\s,]+)(?:\\s+because\\s+(?<reason>.*\\S))?.*");

    /** @param line the line that it silences a rule for */
    private record Allowance(String rule, Location name, boolean hasReason, int line) {}

    private final List<Allowance> allowances;
    private final Set<Allowance> used = new HashSet<>();

    private Allowances(List<Allowance> allowances) {
        this.allowances = allowances;
    }

    /** @param tokens all of the file, comments too */
    static Allowances of(SourceFile file, List<Token> tokens) {
        List<Allowance> allowances = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (isComment(token)) {
                Matcher form = FORM.matcher(file.text(token.span()));
                if (form.matches()) {
                    int start = token.span().start() + form.start("rule");
                    Location name =
                            file.at(new Span(start, start + form.group("rule").length()));
                    allowances.add(new Allowance(
                            form.group("rule"), name, form.group("reason") != null, lineMeant(file, tokens, i)));
                }
            }
        }
        return new Allowances(allowances);
    }

    private static boolean isComment(Token token) {
        return token.kind() == Token.Kind.COMMENT || token.kind() == Token.Kind.DOCUMENTATION;
    }

    /** The line of a comment if something stands before it there, else the next line with something on it. */
    private static int lineMeant(SourceFile file, List<Token> tokens, int comment) {
        int own = lineOf(file, tokens.get(comment).span().start());
        for (int i = comment - 1; i >= 0; i--) {
            Token before = tokens.get(i);
            boolean stands = before.kind() != Token.Kind.SPACE && !isComment(before);
            if (stands) {
                if (lineOf(file, before.span().end()) == own) {
                    return own;
                }
                break;
            }
        }
        return tokens.stream()
                .skip(comment + 1L)
                .filter(token -> token.kind() != Token.Kind.SPACE && !isComment(token))
                .findFirst()
                .map(token -> lineOf(file, token.span().start()))
                .orElse(own);
    }

    private static int lineOf(SourceFile file, int offset) {
        return file.position(offset).line();
    }

    /** Whether a finding of this file was allowed; that is kept in mind. */
    boolean allow(Diagnostic finding) {
        int line = finding.at().start().line();
        Optional<Allowance> allowance = allowances.stream()
                .filter(each -> each.rule().equals(finding.name()) && each.line() == line)
                .findFirst();
        allowance.ifPresent(used::add);
        return allowance.isPresent();
    }

    /** What is wrong with the allowances themselves, once all findings of the file were shown to {@link #allow}. */
    List<Diagnostic> findings(List<String> rules) {
        List<Diagnostic> findings = new ArrayList<>();
        for (Allowance allowance : allowances) {
            if (!rules.contains(allowance.rule())) {
                findings.add(new UnknownRule(allowance.name(), allowance.rule(), Nearest.to(allowance.rule(), rules)));
            } else if (!used.contains(allowance)) {
                findings.add(new UnusedAllowance(allowance.name(), allowance.rule(), allowance.line()));
            } else if (!allowance.hasReason()) {
                findings.add(new AllowanceWithoutReason(allowance.name(), allowance.rule()));
            }
        }
        return findings;
    }
}
