package dev.rung.driver.h2;

import dev.rung.driver.support.Disk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings a file in where the database stands. The former one keeps a name of its own, so that no moment lacks either. */
record Exchange(H2Setting setting) {
    /** @param source what the file was made from: the same source once more changes nothing */
    void bringIn(Path fresh, String source) throws IOException {
        Path file = setting.file();
        if (Files.exists(file)) {
            Disk.likeIn(file, fresh);
            keep();
        }
        Disk.sync(fresh);
        Disk.write(record(), (source + " " + Disk.digest(fresh) + "\n").getBytes(StandardCharsets.UTF_8));
        Disk.renameOver(fresh, file);
    }

    /** Whether what stands there was brought in from this source and nobody has written since. */
    boolean hasBroughtIn(String source) throws IOException {
        return Files.exists(setting.file())
                && Files.exists(record())
                && Files.readString(record()).equals(source + " " + Disk.digest(setting.file()) + "\n");
    }

    /** Puts a changed copy in the place of the file. @param mark of what has changed it */
    void replace(Path fresh, String mark) throws IOException {
        Disk.likeIn(setting.file(), fresh);
        Disk.sync(fresh);
        Disk.write(told(), (mark + " " + Disk.digest(fresh) + "\n").getBytes(StandardCharsets.UTF_8));
        Disk.renameOver(fresh, setting.file());
    }

    /** Whether what stands there is what came of this, and nobody has written since. */
    boolean hasTold(String mark) throws IOException {
        return Files.exists(setting.file())
                && Files.exists(told())
                && Files.readString(told()).equals(mark + " " + Disk.digest(setting.file()) + "\n");
    }

    void forgetTold() throws IOException {
        if (Files.deleteIfExists(told())) {
            settle();
        }
    }

    /** A cut may have come between the rename and the flush of the folder. */
    void settle() throws IOException {
        Disk.sync(setting.file().getParent());
    }

    /** Removes what an earlier try left halfway. */
    void clear() throws IOException {
        for (String word : List.of("restored", "import", "look", "sql")) {
            Disk.remove(setting.beside(word));
            Disk.remove(Dump.readable(setting.beside(word)));
        }
    }

    private void keep() throws IOException {
        List<Path> kept = kept();
        if (!kept.isEmpty() && Disk.same(kept.getLast(), setting.file())) {
            return;
        }
        Path name = setting.beside("kept-" + (kept.isEmpty() ? 1 : number(kept.getLast()) + 1));
        Disk.secondName(setting.file(), name);
        Disk.sync(name.getParent());
    }

    void discardKept() throws IOException {
        clear();
        for (Path kept : kept()) {
            Files.deleteIfExists(kept);
        }
        Files.deleteIfExists(record());
        Files.deleteIfExists(told());
        if (Files.isDirectory(setting.file().getParent())) {
            settle();
        }
    }

    /** In the order in which they were kept. */
    List<Path> kept() throws IOException {
        List<Path> kept = new ArrayList<>();
        if (Files.isDirectory(setting.file().getParent())) {
            try (DirectoryStream<Path> files =
                    Files.newDirectoryStream(setting.file().getParent(), file -> number(file) > 0)) {
                files.forEach(kept::add);
            } catch (UncheckedIOException failed) {
                throw failed.getCause();
            }
        }
        kept.sort((a, b) -> Integer.compare(number(a), number(b)));
        return kept;
    }

    private int number(Path file) {
        String name = setting.beside("kept-#").getFileName().toString();
        Matcher matcher = Pattern.compile(Pattern.quote(name.substring(0, name.indexOf('#'))) + "(\\d{1,6})"
                        + Pattern.quote(H2Setting.ENDING))
                .matcher(file.getFileName().toString());
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private Path record() {
        return note("made");
    }

    private Path told() {
        return note("told");
    }

    private Path note(String word) {
        return setting.file()
                .resolveSibling(setting.beside(word).getFileName().toString().replace(H2Setting.ENDING, ""));
    }

    /** Where a copy lies that H2 may write to, only to be read. */
    static Path look(Path file) {
        String name = file.getFileName().toString();
        return file.resolveSibling(
                name.substring(0, name.length() - H2Setting.ENDING.length()) + ".rung-look" + H2Setting.ENDING);
    }

    /** Removes a file that has not been brought in. */
    static void forget(Path fresh) {
        try {
            Files.deleteIfExists(fresh);
        } catch (IOException stays) {
            // the next try removes it
        }
    }
}
