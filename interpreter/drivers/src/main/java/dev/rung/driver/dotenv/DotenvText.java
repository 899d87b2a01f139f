package dev.rung.driver.dotenv;

import dev.rung.driver.config.Entries;
import dev.rung.driver.config.Entries.Entry;
import dev.rung.driver.config.Format;
import dev.rung.driver.config.Lines;
import dev.rung.driver.config.Malformed;
import dev.rung.model.expression.Value;
import java.util.Optional;
import java.util.regex.Pattern;

/** A file of {@code KEY=value} as Docker Compose reads it: {@code export}, quotes, comments, values over several lines. */
record DotenvText(Entries entries) implements Format.Document {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+,=-]*");

    static DotenvText read(String text) throws Malformed {
        return new DotenvText(new DotenvReader(text).entries());
    }

    @Override
    public Format.Keys keys() {
        return entries;
    }

    @Override
    public String with(String key, Value value) throws Malformed {
        String wanted = value.shown();
        Optional<Entry> entry = entries.one(key);
        if (entry.isPresent()) {
            String bytes =
                    entries.text().substring(entry.get().from(), entry.get().to());
            String former = bytes.stripLeading();
            String blanks = bytes.substring(0, bytes.length() - former.length());
            return entries.with(entry.get(), blanks + spelt(wanted, DotenvReader.quote(former, 0)));
        }
        if (!DotenvReader.isKey(key)) {
            throw new Malformed("`" + key + "` cannot be a key in such a file");
        }
        return Lines.appended(entries.text(), key + "=" + spelt(wanted, ' '));
    }

    @Override
    public String without(String key) throws Malformed {
        return entries.without(key);
    }

    /** In the quotes that stood there, where they can say it. */
    private static String spelt(String value, char quote) {
        boolean single = value.indexOf('\'') < 0 && !value.endsWith("\\") && value.indexOf('\r') < 0;
        if (quote == '"') {
            return doubled(value);
        }
        if (quote != '\'' && PLAIN.matcher(value).matches()) {
            return value;
        }
        return single ? "'" + value + "'" : doubled(value);
    }

    private static String doubled(String value) {
        return "\""
                + value.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("$", "\\$")
                        .replace("`", "\\`")
                        .replace("\r", "\\r")
                + "\"";
    }
}
