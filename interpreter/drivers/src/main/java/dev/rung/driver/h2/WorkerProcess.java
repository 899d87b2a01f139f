package dev.rung.driver.h2;

import dev.rung.driver.h2.worker.Frames;
import dev.rung.driver.h2.worker.Worker;
import dev.rung.engine.driver.Commands;
import dev.rung.engine.driver.Commands.Line;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Durations;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The interpreter's side of a worker: a child JVM with the H2 of one jar. It ends when this is closed or the interpreter dies. */
final class WorkerProcess implements Closeable {
    private final Process process;
    private final DataOutputStream out;
    private final DataInputStream in;

    private WorkerProcess(Process process) {
        this.process = process;
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
    }

    /** Hears every row of a long answer. */
    interface Rows {
        void row(String text) throws IOException;
    }

    static WorkerProcess start(Commands commands, Path jar) throws Trouble {
        String classPath = jar + ":" + home("dev/rung/driver/h2/worker/Worker.class");
        return new WorkerProcess(commands.talk(Line.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-cp",
                classPath,
                Worker.class.getName())));
    }

    /** The H2 that this interpreter has itself. */
    static Path ownJar() {
        return home("org/h2/Driver.class");
    }

    /** The jar or folder that a class of ours comes from. */
    private static Path home(String resource) {
        String url = String.valueOf(WorkerProcess.class.getClassLoader().getResource(resource));
        String home = url.substring(0, url.length() - resource.length());
        if (home.startsWith("jar:")) {
            home = home.substring(4, home.lastIndexOf("!/"));
        }
        return Path.of(URI.create(home));
    }

    boolean isUp() {
        return process.isAlive();
    }

    /**
     * @param within after which the worker is ended, which is then no use any more
     * @return the whole of an {@code ok} or an {@code error}
     */
    List<String> ask(List<String> request, Duration within, Rows rows) throws IOException, Trouble {
        CompletableFuture<Void> late = CompletableFuture.runAsync(
                process::destroyForcibly, CompletableFuture.delayedExecutor(within.toMillis(), TimeUnit.MILLISECONDS));
        long began = System.nanoTime();
        try {
            return ask(request, rows);
        } catch (Trouble ended) {
            boolean ourselves = System.nanoTime() - began >= within.toNanos();
            throw ourselves ? new Trouble("H2 gave no answer within " + Durations.shown(within)) : ended;
        } finally {
            late.cancel(false);
        }
    }

    private List<String> ask(List<String> request, Rows rows) throws IOException, Trouble {
        try {
            Frames.write(out, request);
        } catch (IOException gone) {
            throw new NotAsked(gone);
        }
        while (true) {
            List<String> answer = next();
            if (!answer.getFirst().equals("row")) {
                return answer;
            }
            rows.row(answer.get(1));
        }
    }

    private List<String> next() throws Trouble {
        try {
            return Frames.read(in);
        } catch (IOException ended) {
            throw new Trouble("the helper process that works with H2 ended" + lastWords(), "", ended);
        }
    }

    private String lastWords() {
        try {
            process.waitFor(2, TimeUnit.SECONDS);
            int ready = process.getErrorStream().available();
            String said = new String(process.getErrorStream().readNBytes(ready), StandardCharsets.UTF_8).strip();
            return said.isEmpty() ? "" : ": " + said.lines().findFirst().orElse("");
        } catch (IOException silent) {
            return "";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException gone) {
            // it has ended already
        }
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** The worker had gone before it heard the request. */
    static final class NotAsked extends IOException {
        private static final long serialVersionUID = 1L;

        NotAsked(IOException cause) {
            super(cause);
        }
    }
}
