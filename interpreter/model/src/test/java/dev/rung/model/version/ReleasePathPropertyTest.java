package dev.rung.model.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Holds the search against another one that knows no graph: it tries every rising sequence of releases, asks of each
 * whether the rules allow it as a whole, and takes the shortest.
 */
class ReleasePathPropertyTest {
    static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    record Question(ReleaseFile file, Version installed, Version target, List<Version> via, Set<String> accepted) {}

    @Test
    void findsWhatTryingEverythingFinds() {
        int found = 0;
        int withSeveralHops = 0;
        int refused = 0;
        for (int seed = 0; seed < 10_000; seed++) {
            Question question = question(new Random(seed));
            Optional<List<Version>> expected = new Everything(question).best();
            PathFinding finding = ReleasePath.find(
                    question.file(),
                    question.installed(),
                    question.target(),
                    TODAY,
                    question.via(),
                    question.accepted());
            switch (finding) {
                case PathFinding.Found(List<Leg> legs) -> {
                    found++;
                    withSeveralHops += legs.size() > 1 ? 1 : 0;
                    assertThat(legs.stream().map(leg -> leg.to().version()).toList())
                            .as("seed %d: %s", seed, question)
                            .isEqualTo(expected.orElse(null));
                    assertConnected(question.installed(), legs);
                }
                case PathFinding.Refused no -> {
                    refused++;
                    assertThat(expected)
                            .as("seed %d: %s%n%s", seed, no, question)
                            .isEmpty();
                    assertThat(no.summary()).isNotBlank();
                    assertThat(no.help()).isNotBlank();
                }
            }
        }
        assertThat(found).isGreaterThan(2_000);
        assertThat(withSeveralHops).isGreaterThan(1_000);
        assertThat(refused).isGreaterThan(2_000);
    }

    /** Asked of one after the other, as a proof does; each way has to be the one that is found for its release alone. */
    @Test
    void waysThatShareTheirRestsAreTheSameAsAlone() {
        int shared = 0;
        int refused = 0;
        for (int seed = 0; seed < 3_000; seed++) {
            Question question = question(new Random(seed));
            ReleaseFile file = question.file();
            ReleasePaths paths = new ReleasePaths(file, question.target(), TODAY, question.via(), question.accepted());
            Map<Version, Way> rests = new HashMap<>();
            for (Version start : starts(file, new Random(seed))) {
                PathFinding alone =
                        ReleasePath.find(file, start, question.target(), TODAY, question.via(), question.accepted());
                switch (paths.from(start)) {
                    case ReleasePaths.Beginning.Open(Optional<Way> way) -> {
                        List<Leg> legs = way.map(Way::legs).orElse(List.of());
                        assertThat(new PathFinding.Found(legs))
                                .as("seed %d from %s: %s", seed, start, question)
                                .isEqualTo(alone);
                        for (Optional<Way> rest = way.flatMap(Way::then);
                                rest.isPresent();
                                rest = rest.get().then()) {
                            Way known = rests.putIfAbsent(rest.get().leg().from(), rest.get());
                            assertThat(known == null || known == rest.get()).isTrue();
                            shared += known == null ? 0 : 1;
                        }
                    }
                    case ReleasePaths.Beginning.Closed(PathFinding.Refused why) -> {
                        refused++;
                        assertThat(why)
                                .as("seed %d from %s: %s", seed, start, question)
                                .isEqualTo(alone);
                    }
                }
            }
        }
        assertThat(shared).isGreaterThan(1_000);
        assertThat(refused).isGreaterThan(1_000);
    }

    /** In any order, listed or not. */
    private static List<Version> starts(ReleaseFile file, Random random) {
        List<Version> starts =
                new ArrayList<>(file.releases().map(Release::version).toList());
        starts.add(Version.of("1"));
        starts.add(Version.of("2.9"));
        starts.add(Version.of("77.1"));
        Collections.shuffle(starts, random);
        return starts;
    }

    private static void assertConnected(Version installed, List<Leg> legs) {
        Version at = installed;
        for (Leg leg : legs) {
            assertThat(leg.from()).isEqualTo(at);
            assertThat(leg.why()).isNotBlank();
            at = leg.to().version();
        }
    }

    private static Question question(Random random) {
        List<Line> lines = new ArrayList<>();
        int count = 2 + random.nextInt(4);
        for (int number = 1; number <= count; number++) {
            lines.add(line(number, random));
        }
        ReleaseFile file = new ReleaseFile(
                "Random",
                List.of(),
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
        Version installed = Version.of((1 + random.nextInt(2)) + "." + random.nextInt(4));
        int end = 1 + random.nextInt(count);
        Version target = random.nextInt(4) == 0 ? Version.of("" + end) : Version.of(count + "." + random.nextInt(3));
        List<Version> via = random.nextInt(5) == 0
                ? List.of(Version.of((1 + random.nextInt(count)) + "." + random.nextInt(3)))
                : List.of();
        return new Question(file, installed, target, via, accepted);
    }

    private static Line line(int number, Random random) {
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
        for (int piece = 0; piece < pieces; piece++) {
            Version version = Version.of(number + "." + piece);
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
            waypoints.add(new Waypoint(Version.of(version), ""));
        }
        return waypoints;
    }
}
