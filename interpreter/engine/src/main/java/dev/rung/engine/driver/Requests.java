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
     * @throws Trouble if it cannot be sent, or there is no answer within the time: it may have arrived all the same
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
    }

    /** @param text the first kilobytes of what came with it */
    record Answer(int status, String text) {}
}
