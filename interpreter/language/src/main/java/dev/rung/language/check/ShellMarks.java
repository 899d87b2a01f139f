package dev.rung.language.check;

import dev.rung.language.check.CommandFinding.ShellMark;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.language.syntax.Statement;
import dev.rung.model.diagnostic.Edit;
import dev.rung.model.text.Location;
import dev.rung.model.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds what only a shell understands in a text that is split at blanks and given to a program as it stands. Whoever means
 * it for the program writes the words as a list.
 */
final class ShellMarks {
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern QUOTED = Pattern.compile("\"\"\"|'''|\"|'");
    private static final Pattern HOLE = Pattern.compile("\\$\\{[^}]*}");
    private static final Pattern OPERATOR = Pattern.compile("\\|\\|?|&&?|&>|;|\\d?>>?|<|\\d?>&\\d");
    private static final Pattern REDIRECTION = Pattern.compile("([0-9&]?>>?)[^=>\\s].*");
    private static final Pattern FILLED_IN = Pattern.compile("\\$\\(|`|\\$[A-Z_][A-Z0-9_]*");
    private static final Pattern QUOTE = Pattern.compile("(?:[^\\s'\"\\\\]*=)?\\\\?(['\"]).*");
    private static final Pattern SETTING = Pattern.compile("([A-Za-z_]\\w*)=\\S*");
    private static final Pattern PARTS = Pattern.compile("'([^']*)'|\\\\?\"([^\"\\\\]*)\\\\?\"|([^\\s'\"\\\\]+)");
    private static final Set<String> WORDS_OF_SHELLS = Set.of(
            ".", "alias", "cd", "eval", "export", "for", "if", "source", "trap", "ulimit", "umask", "unset", "while");

    private ShellMarks() {}

    /** @param at where it stands in the text @param mark what a shell would have understood */
    private record Mark(Span at, String mark, String help) {
        Mark(Span at, String mark) {
            this(at, mark, "");
        }
    }

    /** Of the command of a {@code run}. */
    static Optional<ShellMark> in(Statement.Run run, Findings findings) {
        return text(run.command(), findings)
                .flatMap(text -> first(text).map(mark -> {
                    Optional<Edit> list = list(text);
                    Optional<Edit> shell =
                            mark.mark().equals("cd") || !mark.help().isEmpty()
                                    ? Optional.empty()
                                    : list.isPresent() ? list : shell(run, text, findings);
                    String help = mark.help().isEmpty()
                            ? list.map(edit -> "a list is the words themselves: `run " + edit.replacement() + "`")
                                    .orElse("let a shell do it: `"
                                            + shell.map(Edit::replacement).orElse("shell '…'")
                                            + "`, with the values that it needs behind `with`")
                            : mark.help();
                    return new ShellMark(at(text, mark, findings), "`run`", mark.mark(), help, shell);
                }));
    }

    /** Of a command that a call or a driver is given. */
    static Optional<ShellMark> in(ExpressionNode command, Findings findings) {
        return text(command, findings)
                .flatMap(text -> first(text).map(mark -> {
                    Optional<Edit> list = list(text).or(() -> program(text));
                    String help = list.map(edit -> "write `" + edit.replacement() + "`")
                            .orElse("let a shell do it: `[\"sh\", \"-c\", \"…\"]`");
                    return new ShellMark(at(text, mark, findings), "a command", mark.mark(), help, list);
                }));
    }

    private static Location at(Location text, Mark mark, Findings findings) {
        return findings.at(new Span(
                text.span().file(),
                text.span().start() + mark.at().start(),
                text.span().start() + mark.at().end()));
    }

    private static Optional<Location> text(ExpressionNode command, Findings findings) {
        return command instanceof ExpressionNode.Text text ? Optional.of(findings.at(text.span())) : Optional.empty();
    }

    private static int quotes(String written) {
        Matcher quotes = QUOTED.matcher(written);
        return quotes.lookingAt() ? quotes.end() : 0;
    }

    /** What is filled in later is one word, or a part of one, whatever stands in it. */
    private static String content(Location text) {
        String written = text.text();
        int quotes = quotes(written);
        boolean raw = written.startsWith("'");
        String content = written.substring(quotes, Math.max(quotes, written.length() - quotes));
        return raw
                ? content
                : HOLE.matcher(content)
                        .replaceAll(hole -> "_".repeat(hole.group().length()));
    }

