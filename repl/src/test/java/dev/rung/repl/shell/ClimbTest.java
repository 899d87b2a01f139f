package dev.rung.repl.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.engine.run.Destination;
import dev.rung.engine.run.Ending;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Premises;
import dev.rung.repl.Notes;
import dev.rung.repl.Typed;
import dev.rung.repl.work.Carrying;
import dev.rung.repl.work.Desk;
import dev.rung.repl.work.Engines;
import dev.rung.repl.work.Inputs;
import dev.rung.repl.work.Questions;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run in front of somebody who sits there: a failure waits for a word. */
class ClimbTest {
    private static final Questions SOMEBODY = new Questions() {
        @Override
        public boolean somebodyIsThere() {
            return true;
        }

        @Override
        public Optional<String> ask(String question) {
            return Optional.of("y");
        }
    };

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private Typed typed;

    @BeforeEach
    void sitDown() {
        typed = new Typed(folder);
        Notes.layOut(typed, "    require exists(\"${folder}/ready\")\n");
    }

    private Climb climb() throws Exception {
        Desk desk = typed.desk(new PrintStream(out, false, StandardCharsets.UTF_8));
        Repl.Wanted wanted = new Repl.Wanted(
                Optional.of("notes.runbook"),
                new Inputs.Said(Map.of(), Optional.empty(), Optional.empty()),
                Premises.NONE,
                new Carrying.Choices(
                        Set.of("announced"),
                        Set.of(),
                        Optional.empty(),
                        new Destination.Nearest(),
                        Carrying.Choices.OnFailure.ASK));
        return new Workbench(desk, Engines.at(desk), wanted, SOMEBODY)
                .load("notes.runbook")
                .orElseThrow();
    }

    private static String next(Climb climb) {
        return climb.ahead().stream().findFirst().map(Item.Step::id).orElse("");
    }

    @Test
    void staysAtAFailureAndTriesItAgainWhenTold() throws Exception {
        try (Climb climb = climb()) {
            assertThat(climb.toTheEnd()).isEmpty();
            assertThat(climb.hasStayed()).isTrue();
            assertThat(next(climb)).startsWith("upgrade/2.0/require-exists");
            assertThat(climb.next(1)).as("it fails once more").isEmpty();
            assertThat(climb.hasStayed()).isTrue();
            typed.file("ready", "");
            assertThat(climb.next(1)).isEmpty();
            assertThat(next(climb)).isEqualTo("upgrade/3.0/swap-app");
            assertThat(climb.toTheEnd()).containsInstanceOf(Ending.Upgraded.class);
        }
        assertThat(out.toString(StandardCharsets.UTF_8).split("✘ require exists"))
                .hasSize(3);
    }

    @Test
    void goesBackFromAFailureStatementByStatement() throws Exception {
        try (Climb climb = climb()) {
            climb.toTheEnd();
            climb.takeBack();
            climb.takeBack();
            climb.takeBack();
            assertThat(next(climb)).isEqualTo("upgrade/2.0/swap-app");
            assertThat(folder.resolve("app")).hasContent("1.0");
            typed.file("ready", "");
            assertThat(climb.to(climb.ahead().get(1))).isEmpty();
            assertThat(folder.resolve("app")).hasContent("2.0");
            assertThat(climb.toTheEnd()).containsInstanceOf(Ending.Upgraded.class);
        }
    }

    @Test
    void skipsWhatHasFailedIfTheProofCanDoWithoutIt() throws Exception {
        try (Climb climb = climb()) {
            climb.toTheEnd();
            assertThat(climb.skip("it is ready, I have looked")).isEmpty();
            climb.toTheEnd();
            assertThat(climb.skip("and now, too")).isEmpty();
            assertThat(climb.toTheEnd().map(Ending::words).orElse(""))
                    .contains("upgraded to 3.0 with waivers", "it is ready, I have looked", "and now, too");
        }
    }
}
