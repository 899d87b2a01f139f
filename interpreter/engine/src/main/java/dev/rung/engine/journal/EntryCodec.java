package dev.rung.engine.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An entry as a line of JSON: its number, when, its type, its fields, the hash of the line before and, last, its own
 * over everything in front of it. Readable with any JSON tool; a changed, missing or reordered line breaks the chain.
 */
final class EntryCodec {
    static final String FIRST = "0".repeat(64);

    private static final Pattern TAIL = Pattern.compile(",\"hash\":\"([0-9a-f]{64})\"}$");
    private static final Map<String, Class<? extends Entry>> TYPES = Arrays.stream(Entry.class.getPermittedSubclasses())
            .map(type -> type.<Entry>asSubclass(Entry.class))
            .collect(Collectors.toUnmodifiableMap(EntryCodec::name, Function.identity()));

    private final JsonMapper mapper = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** @param hash of the line itself */
    record Line(String text, String hash) {}

    /** @param reason what is wrong with the line, or empty */
    record Read(long number, Instant at, Entry entry, String hash) {}

    private static String name(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }

    Line write(long number, Instant at, Entry entry, String previous) {
        ObjectNode node = mapper.createObjectNode();
        node.put("n", number);
        node.put("at", at.toString());
        node.put("type", name(entry.getClass()));
        node.setAll((ObjectNode) mapper.valueToTree(entry));
        node.put("previous", previous);
        String body = mapper.writeValueAsString(node);
        String open = body.substring(0, body.length() - 1);
        String hash = hash(open);
        return new Line(open + ",\"hash\":\"" + hash + "\"}", hash);
    }

    /** @throws BrokenLine if the line is torn, changed or not of this chain */
    Read read(String line, long number, String previous) throws BrokenLine {
        Matcher tail = TAIL.matcher(line);
        if (!tail.find()) {
            throw new BrokenLine("line " + number + " is not whole");
        }
        if (!hash(line.substring(0, tail.start())).equals(tail.group(1))) {
            throw new BrokenLine("line " + number + " was changed after it was written");
        }
        try {
            ObjectNode node = (ObjectNode) mapper.readTree(line);
            if (!node.path("previous").asString().equals(previous)
                    || node.path("n").asLong() != number) {
                throw new BrokenLine("line " + number
                        + " does not follow the line before it: one is missing, or they were reordered");
            }
            Class<? extends Entry> type = TYPES.get(node.path("type").asString());
            if (type == null) {
                throw new BrokenLine("line " + number + " is of a type that this Rung does not know: "
                        + node.path("type").asString());
            }
            Instant at = Instant.parse(node.path("at").asString());
            return new Read(number, at, mapper.treeToValue(node, type), tail.group(1));
        } catch (JacksonException | ClassCastException | java.time.DateTimeException unreadable) {
            throw new BrokenLine("line " + number + " cannot be read: " + unreadable.getMessage());
        }
    }

    private static String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** Why a line does not count. */
    static final class BrokenLine extends Exception {
        private static final long serialVersionUID = 1L;

        BrokenLine(String words) {
            super(words);
        }
    }
}
