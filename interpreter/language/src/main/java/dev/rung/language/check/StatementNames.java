package dev.rung.language.check;

import dev.rung.language.syntax.Name;
import dev.rung.language.syntax.Statement;
import dev.rung.model.text.SourceMap;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The last part of a statement's id: what it does to what, never where it stands. */
public final class StatementNames {
    private static final int LONGEST = 48;

    private StatementNames() {}

    public static String of(Statement statement, SourceMap file) {
        return statement.tail().named().map(Name::text).orElseGet(() -> derived(statement, file));
    }

    private static String derived(Statement statement, SourceMap file) {
        Statement.Subject subject = statement.subject();
        Stream<String> word =
                statement instanceof Statement.Rollback ? Stream.of() : Stream.of(kebab(statement.word()));
        Stream<String> names = subject.names().stream().map(Name::text);
        Stream<String> sources = subject.sources().stream().map(span -> kebab(file.text(span)));
        return Stream.of(word, names, sources).flatMap(each -> each).collect(Collectors.joining("-"));
    }

    /** What else has a name is judged by it, and of choices and repetitions that are alike each has its number. */
    static boolean isByForm(Statement statement) {
        return switch (statement) {
            case Statement.ForEach _, Statement.LetOnce _, Statement.Rollback _, Statement.When _ -> false;
            case Statement.Confirm _, Statement.Manual _ ->
                statement.tail().named().isPresent();
            default -> true;
        };
    }

    /** What a person answers to who has taken a deed back: never the name by which it was said to be done. */
    public static String undoing(Statement.Manual manual) {
        return "undo-" + manual.name();
    }

    /**
     * Letters and digits in lower case, one hyphen for whatever stands between. Of long ones the first words, with four
     * digits that tell them from others that begin like them.
     */
    public static String kebab(String text) {
        StringBuilder joined = new StringBuilder();
        String lower = text.toLowerCase(Locale.ROOT);
        int point;
        for (int i = 0; i < lower.length(); i += Character.charCount(point)) {
            point = lower.codePointAt(i);
            if (Character.isLetter(point) || Character.getType(point) == Character.DECIMAL_DIGIT_NUMBER) {
                joined.appendCodePoint(point);
            } else if (!joined.isEmpty() && joined.charAt(joined.length() - 1) != '-') {
                joined.append('-');
            }
        }
        if (!joined.isEmpty() && joined.charAt(joined.length() - 1) == '-') {
            joined.setLength(joined.length() - 1);
        }
        String kebab = joined.toString();
        if (kebab.length() <= LONGEST) {
            return kebab.isEmpty() ? "nameless" : kebab;
        }
        int end = kebab.lastIndexOf('-', LONGEST);
        return kebab.substring(0, end > 0 ? end : LONGEST) + "-" + String.format("%04x", kebab.hashCode() & 0xffff);
    }
}
