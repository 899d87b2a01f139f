package dev.rung.repl.work;

import dev.rung.engine.journal.Journals;
import dev.rung.repl.view.Console;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a command is given of the process that it runs in, so that a test can run it in another.
 *
 * @param environment the process' environment variables
 * @param folder the current folder, where relative paths start
 * @param home the person's home folder
 * @param user who sits here
 * @param journaling stands in front of the journals; a test lets it end the process at a certain write
 */
public record Desk(
        Console console,
        Map<String, String> environment,
        Clock clock,
        Path folder,
        Path home,
        String user,
        UnaryOperator<Journals> journaling) {
    public Desk {
        environment = Map.copyOf(environment);
    }

    public Desk with(Console other) {
        return new Desk(other, environment, clock, folder, home, user, journaling);
    }

    /** @param value of an environment variable; empty where there is to be none */
    public Desk with(String variable, Optional<String> value) {
        Map<String, String> other = new HashMap<>(environment);
        other.remove(variable);
        value.ifPresent(text -> other.put(variable, text));
        return new Desk(console, other, clock, folder, home, user, journaling);
    }

    /** A path as a person typed it. */
    public Path path(String typed) {
        return folder.resolve(typed).normalize();
    }

    /** Where journals, their history and what was typed are kept. */
    public Path stateFolder() {
        return variable("RUNG_STATE")
                .map(this::path)
                .orElseGet(() -> user.equals("root") ? Path.of("/var/lib/rung") : ownStateFolder());
    }

    private Path ownStateFolder() {
        return variable("XDG_STATE_HOME")
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(home.resolve(".local").resolve("state"))
                .resolve("rung");
    }

    /** The value of an environment variable that is set and not empty. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }
}
