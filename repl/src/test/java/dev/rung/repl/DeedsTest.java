package dev.rung.repl;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a runbook does beside the usual way, from the command line: people who are there and who are not, and requests. */
class DeedsTest {
    @TempDir
    Path folder;

    private Typed typed;
    private HttpServer server;
    private final List<String> received = new CopyOnWriteArrayList<>();
    private int status = 204;
    private Duration works = Duration.ZERO;

    @BeforeEach
    void prepare() throws IOException {
        typed = new Typed(folder);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(task -> Thread.ofVirtual().start(task));
        server.createContext("/", exchange -> {
            if (exchange.getRequestMethod().equals("PUT")) {
                work();
            }
            received.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    /** What it does it has done only behind this. */
    private void work() {
        try {
            Thread.sleep(works);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String url(String path) {
        return "\"http://127.0.0.1:" + server.getAddress().getPort() + path + "\"";
    }

    private int begin(String... more) {
        List<String> words = new java.util.ArrayList<>(
                List.of("run", "notes.runbook", "--to", "2.0", "--yes", "--confirm", "announced"));
        words.addAll(List.of(more));
        return typed.rung(words.toArray(String[]::new));
    }

    @Test
    void aPersonsDeedStopsTheRunAndItsUndoTheWayBack() {
        Notes.layOut(typed, """
                manual label "Label it" changes app undo "Take the label off"
                run "false" changes nothing
            """);

        assertThat(typed.rung("plan", "notes.runbook")).isZero();
        assertThat(typed.out())
                .contains("undo      manual undo-label \"Take the label off\"")
                .contains("A way back stops for a person, who is asked for: undo-label");
        assertThat(begin("--confirm", "label")).isEqualTo(2);
        assertThat(typed.err()).contains("`label` is done when the run has come to it", "rung resume --confirm label");
        assertThat(begin()).isEqualTo(12);
        assertThat(typed.out())
                .contains("the deed `label` is missing: Label it; it is given with `rung resume --confirm label`");

        typed.file("app", "2.0\n");
        assertThat(typed.rung("resume", "--confirm", "label")).isEqualTo(13);
        assertThat(typed.out())
                .contains("the deed `undo-label` is missing: Take the label off; `rung resume --confirm undo-label`")
                .contains("left to do: take back");
        assertThat(typed.text("app")).isEqualTo("2.0\n");

        typed.file("app", "2.0");
        assertThat(typed.rung("resume", "--confirm", "undo-label")).isEqualTo(10);
        assertThat(typed.text("app")).isEqualTo("1.0");
    }

    @Test
    void aDeedThatWasSaidToBeDoneAndWasNotIsNotBelieved() {
        Notes.layOut(
                typed,
                "    manual label \"Label it\" changes app undo \"Take the label off\" verify exists(\"label\")\n");
        begin();

        assertThat(typed.rung("resume", "--confirm", "label")).isEqualTo(12);
        assertThat(typed.out()).contains("`label` was said to be done, but");
    }

    @Test
    void whatIsSentLastIsSentOnce() {
        Notes.layOut(typed, "    http POST " + url("/report") + " body \"${next}\" named report\n");

        assertThat(typed.rung("prove", "notes.runbook")).isZero();
        status = 503;
        assertThat(begin()).isEqualTo(12);
        assertThat(typed.out()).contains("was answered 503; nothing was taken back, because `POST http://127.0.0.1");
        status = 204;
        assertThat(typed.rung("resume")).isEqualTo(12);
        assertThat(typed.out()).contains("nobody says whether it has arrived", "--confirm sent-report");
        assertThat(typed.rung("resume", "--confirm", "send-again-report")).isZero();
        assertThat(received).containsExactly("POST /report", "POST /report");
    }

    @Test
    void whatCannotBeTakenBackDoesNotStandInTheMiddle() {
        Notes.layOut(typed, "    http POST " + url("/report") + "\n    require exists(\"${folder}/app\")\n");

        assertThat(typed.rung("prove", "notes.runbook")).isEqualTo(3);
        assertThat(typed.err()).contains("http POST");
        assertThat(received).isEmpty();
    }

    @Test
    void requestsAreTakenBackByRequests() {
        String put = "    http PUT " + url("/label") + " changes app undo { http DELETE " + url("/label") + " }\n";
        Notes.layOut(typed, put + "    run \"false\" changes nothing\n");

        assertThat(begin()).isEqualTo(10);
        assertThat(received).containsExactly("PUT /label", "DELETE /label");
        assertThat(typed.text("app")).isEqualTo("1.0");
    }

    @Test
    void whatIsTakenBackIsNotOvertakenByALateRequest() {
        works = Duration.ofMillis(700);
        String put = "    http PUT " + url("/label") + " within 100ms changes app undo { http DELETE " + url("/label")
                + " }\n";
        Notes.layOut(typed, put);

        assertThat(begin()).isEqualTo(10);
        assertThat(received).containsExactly("PUT /label", "DELETE /label");
        assertThat(typed.out())
                .contains("was not answered within 100 ms, and it may have been carried out all the same")
                .contains("wait for what is still at work, or end it")
                .contains("/label` was answered 204 after all");
        assertThat(typed.text("app")).isEqualTo("1.0");
    }
}
