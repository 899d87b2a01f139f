package dev.rung.repl.work;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;

/** A file and how it should be; nothing is written until somebody says so. */
public record Draft(String name, String before, String after) {
    static final String STANDARD_INPUT = "-";

    public boolean changes() {
        return !before.equals(after);
    }

    public boolean isStandardInput() {
        return name.equals(STANDARD_INPUT);
    }

    /** The text of a file, or of standard input. What is no UTF-8 would not be written back as it was. */
    static String text(String name, Desk desk) throws UsageProblem {
        try {
            byte[] bytes = name.equals(STANDARD_INPUT)
                    ? desk.console().in().readAllBytes()
                    : Files.readAllBytes(desk.path(name));
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException noText) {
            throw new UsageProblem("`" + name + "` is not written in UTF-8", "save it as UTF-8 first");
        } catch (IOException unreadable) {
            throw new UsageProblem("cannot read `" + name + "`", "");
        }
    }

    /**
     * Gives the file its new text, at once or not at all.
     *
     * @throws UsageProblem if it cannot be written, or is another one by now than the one that was read
     */
    public void write(Desk desk) throws UsageProblem {
        try {
            byte[] now = Files.readAllBytes(desk.path(name));
            if (!Arrays.equals(now, before.getBytes(StandardCharsets.UTF_8))) {
                throw new UsageProblem(
                        "`" + name + "` has been changed by somebody else meanwhile", "nothing was written; try again");
            }
            Rewriting.replace(desk.path(name), after.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UsageProblem("cannot write `" + name + "`", "look at the modes of the file and its folder");
        }
    }
}
