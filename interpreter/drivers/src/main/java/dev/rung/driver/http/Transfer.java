package dev.rung.driver.http;

import dev.rung.driver.support.Disk;
import dev.rung.driver.support.Download;
import dev.rung.driver.support.Download.Answer;
import dev.rung.engine.driver.Progress;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Durations;
import dev.rung.model.expression.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Brings the content of an address into a file, also when the connection is lost now and then. */
final class Transfer {
    private static final Duration STALL = Duration.ofSeconds(30);
    private static final int BUFFER = 1 << 16;

    private final URI address;
    private final Beside beside;
    private final Duration within;
    private final long end;
    private final Progress progress;
    private boolean hasGoneOn;

    Transfer(URI address, Beside beside, Duration within, Progress progress) {
        this.address = address;
        this.beside = beside;
        this.within = within;
        this.end = System.nanoTime() + within.toNanos();
        this.progress = progress;
    }

    /**
     * Goes on as long as anything more comes.
     *
     * @return whether the content was brought in several goes
     */
    boolean bring() throws IOException, Trouble {
        hasGoneOn = false;
        while (true) {
            long before = present();
            try {
                once();
                return hasGoneOn;
            } catch (IOException lost) {
                inTime();
                if (present() <= before || source().isEmpty()) {
                    throw lost;
                }
            }
        }
    }

    private void once() throws IOException, Trouble {
        Optional<String> source = source();
        long present = source.isPresent() ? present() : 0;
        Map<String, String> headers = present > 0
                ? Map.of("Range", "bytes=" + present + "-", "If-Range", source.get(), "Accept-Encoding", "identity")
                : Map.of("Accept-Encoding", "identity");
        try (Answer answer = Download.ask(address, Optional.empty(), headers, stall())) {
            boolean goesOn = answer.status() == 206
                    && answer.header("Content-Range").orElse("").startsWith("bytes " + present + "-");
            if (answer.status() == 206 && !goesOn || answer.status() == 416 && present > 0) {
                beside.forgetPart();
                throw new IOException("the server goes on somewhere else than where it was asked to");
            }
            if (!goesOn && answer.status() != 200) {
                throw refused(answer);
            }
            hasGoneOn |= goesOn;
            if (!goesOn) {
                beginAnew(answer);
            }
            save(answer, goesOn ? present : 0);
        }
    }

    private Trouble refused(Answer answer) {
        String from = answer.from().equals(address) ? "" : ", asked for " + address;
        return new Trouble(
                "`GET " + answer.from() + "` was answered " + answer.status() + " " + answer.message() + from,
                answer.status() == 404 ? "check the address" : "try again, or bring the file by hand");
    }

    private void beginAnew(Answer answer) throws IOException {
        beside.forgetPart();
        Optional<String> same =
                answer.header("ETag").filter(tag -> !tag.startsWith("W/")).or(() -> answer.header("Last-Modified"));
        if (same.isPresent()) {
            Disk.write(beside.source(), (address + "\n" + same.get()).getBytes(StandardCharsets.UTF_8));
        }
    }

    private void save(Answer answer, long present) throws IOException, Trouble {
        long total = answer.length() < 0 ? -1 : present + answer.length();
        enoughRoom(answer.length());
        OpenOption[] options = present > 0
                ? new OpenOption[] {StandardOpenOption.APPEND}
                : new OpenOption[] {
                    StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE
                };
        long done = present;
        byte[] buffer = new byte[BUFFER];
        InputStream content = answer.content();
        try (OutputStream out = Files.newOutputStream(beside.part(), options)) {
            int count;
            while ((count = content.read(buffer)) >= 0) {
                out.write(buffer, 0, count);
                done += count;
                progress.at(name(), done, total);
                inTime();
            }
        }
        if (total >= 0 && done != total) {
            throw new IOException("the connection ended after " + done + " of " + total + " bytes");
        }
    }

    private String name() {
        return beside.target().getFileName().toString();
    }

    private void enoughRoom(long needed) throws IOException, Trouble {
        Path folder = beside.target().toAbsolutePath().getParent();
        long free = Files.getFileStore(folder).getUsableSpace();
        if (needed > free) {
            throw new Trouble(
                    "there is too little room in " + folder + " for " + address + ": " + new Value.Size(free).shown()
                            + " free, " + new Value.Size(needed).shown() + " needed",
                    "make room there");
        }
    }

    private void inTime() throws Trouble {
        if (System.nanoTime() - end >= 0) {
            throw new Trouble(address + " had not come whole within " + Durations.shown(within) + ": "
                    + new Value.Size(beside.part().toFile().length()).shown() + " had");
        }
    }

    private Duration stall() throws Trouble {
        inTime();
        Duration left = Duration.ofNanos(end - System.nanoTime());
        return left.compareTo(STALL) < 0 ? left.plusMillis(1) : STALL;
    }

    private long present() throws IOException {
        return Files.exists(beside.part()) ? Files.size(beside.part()) : 0;
    }

    /** By what it is known that the server still has the same, if anything came from there before. */
    private Optional<String> source() throws IOException {
        if (!Files.exists(beside.source())) {
            return Optional.empty();
        }
        String[] lines = Files.readString(beside.source()).split("\n", 2);
        return lines.length == 2 && lines[0].equals(address.toString()) ? Optional.of(lines[1]) : Optional.empty();
    }
}
