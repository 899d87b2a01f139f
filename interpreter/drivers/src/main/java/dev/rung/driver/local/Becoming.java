package dev.rung.driver.local;

import dev.rung.engine.driver.Commands.Finished;
import dev.rung.engine.driver.Commands.Line;
import dev.rung.engine.driver.Surroundings;
import dev.rung.engine.driver.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a program becomes somebody else's. None of these asks for a password: what would is no way.
 *
 * @param words what stands in front of the program's own
 */
record Becoming(List<String> words) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Lets a variable through that nobody else has. */
    private static final Map<String, String> SENT = Map.of("RUNG_PLACE", "through");

    Becoming {
        words = List.copyOf(words);
    }

    /**
     * Tries them in turn, and takes the first that works.
     *
     * @return empty if nobody has to be become
     * @throws Trouble if none does, with what each said
     */
    static Optional<Becoming> find(User user, String place, Surroundings here) throws Trouble {
        if (user.isOurselves()) {
            return Optional.empty();
        }
        List<String> refused = new ArrayList<>();
        for (Becoming one : all(user)) {
            Optional<String> why = one.whyNot(user, here);
            if (why.isEmpty()) {
                return Optional.of(one);
            }
            refused.add("`" + one.words().getFirst() + "`: " + why.get());
        }
        throw new Trouble(
                "the place `" + place + "` is `" + user.name() + "` on this machine, and `"
                        + System.getProperty("user.name") + "`, who runs Rung, cannot become that without being asked: "
                        + String.join("; ", refused),
                "run Rung as root, or as `" + user.name() + "`");
    }

    private static List<Becoming> all(User user) {
        return List.of(
                new Becoming(List.of(
                        "setpriv",
                        "--reuid=" + Integer.toUnsignedString(user.id()),
                        "--regid=" + Integer.toUnsignedString(user.group()),
                        "--init-groups",
                        "--")),
                new Becoming(List.of("runuser", "-u", user.name(), "--")));
    }

    private Optional<String> whyNot(User user, Surroundings here) {
        try {
            List<String> all = new ArrayList<>(words);
            all.addAll(List.of("sh", "-c", "id -u; echo $RUNG_PLACE"));
            Finished finished = here.commands().run(new Line(all, Optional.empty(), SENT), PATIENCE, true);
            String wanted = Integer.toUnsignedString(user.id()) + "\nthrough";
            return finished.exitCode() == 0 && finished.output().strip().equals(wanted)
                    ? Optional.empty()
                    : Optional.of(finished.output().isBlank() ? "it does not" : lastLine(finished.output()));
        } catch (Trouble missing) {
            return Optional.of(missing.words());
        }
    }

    private static String lastLine(String output) {
        return output.strip().lines().reduce((first, last) -> last).orElse("").strip();
    }
}
