package dev.rung.repl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words of the two languages, as their grammars list them. */
final class GrammarWords {
    private static final Path GRAMMARS = Path.of("../grammar/src/main/antlr4/dev/rung/grammar");
    private static final Pattern KEYWORD = Pattern.compile("(?m)^[A-Z_0-9]+ *: '([^']+)';$");

    private GrammarWords() {}

    /** @param grammar {@code Runbook} or {@code Releases} */
    static List<String> keywords(String grammar) throws IOException {
        String lexer = Files.readString(GRAMMARS.resolve(grammar + "Lexer.g4"));
        String listed = lexer.substring(lexer.indexOf("// keywords begin"), lexer.indexOf("// keywords end"));
        return KEYWORD.matcher(listed).results().map(found -> found.group(1)).toList();
    }

    /**
     * The first word of each alternative of these rules; {@code NAME} where one begins with a name.
     *
     * @param grammar {@code Runbook} or {@code Releases}
     */
    static TreeSet<String> beginning(String grammar, String... rules) throws IOException {
        String parser = Files.readString(GRAMMARS.resolve(grammar + "Parser.g4"));
        TreeSet<String> words = new TreeSet<>();
        for (String rule : rules) {
            Matcher body =
                    Pattern.compile("(?m)^" + rule + "\n((?:    .*\n)+?)    ;$").matcher(parser);
            if (!body.find()) {
                throw new AssertionError("the grammar has no rule " + rule);
            }
            alternatives(body.group(1)).forEach(words::add);
        }
        return words;
    }

    /** {@code : INPUT name=…}, {@code | kind=(ARTIFACT | BUCKET) …}, {@code | name=NAME …}, {@code | let} */
    private static Stream<String> alternatives(String body) {
        return Pattern.compile("(?m)^    [:|] (?:\\w+=)?(?:\\(([^)]+)\\)|(\\w+))")
                .matcher(body)
                .results()
                .flatMap(GrammarWords::first);
    }

    private static Stream<String> first(MatchResult alternative) {
        return alternative.group(1) == null
                ? Stream.of(spelling(alternative.group(2)))
                : Stream.of(alternative.group(1).split(" \\| ")).map(GrammarWords::spelling);
    }

    private static String spelling(String token) {
        return token.equals("NAME") ? token : token.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
