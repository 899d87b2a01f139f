package dev.rung.repl;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets reach what they are for, and nothing and nobody else, whatever goes wrong. */
class SecretTest {
    private static final String TOKEN = "Tk7-never\"told";
    private static final String PASSWORD = "Pw3'never-told";
    private static final String SHOWN = "Op9-never-told";
    private static final String BASIC =
            Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path folder;

    private final List<String> headers = new CopyOnWriteArrayList<>();
    private Typed typed;
    private Diary diary;
    private HttpServer server;

    @BeforeEach
    void layOut() throws Exception {
        typed = new Typed(folder);
        typed.with("TOKEN", TOKEN).with("PATH", System.getenv("PATH"));
        typed.file("pass.txt", PASSWORD + "\n")
                .file("pass.sh", "echo " + SHOWN + "\n")
                .file(".env", "KEY=former\n");
        diary = Diary.layOut(typed, folder, "").start();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            headers.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            byte[] echo = ("you sent " + headers.getLast()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/no") ? 403 : 200, echo.length);
            exchange.getResponseBody().write(echo);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void tidyUp() throws Exception {
        server.stop(0);
        diary.close();
    }

    /** @param statements ahead of the start */
    private void runbook(String statements) {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        typed.file(
                "diary.runbook",
                typed.text("diary.runbook")
                        .replace("system diary", """
                            secret token    = env("TOKEN")
                            secret password = text-of("pass.txt")
                            secret shown    = output("sh pass.sh")

                            system diary\
                            """)
                        .replace("  service  clerk", "  config env = dotenv(\"${folder}/.env\")\n  service  clerk")
                        .replace("backup pages to", "backup pages, env to")
                        .replace("start clerk\n", statements.replace("URL", url).indent(2) + "    start clerk\n"));
    }

    private static final String[] RUN = {"run", "diary.runbook", "--to", "2.0", "--yes"};

    /** Whatever a run leaves, but for what was given the secret. */
    private void nobodyKnows() throws IOException {
        List<String> secrets = List.of(TOKEN, PASSWORD, SHOWN, BASIC, "Tk7-never", "never-told");
        try (Stream<Path> files = Files.walk(folder.resolve("state"))) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all).isNotEmpty();
            all.forEach(file -> tellsNone(file, secrets));
        }
        try (Stream<Path> files = Files.walk(folder.resolve("backups"))) {
            files.filter(file -> file.endsWith("manifest.json")).forEach(file -> tellsNone(file, secrets));
        }
        assertThat(typed.out() + typed.err()).doesNotContain(secrets);
    }

    private static void tellsNone(Path file, List<String> secrets) {
        try {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .as(file.toString())
                    .doesNotContain(secrets);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void theyReachWhatTheyAreFor() throws Exception {
        runbook("""
            run ["sh", "-c", "printf %s \\"$T\\" > got; tr '\\\\0' '\\\\n' < /proc/self/cmdline > words"] changes nothing with T = token
            run ["sh", "-c", "env > other"] changes nothing named other
            http GET "URL/yes" with "Authorization" = basic("admin:${password}")
            set env "KEY" = shown
            """);

        assertThat(typed.rungInItsOwnProcess(RUN)).as(typed.out() + typed.err()).isZero();
        assertThat(typed.text("got")).isEqualTo(TOKEN);
        assertThat(typed.text("words")).doesNotContain("never");
        assertThat(typed.text("other")).contains("TOKEN=\n").doesNotContain("never");
        assertThat(headers).containsExactly("Basic " + BASIC);
        assertThat(typed.text(".env")).contains(SHOWN);
        nobodyKnows();
        assertThat(typed.rung("history")).isZero();
        nobodyKnows();
    }

    @Test
    void whatAProgramSaysOfThemIsNotTold() throws Exception {
        runbook("""
            run ["sh", "-c", "echo the token is $T; exit 3"] changes nothing with T = token
            """);

        assertThat(typed.rung(RUN)).isEqualTo(10);
        assertThat(typed.out()).contains("the token is (secret token)");
        nobodyKnows();
    }

    @Test
    void whatAServerSaysOfThemIsNotTold() throws Exception {
        runbook("""
            http GET "URL/no" with "Authorization" = basic("admin:${password}")
            """);

        assertThat(typed.rung(RUN)).isEqualTo(10);
        assertThat(typed.out()).contains("was answered 403; the last it said: you sent (secret basic)");
        nobodyKnows();
    }

    @Test
    void aPlanTellsNone() throws Exception {
        runbook("""
            set env "KEY" = shown
            run ["true"] changes nothing with T = token
            """);

        assertThat(typed.rung("plan", "diary.runbook")).isZero();
        assertThat(typed.out()).doesNotContain("never");
        assertThat(typed.rung("plan", "diary.runbook", "--json")).isZero();
        assertThat(typed.out()).doesNotContain("never");
    }

    @Test
    void whatCannotBeReadIsSaid() throws Exception {
        runbook("run [\"true\"] changes nothing with T = token");
        typed.without("TOKEN");

        assertThat(typed.rung(RUN)).isEqualTo(10);
        assertThat(typed.out())
                .contains("the secret `token` cannot be read: the variable `TOKEN` is not set in the environment of"
                        + " Rung");
    }

    /** What is read once is kept in the journal; a secret is read anew by whoever takes the run up. */
    @Test
    void whatIsReadOnceIsKeptByItsNameOrNotAtAll() throws Exception {
        runbook("""
            let mine = token
            run ["sh", "-c", "printf %s \\"$T\\" > got"] changes nothing with T = mine
            """);
        assertThat(typed.rung(RUN)).as(typed.out() + typed.err()).isZero();
        assertThat(typed.text("got")).isEqualTo(TOKEN);
        nobodyKnows();
    }

    @Test
    void whatHasOneInItIsNotKept() throws Exception {
        runbook("""
            run ["true"] changes nothing with T = password
            let all = text-of("pass.txt")
            """);
        assertThat(typed.rung(RUN)).isEqualTo(10);
        assertThat(typed.out()).contains("what `all` reads has a secret in it, and the journal would keep it");
        nobodyKnows();
    }
}
