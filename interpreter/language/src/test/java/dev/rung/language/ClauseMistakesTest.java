package dev.rung.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.grammar.RunbookParser;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each clause of each statement, declaration and entry, with four mistakes that are made mechanically: what belongs to it
 * is left out, its word is misspelt, its value is of a wrong type, it stands twice. Each gives one finding, in that clause,
 * with something to do about it, and never in the words of the parser's generator.
 */
class ClauseMistakesTest {
    private static final String DIGEST = '"' + "ab".repeat(32) + '"';

    /**
     * Place, what stands before the clause, the clause, what it is with a value of a wrong type, what stands behind it. The
     * first word of a clause is the one that is misspelt; without a wrong type there is none.
     */
    private static final String CLAUSES = """
        phase | require healthy | else "x" | else 3
        phase | require healthy | else continue | else 3
        phase | require healthy | retry 3 every 10s | retry healthy every 10s
        phase | require healthy | within 5m | within home
        phase | require healthy | named a | named 3
        phase | backup store to "b" | verified by restore | verified by 3
        phase | backup store to "b" | keep 3 | keep home
        phase | backup store to "b" | within 5m | within home
        phase | restore store | from "b" | from 3
        phase | wait for healthy within 5m | unless not healthy | unless home
        phase | wait for healthy | within 5m | within 3
        phase | download "http://x/y" to "z" | sha256 DIGEST | sha256 3
        phase | download "http://x/y" to "z" | named a | named 3
        phase | run "ls" | changes db | changes 3
        phase | run "ls" | changes nothing | changes server
        phase | run "ls" changes nothing | from home | from 3
        phase | run "ls" changes nothing | with a = 1 | with a 1
        phase | run "ls" changes nothing | expect 0 | expect home
        phase | run "ls" changes nothing | idempotent |
        phase | run "ls" changes nothing | on web | on home
        phase | run "ls" changes nothing | within 5m | within home
        phase | run "ls" changes db | undo { run "a" changes db } | undo 3
        phase | shell 'ls' | changes db | changes 3
        phase | shell 'ls' changes nothing | from home | from 3
        phase | shell 'ls' changes nothing | with a = 1 | with a 1
        phase | shell 'ls' changes db | undo { run "a" changes db } | undo 3
        phase | http POST url | with "a" = "b" | with 3 = "b"
        phase | http POST url | body "b" | body 3
        phase | http POST url | expect 200 | expect home
        phase | http POST url | changes db | changes server
        phase | http POST url changes db | undo { http POST url changes db } | undo 3
        phase | stop server sql db "x" | with [1] | with 1
        phase | stop server sql db "x" | undo { run "a" changes db } | undo 3
        phase | manual a "b" | verify healthy | verify home
        phase | manual a "b" | changes db | changes server
        phase | manual a "b" changes db | undo "c" | undo 3
        phase | manual a "b" | named c | named 3
        phase | when healthy { } | else { } | else 3
        hop | swap jar to next | within 5m | within home
        hop | stop server swap db with "dump" | sha256 DIGEST | sha256 3
        hop | stop server swap db with "dump" | named a | named 3
        ladder | step-through app to target | via 2.0.0 | via home | { }
        top | phase "x" | changes nothing | changes 3 | { }
        top | system other | on web | on home | { releases "app.releases" installed = version("1") healthy = true java = java-version("x") }
        top | input n : text | = "x" | = 3
        top | window "Sat 22:00" | to "Sun 04:00" | to 3 | in "UTC"
        top | window "Sat 22:00" to "Sun 04:00" | in "UTC" | in 3
        system | files more = directory("x") | on web | on home
        system | files more = directory("x", | exclude: ["a"] | exclude: 3 | )
        system | service more = process("x", pid-file: "y", | migrates: [db] | migrates: 3 | )
        release | line 4 | requires java >= 17 | requires 3 >= 17 | { }
        release | line 4 | from 3 | from "x" | { }
        release | line 4 | notes "n" | notes 3 | { }
        release | line 4 { release 4.0.0 { | released 2025-01-30 | released "x" | } }
        release | line 4 { release 4.0.0 { | sha256 DIGEST | sha256 3 | } }
        release | line 4 { release 4.0.0 { | url "u" | url 3 | } }
        release | line 4 { release 4.0.0 { | notes "n" | notes 3 | } }
        release | line 4 { release 4.0.0 { | requires java >= 17 | requires 3 >= 17 | } }
        release | line 4 { broken 4.0.0 "x" | notes "n" | notes 3 | }
        release | back by other since 2 | except 3 | except "x"
        release | back by other | since 2 | since "x"
        release | waypoint 2 "x" | when java >= 17 | when 3 >= 17
        """;

    private record Row(String place, String before, String clause, String wrong, String behind) {
        static Row of(String line) {
            String[] cells = (line.replace("DIGEST", DIGEST) + " ").split("(?<=^| )\\|(?= |$)", -1);
            List<String> all = Stream.of(cells).map(String::strip).toList();
            return new Row(all.get(0), all.get(1), all.get(2), all.get(3), all.size() > 4 ? all.get(4) : "");
        }

        String word() {
            return clause.split("[ :]")[0];
        }

        /** The clause without its last word, or without all that is in its braces. */
        String missing() {
            return clause.contains("{")
                    ? clause.substring(0, clause.indexOf('{')).strip()
                    : clause.replaceFirst("(\"[^\"]*\"|\\S+)$", "").strip();
        }

