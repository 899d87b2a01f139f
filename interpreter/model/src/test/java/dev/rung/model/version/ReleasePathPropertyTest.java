package dev.rung.model.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Holds the search against another one that knows no graph: it tries every rising sequence of releases, asks of each
 * whether the rules allow it as a whole, and takes the shortest.
 */
class ReleasePathPropertyTest {
    private static final LocalDate TODAY = RandomQuestion.TODAY;

    @Test
    void findsWhatTryingEverythingFinds() {
        int found = 0;
        int withSeveralHops = 0;
        int refused = 0;
        int ofEditions = 0;
        int unsure = 0;
        for (int seed = 0; seed < 10_000; seed++) {
            RandomQuestion question = RandomQuestion.of(new Random(seed));
            Optional<List<Version>> expected = new Everything(question).best();
            PathFinding finding = ReleasePath.find(
                    question.file(),
                    question.installed(),
                    question.target(),
                    TODAY,
                    question.via(),
                    question.accepted(),
                    RandomQuestion.FACTS);
            switch (finding) {
                case PathFinding.Found(List<Leg> legs) -> {
                    found++;
                    withSeveralHops += legs.size() > 1 ? 1 : 0;
                    ofEditions += question.file().spellings().isEmpty() ? 0 : 1;
                    unsure += legs.stream().anyMatch(leg -> leg.why().contains("not known")) ? 1 : 0;
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
        assertThat(ofEditions).isGreaterThan(500);
        assertThat(unsure).isGreaterThan(20);
    }

    private static void assertConnected(Version installed, List<Leg> legs) {
        Version at = installed;
        for (Leg leg : legs) {
            assertThat(leg.from()).isEqualTo(at);
            assertThat(leg.why()).isNotBlank();
            at = leg.to().version();
        }
    }
}
