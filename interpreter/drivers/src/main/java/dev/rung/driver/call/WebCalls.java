package dev.rung.driver.call;

import dev.rung.driver.support.Download;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Value;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** What addresses answer. */
final class WebCalls {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LONGEST = 16 * 1024 * 1024;

    private WebCalls() {}

    record Heard(int status, String message, String text) {}

    static Value status(Asked asked) throws IOException, Trouble {
        return new Value.Whole(ask(asked, "url").status());
    }

    static Value text(Asked asked) throws IOException, Trouble {
        Heard heard = ask(asked, "url");
        return heard.status() < 300 ? new Value.Text(heard.text()) : refused(asked, heard);
    }

    static Value.Unknown refused(Asked asked, Heard heard) {
        return asked.unknown("was answered " + (heard.status() + " " + heard.message()).strip());
    }

    static Heard ask(Asked asked, String argument) throws IOException, Trouble {
        URI address = address(asked.text(argument));
        Optional<String> post = asked.optional("post");
        Optional<String> auth = asked.optional("auth");
        try (Download.Answer answer = post.isPresent()
                ? Download.post(address, post.get(), auth, PATIENCE)
                : Download.ask(address, auth, PATIENCE)) {
            byte[] content = answer.content().readNBytes(LONGEST);
            return new Heard(answer.status(), answer.message(), new String(content, StandardCharsets.UTF_8));
        }
    }

    private static URI address(String url) throws Trouble {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException malformed) {
            throw new Trouble("`" + url + "` is no address");
        }
    }
}
