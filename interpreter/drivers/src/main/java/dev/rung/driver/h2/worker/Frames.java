package dev.rung.driver.h2.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** How the interpreter and its worker talk: lists of texts, each with its length ahead. */
public final class Frames {
    private static final int MOST = 1_000_000;

    private Frames() {}

    public static void write(DataOutputStream out, List<String> frame) throws IOException {
        out.writeInt(frame.size());
        for (String text : frame) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
        out.flush();
    }

    /** @throws EOFException if the other side has gone */
    public static List<String> read(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST) {
            throw new IOException("the other side does not speak as agreed");
        }
        List<String> frame = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            byte[] bytes = in.readNBytes(in.readInt());
            frame.add(new String(bytes, StandardCharsets.UTF_8));
        }
        return frame;
    }
}
