package dev.rung.driver.h2;

import dev.rung.engine.driver.Trouble;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The H2 server of a database, if it has one. */
record Server(H2Setting setting) {
    private static final Pattern ADDRESS = Pattern.compile("jdbc:h2:(?:tcp|ssl)://(\\[[^]]+]|[^:/,;]+)(?::(\\d+))?/.*");
    private static final int USUAL_PORT = 9092;
    private static final int PATIENCE_MILLIS = 5_000;

    /** Whether anybody listens there. That nobody does is an answer, too; no answer is none. */
    boolean answers() throws Trouble {
        if (setting.url().isEmpty()) {
            return false;
        }
        Matcher address = ADDRESS.matcher(url());
        if (!address.matches()) {
            throw new Trouble(
                    "`" + url() + "` is no address of an H2 server", "write it like jdbc:h2:tcp://localhost:9092/app");
        }
        int port = address.group(2) == null ? USUAL_PORT : Integer.parseInt(address.group(2));
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.group(1), port), PATIENCE_MILLIS);
            return true;
        } catch (ConnectException refused) {
            return false;
        } catch (IOException | IllegalArgumentException unreachable) {
            throw new Trouble(
                    "nobody can tell whether the server of `" + setting.name() + "` runs: " + address.group(1) + ":"
                            + port + " cannot be asked (" + unreachable.getMessage() + ")",
                    "check `url`");
        }
    }

    void mustAnswer() throws Trouble {
        if (!answers()) {
            throw new Trouble("the server of `" + setting.name() + "` does not answer at " + url());
        }
    }

    String url() {
        return setting.url().orElseThrow();
    }
}
