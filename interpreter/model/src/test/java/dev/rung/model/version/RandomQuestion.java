package dev.rung.model.version;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A release file with a little of everything, and somebody who asks for a way by it. */
record RandomQuestion(ReleaseFile file, Version installed, Version target, List<Version> via, Set<String> accepted) {
    /** What is known of the system: one fact holds, one does not, and of a third nobody knows. */
    static final Facts FACTS = condition -> switch (condition.fact()) {
        case "holds" -> Optional.of(true);
        case "holds-not" -> Optional.of(false);
        default -> Optional.empty();
    };

    private static final List<Spelling> EDITIONS = List.of(new Spelling("(?<edition>[ab])(\\d.*)", "$2"));
    static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    static RandomQuestion of(Random random) {
        List<Spelling> spellings = random.nextInt(4) == 0 ? EDITIONS : List.of();
        List<Line> lines = new ArrayList<>();
        int count = 2 + random.nextInt(4);
        for (int number = 1; number <= count; number++) {
            lines.add(line(number, spellings, random));
        }
        ReleaseFile file = new ReleaseFile(
                "Random",
                spellings,
                Map.of(),
                rules(count, random),
                waypoints(count, random),
                List.of(),
                random.nextInt(3) == 0 ? Optional.of(Duration.ofDays(7)) : Optional.empty(),
                random.nextInt(4) == 0,
                lines);
        Set<String> accepted = new HashSet<>();
        file.lines()
                .forEach(line -> line.broken().stream()
                        .filter(entry -> random.nextInt(4) == 0)
                        .forEach(entry -> accepted.add("broken-" + entry.version())));
        Version installed = spelled(spellings, "a", (1 + random.nextInt(2)) + "." + random.nextInt(4));
        int end = 1 + random.nextInt(count);
        Version target = random.nextInt(4) == 0 ? Version.of("" + end) : Version.of(count + "." + random.nextInt(3));
        List<Version> via = random.nextInt(5) == 0
                ? List.of(Version.of((1 + random.nextInt(count)) + "." + random.nextInt(3)))
                : List.of();
        return new RandomQuestion(file, installed, target, via, accepted);
    }

    /** Whether a number is of the installed edition, where there are editions. */
    boolean isOfEdition(Version version) {
        return file.spellings().isEmpty() || version.written().startsWith("a");
    }

    private static Version spelled(List<Spelling> spellings, String edition, String number) {
        return spellings.isEmpty()
                ? Version.of(number)
                : Spelling.read(spellings, edition + number).orElseThrow().version();
    }

    private static Line line(int number, List<Spelling> spellings, Random random) {
        Version own = Version.of("" + number);
        List<Version> from = new ArrayList<>();
        if (random.nextInt(4) == 0) {
            for (int earlier = 1; earlier < number; earlier++) {
                if (random.nextBoolean()) {
                    from.add(Version.of("" + earlier));
                }
            }
        }
        List<Release> releases = new ArrayList<>();
        List<Broken> broken = new ArrayList<>();
        int pieces = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(3);
        for (int entry = 0; entry < (spellings.isEmpty() ? pieces : 2 * pieces); entry++) {
            int piece = entry % pieces;
            Version version = spelled(spellings, entry < pieces ? "a" : "b", number + "." + piece);
            Optional<LocalDate> day =
                    random.nextInt(4) == 0 ? Optional.empty() : Optional.of(TODAY.minusDays(random.nextInt(60)));
            if (random.nextInt(6) > 0) {
                releases.add(new Release(version, own, day, Map.of(), Optional.empty()));
            }
            if (random.nextInt(6) == 0) {
                broken.add(new Broken(version, "it is broken", Optional.empty()));
            }
        }
        return new Line(own, from, List.of(), releases, broken);
    }

    private static List<PathRule> rules(int count, Random random) {
        List<PathRule> rules = new ArrayList<>();
        int until = 1 + random.nextInt(count);
        switch (random.nextInt(5)) {
            case 0 -> rules.add(new PathRule.EachLine(Optional.of(Version.of("" + until))));
            case 1 -> rules.add(new PathRule.EachRelease(Optional.of(Version.of(until + "." + random.nextInt(3)))));
            case 2 -> rules.add(new PathRule.EachRelease(Optional.of(Version.of("" + until))));
            default -> {}
        }
        switch (random.nextInt(7)) {
            case 0, 1, 2 -> rules.add(new PathRule.Direct());
            case 3, 4 -> rules.add(new PathRule.EachLine(Optional.empty()));
            case 5 -> rules.add(new PathRule.EachRelease(Optional.empty()));
            default -> {}
        }
        return rules;
    }

    private static List<Waypoint> waypoints(int count, Random random) {
        List<Waypoint> waypoints = new ArrayList<>();
        while (random.nextInt(3) == 0) {
            int line = 1 + random.nextInt(count);
            String version = random.nextBoolean() ? "" + line : line + "." + random.nextInt(3);
            Optional<Requirement> when = random.nextBoolean()
                    ? Optional.empty()
                    : Optional.of(Requirement.holds(
                            List.of("holds", "holds-not", "who-knows").get(random.nextInt(3))));
            waypoints.add(new Waypoint(Version.of(version), "", when));
        }
        return waypoints;
    }
}
