package dev.rung.driver.h2;

import dev.rung.engine.driver.ProcessTable;
import dev.rung.engine.driver.Trouble;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What H2 says, for a sysadmin. */
final class H2Words {
    private static final Pattern FORMAT = Pattern.compile("format:(\\d+)");

    private H2Words() {}

    static Trouble trouble(H2Setting setting, Path jar, List<String> request, List<String> answer) {
        String said = answer.get(2);
        String name = "`" + setting.name() + "`";
        return switch (answer.get(1)) {
            case "no-h2" ->
                new Trouble(jar + " has no H2 in it, which " + name + " needs", "let `jar` name a jar that has");
            case "no-row" -> new Trouble("`" + request.get(4) + "` gave no row");
            case "no-answer" -> new Trouble("`" + request.get(4) + "` reads nothing");
            case "90020" -> inUse(setting, setting.file());
            case "28000" ->
                new Trouble(
                        name + " does not let the user `" + setting.user() + "` in: wrong user or password",
                        "give it `user` and `password`");
            case "90048", "90030" ->
                new Trouble(
                        "the H2 of " + jar + " cannot read " + setting.file() + ", which was written by "
                                + writer(setting.file()) + ": " + said,
                        "let `jar` name the jar that fits the file");
            case "90013", "90146" -> new Trouble("there is no database in " + setting.file(), "check `file`");
            default -> new Trouble("H2 says about " + name + ": " + said + (answer.size() > 3 ? ordinal(answer) : ""));
        };
    }

    private static String ordinal(List<String> answer) {
        return " (at statement " + answer.get(3) + " of the text)";
    }

    /** Whether a file could not be opened for reading only because something in it has to be rolled back first. */
    static boolean saysUnfinished(Trouble trouble) {
        return trouble.words().contains("store is read-only")
                || trouble.words().contains("read-only") && trouble.words().contains("50000");
    }

    static Trouble inUse(H2Setting setting, Path file) {
        List<Long> users = ProcessTable.ofThisMachine().having(file).stream()
                .filter(pid -> pid != ProcessHandle.current().pid())
                .toList();
        String who = users.isEmpty()
                ? ""
                : " by process " + users.getFirst() + " ("
                        + ProcessTable.ofThisMachine().command(users.getFirst()) + ")";
        return new Trouble(file + " is in use" + who, "stop " + setting.holder() + " first");
    }

    /** From the head of the file, which every H2 since 1.4 writes. */
    static String writer(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer head = ByteBuffer.allocate(4096);
            channel.read(head, 0);
            Matcher format = FORMAT.matcher(new String(head.array(), 0, head.position(), StandardCharsets.ISO_8859_1));
            return !format.find()
                    ? "something else than H2, or is damaged"
                    : switch (format.group(1)) {
                        case "1" -> "H2 1.4";
                        case "2" -> "H2 2.0 or 2.1";
                        case "3" -> "H2 2.2 or later";
                        default -> "a later H2 (file format " + format.group(1) + ")";
                    };
        } catch (IOException unreadable) {
            return "a version of H2 that cannot be told";
        }
    }
}
