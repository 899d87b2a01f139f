package dev.rung.driver.call;

import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Value;
import dev.rung.model.version.Version;

/** What needs nothing of the world but its argument. */
final class TextCalls {
    private TextCalls() {}

    /** Keeps how it was written, so that a product's own spelling can be read from it. */
    static Value version(Asked asked) throws Trouble {
        if (asked.arguments().get("text") instanceof Value.Number number) {
            return number;
        }
        String written = asked.text("text").strip();
        String comparable = written.startsWith("v") || written.startsWith("V") ? written.substring(1) : written;
        return Version.parse(written, comparable)
                .<Value>map(Value.Number::new)
                .orElseGet(() -> new Value.Unknown("`" + shortened(written) + "` is no version"));
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
