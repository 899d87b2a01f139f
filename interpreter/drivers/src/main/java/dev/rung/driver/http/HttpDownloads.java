package dev.rung.driver.http;

import dev.rung.driver.support.Disk;
import dev.rung.driver.support.Troubles;
import dev.rung.engine.driver.Downloads;
import dev.rung.engine.driver.Progress;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Value;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Files over HTTP. */
public final class HttpDownloads implements Downloads {
    @Override
    public String bring(Order order, Duration within, Progress progress) throws Trouble {
        Beside beside = Beside.of(order.target(), order.mark());
        mustTake(preflight(order.target()));
        try {
            if (beside.isBrought()) {
                Disk.sync(order.target().getParent());
                return "it had come before the interruption";
            }
            return brought(order, beside, new Transfer(address(order), beside, within, progress));
        } catch (IOException failed) {
            throw Troubles.of("download " + order.url(), failed);
        }
    }

    private static void mustTake(List<Trouble> troubles) throws Trouble {
        if (!troubles.isEmpty()) {
            throw troubles.getFirst();
        }
    }

    /** What another process has left is gone on with; whoever fails here himself leaves nothing. */
    private static String brought(Order order, Beside beside, Transfer transfer) throws IOException, Trouble {
        boolean isDone = false;
        try {
            Optional<String> wanted = order.sha256().map(digest -> digest.toLowerCase(Locale.ROOT));
            boolean hasGoneOn = transfer.bring();
            String digest = Disk.digest(beside.part());
            if (hasGoneOn && wanted.isPresent() && !wanted.get().equals(digest)) {
                beside.forgetPart();
                transfer.bring();
                digest = Disk.digest(beside.part());
            }
            if (wanted.isPresent() && !wanted.get().equals(digest)) {
                throw new Trouble(
                        "what " + order.url() + " gave has sha256 " + digest + ", but " + wanted.get() + " is expected",
                        "compare both with what its publisher says; if the runbook is wrong, correct it there");
            }
            long size = Files.size(beside.part());
            boolean replaces = beside.bringIn(digest);
            isDone = true;
            return new Value.Size(size).shown() + ", sha256 " + digest
                    + (replaces ? "; the file from before is kept" : "");
        } finally {
            if (!isDone) {
                beside.forgetPart();
            }
        }
    }

    private static URI address(Order order) throws Trouble {
        try {
            URI address = URI.create(order.url().strip());
            if (List.of("http", "https")
                    .contains(String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT))) {
                return address;
            }
        } catch (IllegalArgumentException malformed) {
            // said below
        }
        throw new Trouble("`" + order.url() + "` is no address of the web", "write it like https://example.org/file");
    }

    @Override
    public String takeBack(Path target, String mark) throws Trouble {
        try {
            return Beside.of(target, mark).takeBack();
        } catch (IOException failed) {
            throw Troubles.of("take back the download of " + target, failed);
        }
    }

    @Override
    public List<Trouble> preflight(Path target) {
        Path folder = target.toAbsolutePath().getParent();
        if (Files.isDirectory(target)) {
            return List.of(new Trouble(
                    "a file cannot be downloaded to " + target + ": that is a folder", "name the file in it"));
        }
        if (!Files.isDirectory(folder)) {
            return List.of(new Trouble(
                    "a file cannot be downloaded to " + target + ": the folder " + folder + " is not there",
                    "make it"));
        }
        return Files.isWritable(folder)
                ? List.of()
                : List.of(new Trouble(
                        "a file cannot be downloaded to " + target + ": the folder " + folder
                                + " cannot be written by this user",
                        "check owner and mode, or run as a user who may"));
    }
}
