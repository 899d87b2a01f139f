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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    private record Allowance(String rule, Location name, boolean hasReason, int line) {
        Silenced silenced() {
            return new Silenced(rule, line);
        }
    }

    private final List<Allowance> allowances;
    private final Map<Silenced, Allowance> first = new HashMap<>();
    private final Set<Silenced> used = new HashSet<>();

    /** Of two that silence the same the first one does. */
    private record Silenced(String rule, int line) {}

    private Allowances(List<Allowance> allowances) {
        this.allowances = allowances;
        allowances.forEach(allowance -> first.putIfAbsent(allowance.silenced(), allowance));
    }

    /** @param tokens all of the file, comments too */
    static Allowances of(SourceFile file, List<Token> tokens) {
        List<Allowance> allowances = new ArrayList<>();
        int[] next = nextWords(tokens);
        Optional<Token> last = Optional.empty();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            last = isWord(token) ? Optional.of(token) : last;
            if (isComment(token)) {
                Matcher form = FORM.matcher(file.text(token.span()));
                if (form.matches()) {
                    int start = token.span().start() + form.start("rule");
                    Location name =
                            file.at(new Span(start, start + form.group("rule").length()));
                    allowances.add(new Allowance(
                            form.group("rule"),
                            name,
                            form.group("reason") != null,
                            lineMeant(
                                    file,
                                    token,
                                    last,
                                    next[i] < 0 ? Optional.empty() : Optional.of(tokens.get(next[i])))));
                }
            }
        }
        return new Allowances(allowances);
    }

    private static boolean isComment(Token token) {
        return token.kind() == Token.Kind.COMMENT || token.kind() == Token.Kind.DOCUMENTATION;
    }

    private static boolean isWord(Token token) {
        return token.kind() != Token.Kind.SPACE && !isComment(token);
    }

    /** For each token the next one with something on it, or -1 if there is none. */
    private static int[] nextWords(List<Token> tokens) {
        int[] next = new int[tokens.size()];
        int found = -1;
        for (int i = tokens.size() - 1; i >= 0; i--) {
            next[i] = found;
            found = isWord(tokens.get(i)) ? i : found;
        }
        return next;
    }

    /** The line of a comment if something stands before it there, else the next line with something on it. */
    private static int lineMeant(SourceFile file, Token comment, Optional<Token> last, Optional<Token> next) {
        int own = lineOf(file, comment.span().start());
        boolean behind =
                last.filter(word -> lineOf(file, word.span().end()) == own).isPresent();
        return behind
                ? own
                : next.map(word -> lineOf(file, word.span().start())).orElse(own);
    }

    private static int lineOf(SourceFile file, int offset) {
        return file.position(offset).line();
    }

    /** Whether a finding of this file was allowed; that is kept in mind. */
    boolean allow(Diagnostic finding) {
        Silenced silenced = new Silenced(finding.name(), finding.at().start().line());
        boolean allowed = first.containsKey(silenced);
        if (allowed) {
            used.add(silenced);
        }
        return allowed;
    }

    /** What is wrong with the allowances themselves, once all findings of the file were shown to {@link #allow}. */
    List<Diagnostic> findings(List<String> rules) {
        List<Diagnostic> findings = new ArrayList<>();
        for (Allowance allowance : allowances) {
            if (!rules.contains(allowance.rule())) {
                findings.add(new UnknownRule(allowance.name(), allowance.rule(), Nearest.to(allowance.rule(), rules)));
            } else if (!isUsed(allowance)) {
                findings.add(new UnusedAllowance(allowance.name(), allowance.rule(), allowance.line()));
            } else if (!allowance.hasReason()) {
                findings.add(new AllowanceWithoutReason(allowance.name(), allowance.rule()));
            }
        }
        return findings;
    }

    private boolean isUsed(Allowance allowance) {
        return used.contains(allowance.silenced())
                && first.get(allowance.silenced()).equals(allowance);
    }
}
