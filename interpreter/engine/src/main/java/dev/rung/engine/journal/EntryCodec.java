package dev.rung.engine.journal;

import dev.rung.engine.journal.Journal.Stamped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * An entry as a line of JSON: its number, when, its type, its fields, the hash of the line before and, last, its own
 * over everything in front of it. Readable with any JSON tool; a changed, missing or reordered line breaks the chain.
 */
final class EntryCodec {
    static final String FIRST = "0".repeat(64);

    private static final Pattern HEAD =
            Pattern.compile("^\\{\"n\":(\\d{1,18}),\"at\":\"([^\"]{1,40})\",\"type\":\"([a-z-]{1,40})\",");
    private static final Pattern TAIL =
            Pattern.compile("[,{]\"previous\":\"([0-9a-f]{64})\",\"hash\":\"([0-9a-f]{64})\"}$");
    private static final int LONGEST_HEAD = 160;
    /** The end of a line from `"previous"` on, and from the comma in front of `"hash"` on. */
    private static final int TAIL_LENGTH = 153;

    private static final int OWN_HASH_LENGTH = 75;

    private static final Map<String, Class<? extends Entry>> TYPES = Arrays.stream(Entry.class.getPermittedSubclasses())
            .map(type -> type.<Entry>asSubclass(Entry.class))
            .collect(Collectors.toUnmodifiableMap(EntryCodec::name, Function.identity()));
    private static final Map<Class<? extends Entry>, String> NAMES =
            TYPES.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private final JsonMapper mapper = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final MessageDigest digest = sha256();

    /** @param hash of the line itself */
    record Line(String text, String hash) {}

    /**
     * What every line says around its entry.
     *
     * @param isWhole whether its hash is that of its text
     */
    record Frame(long number, String at, String type, String previous, String hash, boolean isWhole) {}

    private static String name(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    Line write(long number, Instant at, Entry entry, String previous) {
        String body = mapper.writeValueAsString(entry);
        String open = "{\"n\":" + number + ",\"at\":\"" + at + "\",\"type\":\"" + NAMES.get(entry.getClass()) + "\","
                + body.substring(1, body.length() - 1) + ",\"previous\":\"" + previous + "\"";
        byte[] bytes = open.getBytes(StandardCharsets.UTF_8);
        String hash = hash(bytes, bytes.length);
        return new Line(open + ",\"hash\":\"" + hash + "\"}", hash);
    }

    /** Empty if it is no line of a log. */
    Optional<Frame> frame(byte[] line) {
        if (line.length <= TAIL_LENGTH) {
            return Optional.empty();
        }
        Matcher head =
                HEAD.matcher(new String(line, 0, Math.min(line.length, LONGEST_HEAD), StandardCharsets.ISO_8859_1));
        Matcher tail =
                TAIL.matcher(new String(line, line.length - TAIL_LENGTH, TAIL_LENGTH, StandardCharsets.ISO_8859_1));
        if (!head.find() || !tail.find()) {
            return Optional.empty();
        }
        boolean whole = hash(line, line.length - OWN_HASH_LENGTH).equals(tail.group(2));
        return Optional.of(new Frame(
                Long.parseLong(head.group(1)), head.group(2), head.group(3), tail.group(1), tail.group(2), whole));
    }

    /** @throws Unreadable if it is nothing that this Rung knows */
    Stamped read(byte[] line, Frame frame) throws Unreadable {
        Class<? extends Entry> type = TYPES.get(frame.type());
        if (type == null) {
            throw new Unreadable("this Rung does not know lines of the type `" + frame.type() + "`");
        }
        try {
            return new Stamped(Instant.parse(frame.at()), mapper.readValue(line, type));
        } catch (JacksonException | DateTimeException | NullPointerException unreadable) {
            throw new Unreadable("it does not hold what a line of the type `" + frame.type() + "` holds");
        }
    }

    /** The format of a log whose first line this is, and what wrote it; without a format it is the first one. */
    Optional<Flaw> newer(byte[] line, Frame frame) {
        try {
            Opening opening = mapper.readValue(line, Opening.class);
            return opening.format() > JournalFile.FORMAT
                    ? Optional.of(new Flaw.Newer(opening.format(), opening.tool()))
                    : Optional.empty();
        } catch (JacksonException unreadable) {
            return Optional.of(new Flaw.Unreadable(frame.number(), "it does not say what format the journal is of"));
        }
    }

    /** What the first line of a log says in any format. */
    private record Opening(int format, String tool) {}

    private String hash(byte[] text, int length) {
        digest.update(text, 0, length);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** Why a line does not count. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String words) {
            super(words);
        }
    }
}
