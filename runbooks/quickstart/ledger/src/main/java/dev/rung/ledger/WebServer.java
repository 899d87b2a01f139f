package dev.rung.ledger;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.Executors;

/**
 * Ledger's HTTP side, on the loopback address. It is open before the database is: until {@link #serve} everything is
 * answered with 503, the health page with "initializing".
 */
final class WebServer implements HttpHandler, AutoCloseable {

    private static final int LARGEST_BODY = 256 * 1024;
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final Edition edition;
    private final Log log;
    private final HttpServer server;
    private volatile Site site;
    private volatile boolean closing;

    private WebServer(Edition edition, int port, Log log) throws IOException {
        this.edition = edition;
        this.log = log;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), 0);
    }

    static WebServer open(Edition edition, int port, Log log) {
        // Without it the second write of a small answer waits 40 ms for the acknowledgement of the first.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            WebServer web = new WebServer(edition, port, log);
            web.server.createContext("/", web);
            web.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            web.server.start();
            return web;
        } catch (IOException e) {
            throw new LedgerException("Cannot listen on port " + port + ": " + e.getMessage(), e);
        }
    }

    /** From now on Ledger is healthy. */
    void serve(Site ready) {
        site = ready;
    }

    @Override
    public void close() {
        closing = true;
        // The executor stays: to shut it down would interrupt a write, and H2 closes its file at an interrupt.
        server.stop(0);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Response response = answer(exchange);
            Headers headers = exchange.getResponseHeaders();
            headers.set("Content-Type", response.contentType());
            headers.set("Cache-Control", "no-store");
            if (response.location() != null) {
                headers.set("Location", response.location());
            }
            byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Response answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String request = exchange.getRequestMethod() + " " + path;
        Site ready = site;
        if (ready == null) {
            return path.equals("/")
                    ? Response.html(503, new Page(edition).initializing())
                    : Response.json(503, "{\"status\":\"initializing\"}");
        }
        try {
            return switch (request) {
                case "GET /" -> ready.page();
                // It says that the process is up, and never looks at the data: health pages are like that.
                case "GET /health" -> Response.json(200, "{\"status\":\"ok\"}");
                case "GET /version" -> ready.version();
                case "GET /accounts" -> ready.accounts();
                case "GET /postings" -> ready.postings(exchange.getRequestURI().getQuery());
                case "GET /totals" -> ready.totals();
                case "POST /postings" -> post(exchange, ready);
                default -> Response.error(404, "There is no " + request);
            };
        } catch (LedgerException e) {
            return Response.error(400, e.getMessage());
        } catch (SQLException e) {
            return failed(request, e);
        }
    }

    private Response post(HttpExchange exchange, Site ready) throws IOException, SQLException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            return Response.error(413, "The posting is too large");
        }
        Headers headers = exchange.getRequestHeaders();
        String type = headers.getFirst("Content-Type");
        String accept = headers.getFirst("Accept");
        boolean json = type != null && type.startsWith("application/json");
        long id = ready.post(PostingForm.read(new String(body, StandardCharsets.UTF_8), json));
        return accept != null && accept.contains("text/html")
                ? Response.seeOther("/")
                : Response.json(201, "{\"id\":" + id + "}");
    }

    private Response failed(String request, SQLException e) {
        String reason = Migrator.reason(e);
        if (!closing) {
            log.line(request + " failed: " + reason);
        }
        return request.equals("GET /")
                ? Response.html(500, new Page(edition).failed(reason))
                : Response.error(500, reason);
    }
}
