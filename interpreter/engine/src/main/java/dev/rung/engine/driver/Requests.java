package dev.rung.engine.driver;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Sends requests over HTTP, for whoever wants something done and not only read. */
@FunctionalInterface
public interface Requests {
    /**
     * Sends a request once and waits for its answer, whatever that is. It is never sent again, nor where the answer points.
     *
     * @throws InDoubt if it was sent and nobody knows what has become of it
     * @throws Trouble if it has not been sent
     */
    Answer send(Sent request, Duration within) throws Trouble;

    /**
     * @param method in capitals
     * @param headers by name
     */
    record Sent(String method, String url, Map<String, String> headers, Optional<String> body) {
        public Sent {
            headers = Map.copyOf(headers);
        }

        /** Whether it asks for nothing to be done, as HTTP itself has it. */
        public boolean onlyReads() {
            return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
        }
    }

    /** @param text the first kilobytes of what came with it */
    record Answer(int status, String text) {}

    /** There was no answer in time, or none at all: it may have been carried out all the same, or may be yet. */
    final class InDoubt extends Trouble {
        private static final long serialVersionUID = 1L;

        private final transient Open open;

        /** The connection is lost: there is nothing to wait for. */
        public InDoubt(String words, String help, Throwable cause) {
            super(words, help, cause);
            this.open = null;
        }

        /** The connection is open, the answer may yet come. */
        public InDoubt(String words, String help, Open open) {
            super(words, help);
            this.open = open;
        }

        public Optional<Open> open() {
            return Optional.ofNullable(open);
        }
    }

    /** A request that was not answered in its time; as long as its connection is open somebody may be working on it. */
    interface Open extends AutoCloseable {
        /** Whether there is still no answer. */
        boolean isOpen();

        /** What has become of it until now: a sentence without a full stop. */
        String words();

        /** Waits no more. Whoever works on it may go on. */
        @Override
        void close();
    }
}
