package dev.rung.driver.call;

import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Value;
import dev.rung.model.version.Version;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

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

    /** As RFC 7617 has it. */
    static Value basic(Asked asked) throws Trouble {
        String user = asked.text("user");
        if (user.indexOf(':') < 0) {
            return new Value.Unknown("what `basic` is given has no colon in it: it takes `user:password`");
        }
        byte[] bytes = user.getBytes(StandardCharsets.UTF_8);
        return new Value.Text("Basic " + Base64.getEncoder().encodeToString(bytes));
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
