package dev.rung.language.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.language.Runbooks;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.SourceFile;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever comes in: all of it is in the tokens, a tree comes out, nothing is thrown. */
class LosslessTest {
    private static final String ALPHABET = "{}()[]\"'$#\\\r\n .,=-x1\uD83D\uDE00\uD800é/*+:<>!%&|;";

    private final String source = Runbooks.ledger().text()
            + "\n"
            + "# more\n"
            + "phase \"More\" { say \"\"\"\n"
            + "  a ${1 + 2} b\n"
            + "  \"c\"\n"
            + "  \"\"\" say '''x ' y''' say \"é😀${\"a${1}\"}\" }\n";

    @Test
    void everyPrefixIsLossless() {
        for (int end = 0; end <= source.length(); end++) {
            lossless(source.substring(0, end));
        }
    }

    @Test
    void everyMutationIsLosslessAndGivesATree() {
        Random random = new Random(20_251_121);
        for (int i = 0; i < 4_000; i++) {
            String mutant = mutated(random);
            lossless(mutant);
            SourceFile file = new SourceFile("mutant.runbook", mutant);
            Diagnosed<SyntaxTree> tree = RunbookReader.file(file);
            assertThat(tree.value().file()).isEqualTo(file);
            rendered(tree.diagnostics());
            rendered(RunbookReader.typed(file).diagnostics());
            rendered(RunbookReader.expression(file).diagnostics());
            assertThat(RunbookReader.completeness(mutant)).isNotNull();
        }
    }

    private String mutated(Random random) {
        StringBuilder text = new StringBuilder(source);
        for (int edits = 1 + random.nextInt(5); edits > 0; edits--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
                case 2 -> text.delete(at, Math.min(text.length(), at + random.nextInt(40)));
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(40))));
            }
        }
        return text.toString();
    }

    private static void lossless(String text) {
        SourceFile file = new SourceFile("any.runbook", text);
        StringBuilder all = new StringBuilder();
        RunbookReader.tokens(file).forEach(token -> all.append(file.text(token.span())));
        assertThat(all.toString()).isEqualTo(text);
    }

    /** Messages are made late; none may stumble over the place that it is about, nor speak the generator's language. */
    private static void rendered(List<Diagnostic> diagnostics) {
        for (Diagnostic finding : diagnostics) {
            String all = finding.at()
                    + finding.summary()
                    + finding.label()
                    + finding.help()
                    + finding.labels()
                    + finding.notes();
            assertThat(all).doesNotContain("<EOF>", "NAME", "TEXT_OPEN", "extraneous", "mismatched", "viable");
        }
    }

    @Test
    void nestingHasALimitAndNeverUsesUpTheStack() {
        for (int depth : new int[] {90, 110, 5_000, 50_000}) {
            List<String> nested = List.of(
                    "let a = " + "(".repeat(depth) + "1" + ")".repeat(depth),
                    "let a = " + "1 + ".repeat(depth) + "1",
                    "let a = " + "not ".repeat(depth) + "true",
                    "let a = " + "[".repeat(depth) + "]".repeat(depth),
                    "let a = x" + ".line".repeat(depth),
                    "let a = " + "\"${".repeat(depth) + "1" + "}\"".repeat(depth),
                    "phase \"p\" " + "{ when true ".repeat(depth) + "{}" + "}".repeat(depth));
            for (String text : nested) {
                List<Diagnostic> findings = RunbookReader.file(new SourceFile("deep.runbook", "runbook \"d\"\n" + text))
                        .diagnostics();
                if (depth < 100) {
                    assertThat(findings).isEmpty();
                } else {
                    assertThat(findings).hasSize(1).hasOnlyElementsOfType(ClosingFinding.TooDeep.class);
                }
            }
        }
    }
}
