package dev.rung.engine.journal;

import dev.rung.model.plan.Premises;
import dev.rung.model.state.BackupSet;
import dev.rung.model.state.BackupSet.Level;
import dev.rung.model.state.CodeForm;
import dev.rung.model.state.DataForm;
import dev.rung.model.state.Deed;
import dev.rung.model.state.Deed.Moment;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.ServiceState.Running;
import dev.rung.model.state.State;
import dev.rung.model.state.Trust;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A few lines of a journal, and what stands in them. */
public final class SampleEntries {
    static final List<Entry> ALL = List.of(
            began(1),
            new Entry.Decided("a", true),
            new Entry.Intended("s", 0, "stop \"server\"\n", state()),
            new Entry.HopLanded("h", state(), state()),
            new Entry.Ended("upgraded", 0, "ü — done", List.of("x")));

    private SampleEntries() {}

    public static Entry.RunBegan began(int format) {
        return new Entry.RunBegan(
                format,
                "rung 1",
                "Ledger",
                "ledger",
                "1.8.2",
                "2.4.0",
                "ledger.runbook",
                Map.of("ledger.runbook", "runbook \"Ledger\"\n"),
                Map.of(),
                "/",
                "2026-01-01",
                Map.of("ledger", "1.8.2"),
                "host",
                1,
                "me",
                state(),
                Premises.NONE);
    }

    public static State state() {
        return new State(
                new TreeMap<>(Map.of("jar", CodeForm.MIXED)),
                new TreeMap<>(Map.of("books", DataForm.TOUCHED)),
                new TreeMap<>(Map.of("server", new ServiceState(Running.DOWN, true))),
                new TreeMap<>(Map.of("ledger", Trust.HEALTHY)),
                List.of(new BackupSet(
                        "/b/ledger-1", Set.of("books"), Level.RESTORED, true, true, Set.of(), false, List.of())),
                Set.of("books"),
                List.of(new Deed("s", "run `x`", Set.of("books"), Set.of(), Moment.HELD, false)),
                List.of("restore `books`"),
                Optional.of("mail was sent"));
    }
}
