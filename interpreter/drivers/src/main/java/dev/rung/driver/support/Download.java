package dev.rung.driver.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Asks an address once and follows where it points. The JDK's small client: it is up in a tenth of the time that the
 * large one needs, and has a limit for every read, so that a stalled download ends.
 */
public final class Download {
    private static final int HOPS = 10;

    private Download() {}

    /**
     * An answer whose content has not been read yet.
     *
     * @param length in bytes; negative if the server does not say
     */
    public record Answer(
            int status, String message, long length, InputStream content, URI from, HttpURLConnection connection)
            implements AutoCloseable {
        /** What the server says beside its answer. */
        public Optional<String> header(String name) {
            return Optional.ofNullable(connection.getHeaderField(name));
        }

        @Override
        public void close() {
            connection.disconnect();
        }
    }

    /** @param stall how long a connection and every read of it may take */
    public static Answer ask(URI address, Duration stall) throws IOException {
        return ask(address, Optional.empty(), stall);
    }

    /**
     * @param authorization the header; a server that the address points on to does not get it
     * @param stall how long a connection and every read of it may take
     */
    public static Answer ask(URI address, Optional<String> authorization, Duration stall) throws IOException {
        return ask(address, authorization, Map.of(), stall);
    }

    /**
     * @param authorization the header; a server that the address points on to does not get it
     * @param headers every server gets these
     * @param stall how long a connection and every read of it may take
     */
    public static Answer ask(URI address, Optional<String> authorization, Map<String, String> headers, Duration stall)
            throws IOException {
        URI at = address;
        for (int hop = 0; hop < HOPS; hop++) {
            HttpURLConnection connection = open(at, stall);
            if (isSameServer(at, address)) {
                authorization.ifPresent(header -> connection.setRequestProperty("Authorization", header));
            }
            headers.forEach(connection::setRequestProperty);
            connection.setRequestProperty("User-Agent", "rung");
            connection.setRequestProperty("Accept", "*/*");
            int status = connection.getResponseCode();
            String location = connection.getHeaderField("Location");
            if (status < 300 || status == 304 || status >= 400 || location == null) {
                return new Answer(
                        status,
                        message(connection),
                        connection.getContentLengthLong(),
                        content(connection),
                        at,
                        connection);
            }
            connection.disconnect();
            at = at.resolve(location);
        }
        throw new IOException(address + " points on and on, " + HOPS + " times");
    }

    private static boolean isSameServer(URI one, URI other) {
        return Objects.equals(one.getScheme(), other.getScheme())
                && Objects.equals(one.getRawAuthority(), other.getRawAuthority());
    }

    /** Sends a body to an address once; where it points is not followed. For the others see {@link #ask}. */
    public static Answer post(URI address, String body, Optional<String> authorization, Duration stall)
            throws IOException {
        HttpURLConnection connection = open(address, stall);
        authorization.ifPresent(header -> connection.setRequestProperty("Authorization", header));
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setRequestProperty("User-Agent", "rung");
        connection.setRequestProperty("Accept", "*/*");
        connection.setRequestProperty("Content-Type", "application/json");
        try (OutputStream sent = connection.getOutputStream()) {
            sent.write(body.getBytes(StandardCharsets.UTF_8));
        }
        return new Answer(
                connection.getResponseCode(),
                message(connection),
                connection.getContentLengthLong(),
                content(connection),
                address,
                connection);
    }

    private static HttpURLConnection open(URI at, Duration stall) throws IOException {
        try {
            if (!(at.toURL().openConnection() instanceof HttpURLConnection connection)) {
                throw new IOException(at + " is no http or https address");
            }
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            connection.setConnectTimeout((int) stall.toMillis());
            connection.setReadTimeout((int) stall.toMillis());
            return connection;
        } catch (IllegalArgumentException malformed) {
            throw new IOException(at + " is no complete address", malformed);
        }
    }

    private static InputStream content(HttpURLConnection connection) throws IOException {
        InputStream failed = connection.getErrorStream();
        if (failed != null) {
            return failed;
        }
        return connection.getResponseCode() < 400 ? connection.getInputStream() : InputStream.nullInputStream();
    }

    private static String message(HttpURLConnection connection) throws IOException {
        String message = connection.getResponseMessage();
        return message == null ? "" : message;
    }
}
