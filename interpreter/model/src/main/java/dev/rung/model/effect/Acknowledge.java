package dev.rung.model.effect;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A person reads what a vendor has noted on each release that is passed, and says so. */
public record Acknowledge(List<Note> notes) implements Effect {
    public Acknowledge {
        notes = List.copyOf(notes);
    }

    /** @param release the release, or the line, that it is about @param text what is noted, or where it stands */
    public record Note(String system, String release, String text) {
        private static final int SHORT = 12;

        /** Of what it is about and what it says: one that is changed is another one. In hexadecimal digits. */
        public String sha256() {
            try {
                byte[] bytes = (system + "\n" + release + "\n" + text).getBytes(StandardCharsets.UTF_8);
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every JDK has SHA-256", impossible);
            }
        }

        /** By which it is acknowledged: {@code metabase-0.50.36-1f2e3d4c5b6a}; another one if its text is. */
        public String name() {
            return (system + "-" + release).replace(' ', '-') + "-" + sha256().substring(0, SHORT);
        }

        /** What it is about, for people: {@code metabase 0.50.36}. */
        public String about() {
            return system + " " + release;
        }
    }

    @Override
    public String words() {
        return "acknowledge " + notes.size() + (notes.size() == 1 ? " note" : " notes");
    }
}
