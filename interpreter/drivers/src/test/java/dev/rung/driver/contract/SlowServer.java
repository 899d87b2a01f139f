package dev.rung.driver.contract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Changes the rows of the place that a request names, bit by bit, and answers behind that. It outlives whoever asks. */
final class SlowServer implements Companion {
    /** The property with its port. */
    static final String PORT = Companion.PORT + "http";

    private static final int PAUSE = 40;
    private static final int TRIES = 250;

    private final Path places;
    private HttpServer server;

    private SlowServer(Path places, HttpServer server) {
        this.places = places;
        this.server = server;
    }

    static SlowServer in(Path places) throws IOException {
        SlowServer slow = new SlowServer(places, bound(0));
        slow.serve();
        System.setProperty(PORT, Integer.toString(slow.server.getAddress().getPort()));
        return slow;
    }

    private static HttpServer bound(int port) throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    }

    private void serve() {
        server.setExecutor(task -> Thread.ofVirtual().start(task));
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Path rows = Place.world(
                        places.resolve(exchange.getRequestURI().getPath().substring(1)))
                .resolve("rows");
        try {
            boolean put = exchange.getRequestMethod().equals("PUT");
            write(rows.resolve("a"), put ? "2\n" : "1\n");
            Thread.sleep(PAUSE);
            if (put) {
                write(rows.resolve("b"), "2\n");
            } else {
                Files.deleteIfExists(rows.resolve("b"));
            }
            Thread.sleep(PAUSE);
            exchange.sendResponseHeaders(204, -1);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    /** Nothing where the place is laid out anew. */
    private static void write(Path file, String text) throws IOException {
        if (Files.isDirectory(file.getParent())) {
            Files.writeString(file, text);
        }
    }

    /** {@inheritDoc} What it works on it works on. */
    @Override
    public void hangUp() throws IOException {
        int port = server.getAddress().getPort();
        server.stop(0);
        server = boundAgain(port);
        serve();
    }

    /** Somebody's connection out may have been given the port for a moment. */
    private static HttpServer boundAgain(int port) throws IOException {
        for (int left = TRIES; ; left--) {
            try {
                return bound(port);
            } catch (BindException taken) {
                if (left == 0) {
                    throw taken;
                }
                LockSupport.parkNanos(Duration.ofMillis(PAUSE).toNanos());
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