    private static Optional<Mark> first(Location text) {
        String content = content(text);
        List<MatchResult> words = WORD.matcher(content).results().toList();
        for (int i = 0; i < words.size(); i++) {
            MatchResult word = words.get(i);
            Optional<Mark> mark = mark(word.group(), word.start() + quotes(text.text()), i == 0, i == words.size() - 1);
            if (mark.isPresent()) {
                return mark;
            }
        }
        return Optional.empty();
    }

    private static Optional<Mark> mark(String word, int start, boolean first, boolean last) {
        Matcher filledIn = FILLED_IN.matcher(word);
        Matcher redirection = REDIRECTION.matcher(word);
        Matcher quote = QUOTE.matcher(word);
        Matcher setting = SETTING.matcher(word);
        Span all = new Span(start, start + word.length());
        if (OPERATOR.matcher(word).matches() && !(last && word.equals(";"))) {
            return Optional.of(new Mark(all, word));
        } else if (redirection.matches()) {
            return Optional.of(new Mark(all, redirection.group(1)));
        } else if (word.endsWith(";") && word.length() > 1 && !last && !word.endsWith("\\;")) {
            return Optional.of(new Mark(new Span(all.end() - 1, all.end()), ";"));
        } else if (filledIn.find()) {
            return Optional.of(new Mark(new Span(start + filledIn.start(), start + filledIn.end()), filledIn.group()));
        } else if (quote.matches()) {
            return Optional.of(new Mark(all, quote.group(1)));
        } else if (word.equals("~") || word.startsWith("~/")) {
            return Optional.of(new Mark(all, "~"));
        } else if (first && WORDS_OF_SHELLS.contains(word)) {
            return Optional.of(new Mark(
                    all, word, word.equals("cd") && last ? "the folder of a program stands behind `from`" : ""));
        } else if (first && setting.matches()) {
            return Optional.of(new Mark(
                    all,
                    word,
                    "what stands in its environment stands behind `with`: `with " + setting.group(1) + " = \"…\"`"));
        }
        return Optional.empty();
    }

    /** The words of a text whose quotes are all that a shell would have understood in it. */
    private static Optional<Edit> list(Location text) {
        String content = content(text);
        boolean plain = PARTS.matcher(content).replaceAll("").isBlank()
                && !content.contains("\n")
                && text.text().indexOf("${") < 0
                && PARTS.matcher(content).results().allMatch(part -> isPlain(part.group()));
        boolean quoted = content.indexOf('\'') >= 0 || content.indexOf('"') >= 0;
        return plain && quoted
                ? Optional.of(new Edit(
                        text,
                        PARTS.matcher(content)
                                .results()
                                .map(part -> part.group().replaceAll("^\\\\?['\"]|\\\\?['\"]$", ""))
                                .collect(Collectors.joining("\", \"", "[\"", "\"]"))))
                : Optional.empty();
    }

    /** Stands by itself, and means nothing more to a shell than its quotes. */
    private static boolean isPlain(String word) {
        return word.indexOf('\\') < 0
                        && word.indexOf('$') < 0
                        && word.indexOf('`') < 0
                        && !OPERATOR.matcher(word).matches()
                        && !REDIRECTION.matcher(word).matches()
                        && !word.endsWith(";")
                        && !word.startsWith("~")
                || word.startsWith("\\\"");
    }

    private static boolean mayMove(Location text) {
        String content = content(text);
        return text.text().indexOf("${") < 0 && content.indexOf('\\') < 0 && quotes(text.text()) == 1;
    }

    /** {@code run "a | b"} as {@code shell 'a | b'} */
    private static Optional<Edit> shell(Statement.Run run, Location text, Findings findings) {
        String content = content(text);
        Span whole =
                new Span(text.span().file(), run.span().start(), text.span().end());
        return mayMove(text) && content.indexOf('\'') < 0
                ? Optional.of(new Edit(findings.at(whole), "shell '" + content + "'"))
                : Optional.empty();
    }

    /** {@code output("a | b")} as {@code output(["sh", "-c", "a | b"])} */
    private static Optional<Edit> program(Location text) {
        return mayMove(text) ? Optional.of(new Edit(text, "[\"sh\", \"-c\", " + text.text() + "]")) : Optional.empty();
    }
}
