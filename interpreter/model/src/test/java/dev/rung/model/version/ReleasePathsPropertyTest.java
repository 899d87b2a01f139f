package dev.rung.model.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Holds the ways that share their ends against those that are found alone. */
class ReleasePathsPropertyTest {
    private static final LocalDate TODAY = RandomQuestion.TODAY;

    /** Asked of one after the other, as a proof does; each way has to be the one that is found for its release alone. */
    @Test
    void waysThatShareTheirRestsAreTheSameAsAlone() {
        int shared = 0;
        int refused = 0;
        for (int seed = 0; seed < 3_000; seed++) {
            RandomQuestion question = RandomQuestion.of(new Random(seed));
            ReleaseFile file = question.file();
            ReleasePaths paths = new ReleasePaths(
                    file, question.target(), TODAY, question.via(), question.accepted(), Facts.UNKNOWN);
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
}
