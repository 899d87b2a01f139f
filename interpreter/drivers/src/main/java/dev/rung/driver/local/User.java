package dev.rung.driver.local;

import dev.rung.engine.driver.Commands.Finished;
import dev.rung.engine.driver.Commands.Line;
import dev.rung.engine.driver.Surroundings;
import dev.rung.engine.driver.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Somebody whom this machine knows.
 *
 * @param groups all that he is in, by number, the first one his own
 */
record User(String name, int id, List<Integer> groups, String home) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int HOME = 5;

    /** @param place whose user it is, for messages */
    static User named(String name, String place, Surroundings here) throws Trouble {
        String[] entry = answer(here, "getent", "passwd", "--", name).split(":");
        if (name.isBlank() || entry.length <= HOME || !entry[0].equals(name)) {
            throw new Trouble(
                    "there is no user `" + name + "` on this machine, as whom the place `" + place + "` is reached",
                    "correct `user`, or make that user");
        }
        String groups = answer(here, "id", "-G", "--", name);
        String own = entry[3];
        List<Integer> all = Stream.concat(Stream.of(own), Stream.of(groups.split("\\s+")))
                .filter(group -> group.matches("\\d+"))
                .map(Integer::parseUnsignedInt)
                .distinct()
                .toList();
        return new User(name, Integer.parseUnsignedInt(entry[2]), all, entry[HOME]);
    }

    private static String answer(Surroundings here, String... words) throws Trouble {
        Finished finished = here.commands().run(Line.of(words), PATIENCE, true);
        return finished.exitCode() == 0 ? finished.output().strip() : "";
    }

    /** Whether he is who runs the interpreter. */
    boolean isOurselves() {
        return name.equals(System.getProperty("user.name"));
    }

    int group() {
        return groups.getFirst();
    }
}
