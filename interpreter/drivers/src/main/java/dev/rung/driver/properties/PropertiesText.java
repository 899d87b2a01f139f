package dev.rung.driver.properties;

import dev.rung.driver.config.Entries;
import dev.rung.driver.config.Entries.Entry;
import dev.rung.driver.config.Format;
import dev.rung.driver.config.Lines;
import dev.rung.driver.config.Malformed;
import dev.rung.model.expression.Value;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of Java properties, as {@link java.util.Properties} reads it. */
record PropertiesText(Entries entries) implements Format.Document {
    private static final Pattern SIGN = Pattern.compile("[ \\t\\f]*[=:]?[ \\t\\f]*");

    static PropertiesText read(String text) throws Malformed {
        return new PropertiesText(new PropertiesReader(text).entries());
    }

    @Override
    public Format.Keys keys() {
        return entries;
    }

    @Override
    public String with(String key, Value value) throws Malformed {
        Optional<Entry> entry = entries.one(key);
        if (entry.isEmpty()) {
            return Lines.appended(entries.text(), escaped(key, true) + sign() + escaped(value.shown(), false));
        }
        String sign = sign(entry.get());
        return entries.with(entry.get(), (sign.isEmpty() ? "=" : sign) + escaped(value.shown(), false));
    }

    /** As the last entry has it. */
    private String sign() {
        if (entries.list().isEmpty()) {
            return "=";
        }
        String last = sign(entries.list().getLast());
        return last.isBlank() ? "=" : last;
    }

    private String sign(Entry entry) {
        Matcher sign = SIGN.matcher(entries.text()).region(entry.from(), entry.to());
        return sign.lookingAt() ? sign.group() : "";
    }

    @Override
    public String without(String key) throws Malformed {
        return entries.without(key);
    }

    private static String escaped(String text, boolean key) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            escaped.append(
                    switch (each) {
                        case '\\' -> "\\\\";
                        case '\n' -> "\\n";
                        case '\r' -> "\\r";
                        case '\t' -> "\\t";
                        case '\f' -> "\\f";
                        case ' ' -> key || i == 0 ? "\\ " : " ";
                        case '=', ':', '#', '!' -> key ? "\\" + each : String.valueOf(each);
                        default -> each < 0x20 || each > 0x7e ? "\\u%04x".formatted((int) each) : String.valueOf(each);
                    });
        }
        return escaped.toString();
    }
}
