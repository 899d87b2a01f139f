package dev.rung.repl.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class InterruptsTest {
    @Test
    void theFirstStopsBehindTheStatementAndTheSecondLeaves() {
        List<String> said = new ArrayList<>();
        AtomicBoolean left = new AtomicBoolean();
        try (Interrupts interrupts = new Interrupts(said::add, () -> left.set(true))) {
            assertThat(interrupts.wantsToStop()).isFalse();
            interrupts.interrupt();
            assertThat(interrupts.wantsToStop()).isTrue();
            assertThat(left).isFalse();
            assertThat(said.getLast()).startsWith("stopping behind this statement");
            interrupts.interrupt();
            assertThat(left).isTrue();
            assertThat(said.getLast()).contains("rung resume");
        }
    }
}
