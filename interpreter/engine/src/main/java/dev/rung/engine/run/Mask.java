package dev.rung.engine.run;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes the secrets that were read out of what is told, also where a program or a server has said them. */
final class Mask {
    /** What is shorter stands in too many words that are none. */
    private static final int SHORTEST = 3;

    /** What stands for each of them, by what it is, in every form in which it may be told. */
    private final Map<String, String> hidden = new LinkedHashMap<>();

    void add(String name, String value) {
        String shown = "(secret " + name + ")";
        put(value, shown);
        value.lines().filter(line -> !line.equals(value)).forEach(line -> put(line.strip(), shown));
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        put(Base64.getEncoder().encodeToString(bytes), shown);
        put(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), shown);
        put(URLEncoder.encode(value, StandardCharsets.UTF_8), shown);
        put(value.replace("\\", "\\\\").replace("\"", "\\\""), shown);
        put(value.replace("'", "''"), shown);
    }

    private void put(String text, String shown) {
        if (text.length() >= SHORTEST) {
            hidden.putIfAbsent(text, shown);
        }
    }

    /** The longest first: one may be a part of another. */
    String hide(String text) {
        if (hidden.isEmpty() || text.isEmpty()) {
            return text;
        }
        List<String> values = hidden.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        String masked = text;
        for (String value : values) {
            masked = masked.replace(value, hidden.get(value));
        }
        return masked;
    }
}
