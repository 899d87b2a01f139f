package dev.rung.engine.journal;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Journals in a PostgreSQL, for a team. An entry is committed before {@link Journal#append} returns, and its server has it on
 * disk then. Where the connection is lost while a run goes on it is made again for a while; then the run has to stop.
 */
public final class JournalDatabase implements Journals, AutoCloseable {
    private final JournalAddress address;
    private final Clock clock;
    private final Link.Persistence persistence;
    private final Link link;
    private boolean ready;

    /**
     * @param longest how long a connection that was lost is tried for
     * @param told what a person is told meanwhile
     */
    public JournalDatabase(JournalAddress address, Clock clock, Duration longest, Consumer<String> told) {
        this.address = address;
        this.clock = clock;
        this.persistence = new Link.Persistence(longest, clock, Thread::sleep, told);
        this.link = new Link(address, persistence);
    }

    /** What is done with the tables. */
    @FunctionalInterface
    private interface Work<T> {
        T on(JournalTables tables) throws SQLException;
    }

    private synchronized <T> T once(String doing, Work<T> work) {
        if (!ready) {
            int format = link.once("the journals " + place() + " cannot be used", connection -> {
                return new JournalTables(connection).format();
            });
            if (format > JournalTables.FORMAT) {
                throw new JournalException(
                        "the tables of the journals " + place() + " were made by a newer Rung: they are of format "
                                + format + ", and this one knows up to " + JournalTables.FORMAT,
                        "use that Rung, or another database",
                        null);
            }
            ready = true;
        }
        return link.once(doing, connection -> work.on(new JournalTables(connection)));
    }

    @Override
    public Journal create(String run) {
        once("the journal " + location(run) + " cannot be made", tables -> {
            if (!tables.add(run)) {
                throw new JournalException(
                        "the journal " + location(run) + " cannot be made: there is one already", null);
            }
            return true;
        });
        return new Written(run, Contents.NOTHING);
    }

    @Override
    public Journal open(String run, Contents before) {
        Contents contents = read(run, before);
        contents.broken().ifPresent(flaw -> {
            throw new JournalException(
                    "the journal " + location(run) + " is broken: line " + flaw.line() + " " + flaw.words(), null);
        });
        return new Written(run, contents);
    }

    @Override
    public Contents read(String run, Contents before) {
        LogReader reader = new LogReader(before);
        eachLine(run, before.length(), line -> reader.take(line.getBytes(StandardCharsets.UTF_8)));
        return reader.contents(reader.next() - 1);
    }

    private void eachLine(String run, long behind, JournalTables.Taker taker) {
        boolean there = once("the journal " + location(run) + " cannot be read", tables -> {
            tables.each(run, behind, taker);
            return tables.has(run);
        });
        if (!there) {
            throw new JournalException("the journal " + location(run) + " cannot be read: it is not there", null);
        }
    }

    @Override
    public Verified verify(String run) {
        LogCheck check = new LogCheck();
        eachLine(run, 0, line -> {
            check.take(line.getBytes(StandardCharsets.UTF_8));
            return true;
        });
        return check.verified();
    }

    @Override
    public Optional<Ends> ends(String run) {
        return once("the journal " + location(run) + " cannot be read", tables -> {
            Optional<String> first = tables.end(run, true);
            Optional<String> last = tables.end(run, false);
            return first.isEmpty() || last.isEmpty()
                    ? Optional.empty()
                    : JournalFile.ends(
                            first.get().getBytes(StandardCharsets.UTF_8),
                            last.get().getBytes(StandardCharsets.UTF_8));
        });
    }

    @Override
    public boolean has(String run) {
        return once("the journals " + place() + " cannot be read", tables -> tables.has(run));
    }

    @Override
    public List<String> runs() {
        return once("the journals " + place() + " cannot be listed", JournalTables::runs);
    }

    @Override
    public String location(String run) {
        return place() + " " + run;
    }

    @Override
    public String place() {
        return address.place();
    }

    @Override
    public synchronized void close() {
        link.close();
    }

    /** A journal that is gone on with, over a connection of its own: who looks on does not wait for it. */
    private final class Written implements Journal {
        private final String run;
        private final EntryCodec codec = new EntryCodec();
        private final Link own = new Link(address, persistence);
        private final List<Stamped> entries;
        private String previous;

        Written(String run, Contents contents) {
            this.run = run;
            this.entries = new ArrayList<>(contents.entries());
            this.previous = contents.lastHash();
        }

        @Override
        public synchronized void append(Entry entry) {
            Instant now = clock.instant();
            long number = entries.size() + 1L;
            EntryCodec.Line line = codec.write(number, now, entry, previous);
            boolean stands = own.persistently(
                    "the journal " + location(run) + " cannot be written",
                    connection -> new JournalTables(connection).add(run, number, line));
            if (!stands) {
                throw new JournalException(
                        "the journal " + location(run) + " cannot be written: another process has written its line "
                                + number,
                        "this run was taken up elsewhere, and goes on there",
                        null);
            }
            previous = line.hash();
            entries.add(new Stamped(now, entry));
        }

        @Override
        public synchronized List<Stamped> entries() {
            return Collections.unmodifiableList(new ArrayList<>(entries));
        }

        @Override
        public synchronized void close() {
            own.close();
        }
    }
}
