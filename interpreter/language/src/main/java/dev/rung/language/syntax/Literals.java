package dev.rung.language.syntax;

import dev.rung.grammar.RunbookLexer;
import dev.rung.language.syntax.LiteralFinding.NotANumber;
import dev.rung.language.syntax.SlipFinding.OtherSpelling;
import dev.rung.model.expression.Durations;
import dev.rung.model.expression.Sizes;
import dev.rung.model.expression.Value;
import dev.rung.model.text.Location;
import dev.rung.model.text.SourceFile;
import dev.rung.model.version.Version;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;

/** Judges what begins with a digit: the lexer takes it in generously. */
final class Literals {
    private static final Pattern BROKEN_MEASURE = Pattern.compile("\\d+\\.\\d+(B|[KMGT]i?B|ms|s|m|h|d|kB|[KMGT])");
    private final SourceFile file;
    private final Consumer<SyntaxFinding> findings;

    Literals(SourceFile file, Consumer<SyntaxFinding> findings) {
        this.file = file;
        this.findings = findings;
    }

    ExpressionNode literal(Token token) {
        Optional<Value> value = value(token);
        return value.isPresent()
                ? new ExpressionNode.Literal(value.get(), Spans.of(token))
                : new ExpressionNode.Unread(Spans.of(token));
    }

    private Optional<Value> value(Token token) {
        String text = token.getText();
        return switch (token.getType()) {
            case RunbookLexer.TRUE -> Optional.of(new Value.Truth(true));
            case RunbookLexer.FALSE -> Optional.of(new Value.Truth(false));
            case RunbookLexer.WHOLE -> number(token, text).map(Value.Whole::new);
            case RunbookLexer.PERCENT ->
                number(token, text.substring(0, text.length() - 1)).map(Value.Percentage::new);
            case RunbookLexer.VERSION -> version(token, text);
            case RunbookLexer.DATE -> date(token, text);
            case RunbookLexer.MEASURE -> measure(token, text);
            default -> throw new IllegalStateException("no literal: " + text);
        };
    }

    private Optional<Long> number(Token token, String digits) {
        try {
            return Optional.of(Long.parseLong(digits));
        } catch (NumberFormatException tooLarge) {
            return wrong(token, "the largest whole number is " + Long.MAX_VALUE);
        }
    }

    private Optional<Value> version(Token token, String text) {
        if (BROKEN_MEASURE.matcher(text).matches()) {
            return wrong(token, "sizes and durations are whole numbers: write `1500MB`, `90m`, or `1h30m`");
        }
        return Version.parse(text).map(Value.Number::new);
    }

    private Optional<Value> date(Token token, String text) {
        try {
            return Optional.of(new Value.Day(LocalDate.parse(text)));
        } catch (DateTimeParseException noSuchDay) {
            return wrong(token, "there is no such day");
        }
    }

    private Optional<Value> measure(Token token, String text) {
        Optional<Value> duration = Durations.parse(text).map(Value.Span::new);
        Optional<Value> measure =
                duration.isPresent() ? duration : Sizes.parse(text).map(Value.Size::new);
        return measure.isPresent()
                ? measure
                : wrong(
                        token,
                        "a duration is written like `90s` or `1h30m`, a size like `512MiB` or `2GB`; a version or a"
                                + " name that looks like this stands in quotes");
    }

    private <T> Optional<T> wrong(Token token, String help) {
        Location at = file.at(Spans.of(token));
        String text = token.getText();
        findings.accept(Units.right(text)
                .or(() -> Units.completed(text))
                .<SyntaxFinding>map(right -> new OtherSpelling(at, right))
                .orElseGet(() -> new NotANumber(at, text, help)));
        return Optional.empty();
    }
}