        String misspelt() {
            String word = word();
            String exchanged =
                    word.length() < 4 ? "" : "" + word.charAt(0) + word.charAt(2) + word.charAt(1) + word.substring(3);
            String other = exchanged.equals(word) ? word.charAt(0) + word.substring(2) : exchanged;
            return other.isEmpty() ? "" : other + clause.substring(word.length());
        }

        String twice() {
            String between = clause.contains(": ") ? ", " : " ";
            return clause + between + clause;
        }

        SourceFile file(String written) {
            String line =
                    Stream.of(before, written, behind)
                                    .filter(text -> !text.isEmpty())
                                    .reduce("", (a, b) -> a + " " + b) + "\n";
            String lines = line.strip().replace("stop server ", "stop server\n") + "\n";
            return switch (place) {
                case "phase" ->
                    Runbooks.app("place web = local(user: \"web\")\nphase \"p\" {\n" + lines + "say \"after\"\n}\n");
                case "hop" ->
                    Runbooks.app("phase \"p\" {\nstep-through app to target {\n" + lines + "say \"after\"\n}\n}\n");
                case "ladder" -> Runbooks.app("phase \"p\" {\n" + lines + "say \"after\"\n}\n");
                case "top" -> Runbooks.app("place web = local(user: \"web\")\n" + lines + "phase \"after\" { }\n");
                case "system" -> Runbooks.app(lines, "place web = local(user: \"web\")\n");
                case "release" ->
                    new SourceFile(
                            "app.releases",
                            "releases \"App\"\n" + lines
                                    + "path { direct }\nline 2 { release 2.0.0 }\nline 3 { release 3.0.0 }\n");
                default -> throw new AssertionError(place);
            };
        }
    }

    @TestFactory
    Stream<DynamicTest> everyMistakeInAClauseIsOneFindingInIt() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Row row : CLAUSES.lines().map(Row::of).toList()) {
            Map.of(
                            "right",
                            row.clause(),
                            "missing",
                            row.missing(),
                            "misspelt",
                            row.misspelt(),
                            "wrong",
                            row.wrong(),
                            "twice",
                            row.twice())
                    .forEach((mistake, written) -> {
                        boolean sameAsNothing = written.isEmpty();
                        if (!sameAsNothing) {
                            tests.add(DynamicTest.dynamicTest(
                                    mistake + ": " + row.before() + " " + written, () -> holds(row, mistake, written)));
                        }
                    });
        }
        return tests.stream();
    }

    private static void holds(Row row, String mistake, String written) {
        SourceFile file = row.file(written);
        List<Diagnostic> findings = file.name().endsWith(".releases")
                ? Runbooks.toolchain().releases(file).diagnostics()
                : Runbooks.check(file).diagnostics();
        List<String> said = findings.stream()
                .map(finding ->
                        finding.at() + " " + finding.name() + ": " + finding.summary() + " => " + finding.help())
                .toList();
        if (mistake.equals("right")) {
            assertThat(said).isEmpty();
            return;
        }
        assertThat(said).as("one mistake, one message").hasSize(1);
        Diagnostic finding = findings.getFirst();
        int from = file.text().indexOf(row.before().replace("stop server ", "stop server\n"));
        int start = file.text().indexOf(written, from + row.before().length());
        assertThat(finding.at().span().start())
                .as(said.getFirst())
                .isBetween(row.before().startsWith("window") ? from : start - 1, start + written.length() + 1);
        assertThat(finding.help()).as(said.getFirst()).isNotBlank();
        assertThat(said.getFirst().toLowerCase(Locale.ROOT))
                .doesNotContain(
                        "mismatched",
                        "extraneous",
                        "viable",
                        "expecting",
                        "<eof>",
                        "token recognition",
                        "java.",
                        "context");
    }

    /** By the grammar: the labels of all alternatives that are clauses, each with the word that it begins with. */
    @Test
    void everyClauseOfTheGrammarIsInTheTable() {
        Set<String> words = new TreeSet<>();
        CLAUSES.lines().map(Row::of).forEach(row -> words.add(row.word()));
        Stream<Class<?>> rules = Stream.of(
                RunbookParser.RequireClauseContext.class,
                RunbookParser.BackupClauseContext.class,
                RunbookParser.RestoreClauseContext.class,
                RunbookParser.SwapClauseContext.class,
                RunbookParser.DownloadClauseContext.class,
                RunbookParser.SqlClauseContext.class,
                RunbookParser.RunClauseContext.class,
                RunbookParser.HttpClauseContext.class,
                RunbookParser.WaitClauseContext.class,
                RunbookParser.ManualClauseContext.class,
                RunbookParser.TailContext.class);
        Set<String> terminals = new TreeSet<>();
        rules.flatMap(rule -> Stream.of(RunbookParser.class.getDeclaredClasses())
                        .filter(alternative -> alternative.getSuperclass().equals(rule)))
                .flatMap(alternative -> Stream.of(alternative.getDeclaredMethods()))
                .map(method -> method.getName())
                .filter(name -> name.equals(name.toUpperCase(Locale.ROOT))
                        && !Set.of("BY", "COMMA", "CONTINUE", "EVERY", "NAME", "RESTORE")
                                .contains(name))
                .forEach(name -> terminals.add(name.toLowerCase(Locale.ROOT)));
        assertThat(words).containsAll(terminals);
    }
}
