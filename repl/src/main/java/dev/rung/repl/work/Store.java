package dev.rung.repl.work;

import dev.rung.engine.history.HistoryPlace;
import dev.rung.engine.journal.JournalAddress;
import dev.rung.engine.journal.JournalAddress.NoAddress;
import dev.rung.engine.journal.JournalDatabase;
import dev.rung.engine.journal.JournalFolder;
import dev.rung.engine.journal.Journals;
import dev.rung.repl.view.NoteView;
import java.time.Duration;
import java.util.Optional;

/** Where journals and their history are kept: in the state folder, or in the PostgreSQL that a team shares. */
public record Store(Journals journals, HistoryPlace history) {
    /** Names the PostgreSQL; the option {@code --journal} comes before it. */
    public static final String VARIABLE = "RUNG_JOURNAL";

    private static final String PASSWORD = "RUNG_JOURNAL_PASSWORD";
    private static final String PATIENCE = "RUNG_JOURNAL_PATIENCE";
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** What was chosen. Nothing is opened by that. */
    public static Store at(Desk desk) {
        Optional<String> url = desk.variable(VARIABLE);
        if (url.isEmpty()) {
            return new Store(
                    desk.journaling().apply(new JournalFolder(desk.stateFolder(), desk.clock())),
                    HistoryPlace.folder(desk.stateFolder()));
        }
        try {
            JournalAddress address = address(desk, url.get());
            Journals journals = new JournalDatabase(
                    address, desk.clock(), longest(desk), words -> NoteView.note(desk.console(), words, ""));
            return new Store(desk.journaling().apply(journals), HistoryPlace.database(address));
        } catch (NoAddress | UsageProblem unchecked) {
            throw new IllegalStateException("a bug: the address of the journals was not looked at", unchecked);
        }
    }

    /** @throws UsageProblem if what was chosen is none, without what was given: there may be a password in it */
    public static void mustBeOne(Desk desk) throws UsageProblem {
        Optional<String> url = desk.variable(VARIABLE);
        if (url.isPresent()) {
            try {
                address(desk, url.get());
            } catch (NoAddress wrong) {
                throw new UsageProblem(
                        "what `--journal`, or " + VARIABLE + ", says is no address of a PostgreSQL", wrong.help());
            }
            longest(desk);
        }
    }

    private static JournalAddress address(Desk desk, String url) throws NoAddress {
        return JournalAddress.of(url, desk.variable(PASSWORD), desk.user());
    }

    private static Duration longest(Desk desk) throws UsageProblem {
        Optional<String> seconds = desk.variable(PATIENCE);
        if (seconds.isEmpty()) {
            return LONGEST;
        }
        if (!seconds.get().matches("\\d{1,5}s?")) {
            throw new UsageProblem(
                    "`" + PATIENCE + "` is no number of seconds", "write it like `" + PATIENCE + "=300`");
        }
        return Duration.ofSeconds(Long.parseLong(seconds.get().replace("s", "")));
    }
}
