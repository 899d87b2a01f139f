package dev.rung.repl.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private static final Pattern HUNK = Pattern.compile("@@ -(\\d+)(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))? @@");

    @Test
    void nothingIsNoDifference() {
        assertThat(Difference.of("a", "1\n2\n", "1\n2\n")).isEmpty();
    }

    @Test
    void threeLinesAroundAreShown() {
        assertThat(Difference.of("a", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nx\n6\n7\n8\n9\n"))
                .isEqualTo("--- a\n+++ a\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n");
    }

    @Test
    void aMissingLineBreakAtTheEndIsSaid() {
        assertThat(Difference.of("a", "1", "1\n"))
                .isEqualTo("--- a\n+++ a\n@@ -1 +1 @@\n-1\n\\ No newline at end of file\n+1\n");
    }

    /** What it shows turns the one into the other. */
    @Test
    void itCanBeApplied() {
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            String before = lines(random);
            String after = lines(random);
            assertThat(applied(before, Difference.of("a", before, after))).isEqualTo(after);
        }
    }

    @Test
    void textsWithNothingInCommonAreReplaced() {
        String before = "a\n".repeat(6_000);
        String after = "b\n".repeat(6_000);
        assertThat(applied(before, Difference.of("a", before, after))).isEqualTo(after);
    }

    private static String lines(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            text.append(random.nextInt(6)).append('\n');
        }
        return text.toString();
    }

    private static String applied(String before, String difference) {
        List<String> from = before.lines().toList();
        List<String> result = new ArrayList<>();
        int next = 0;
        for (String line : difference.lines().skip(2).toList()) {
            if (line.startsWith("@@")) {
                MatchResult hunk = HUNK.matcher(line).results().findFirst().orElseThrow();
                int first = Integer.parseInt(hunk.group(1)) - ("0".equals(hunk.group(2)) ? 0 : 1);
                result.addAll(from.subList(next, first));
                next = first;
            } else if (line.charAt(0) == '+') {
                result.add(line.substring(1));
            } else {
                assertThat(line.substring(1)).isEqualTo(from.get(next));
                if (line.charAt(0) == ' ') {
                    result.add(from.get(next));
                }
                next++;
            }
        }
        result.addAll(from.subList(next, from.size()));
        return String.join("", result.stream().map(each -> each + "\n").toList());
    }
}
