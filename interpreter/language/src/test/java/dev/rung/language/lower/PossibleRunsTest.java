package dev.rung.language.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.language.Runbooks;
import dev.rung.language.Toolchain;
import dev.rung.language.check.CheckedRunbook;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.plan.PossibleRuns;
import dev.rung.model.plan.PossibleRuns.Climb;
import dev.rung.model.plan.PossibleRuns.Course;
import dev.rung.model.plan.PossibleRuns.HopClass;
import dev.rung.model.plan.PossibleRuns.Outside;
import dev.rung.model.text.SourceFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PossibleRunsTest {
    private static final String TWO = """
        runbook "Two systems"
        system app {
          releases "app.releases"
          artifact jar = file("/app/app.jar")
          service server = process("app", pid-file: "/app/app.pid")
          installed = version(json("http://localhost/app", "$.version"))
          healthy = http-status("http://localhost/app") == 200
        }
        system store {
          releases "store.releases"
          artifact binary = file("/store/store")
          database db = h2("/store/db")
          service engine = process("store", pid-file: "/store/store.pid")
          installed = version(json("http://localhost/store", "$.version"))
          healthy = http-status("http://localhost/store") == 200
        }
        phase "Before" changes nothing {
          require-version store >= 5
        }
        phase "Store" {
          step-through store to newest { stop engine swap binary to next start engine }
        }
        phase "App" {
          step-through app to newest { stop server swap jar to next start server }
          say "done"
        }
        """;

    private static PossibleRuns two(String appReleases) {
        Toolchain toolchain = new Toolchain(Runbooks.files(Map.of(
                "app.releases",
                "releases \"App\" url \"app-${release}\" path { each line } " + appReleases,
                "store.releases",
                "releases \"Store\" url \"store-${release}\" path { each line } line 4 { release 4.0 }"
                        + " line 5 { release 5.0 } line 6 { release 6.0 } line 7 { release 7.0 }")));
        CheckedRunbook runbook =
                toolchain.check(new SourceFile("two.runbook", TWO)).value();
        Diagnosed<PossibleRuns> runs = toolchain.possibleRuns(
                runbook, toolchain.install(runbook, Map.of()).value(), Map.of(), LocalDate.of(2026, 6, 15));
        assertThat(runs.diagnostics()).isEmpty();
        return runs.value();
    }

    @Test
    void aPlanIsOneRun() {
        PossibleRuns runs = PossibleRuns.of(Plans.ledger("1.8.2", Map.of("target", "2.4.0")));
        assertThat(runs.starts()).isOne();
        Course course = runs.courses().getFirst();
        assertThat(course.sections()).hasExactlyElementsOfTypes(Outside.class, Climb.class, Outside.class);
        Climb climb = (Climb) course.sections().get(1);
        assertThat(climb.classes().stream().flatMap(each -> each.hops().stream()))
                .containsExactly("1.8.2 → 1.9.4", "1.9.4 → 1.10.3", "1.10.3 → 2.4.0");
        assertThat(climb.first()).containsExactly(0);
        assertThat(climb.next().stream().map(List::copyOf)).containsExactly(List.of(1), List.of(2), List.of());
        assertThat(climb.last()).containsExactly(2);
        assertThat(climb.mayBeSkipped()).isFalse();
    }

    @Test
    void aPlanWhoseTargetIsInstalledSkipsItsLadder() {
        Course course = PossibleRuns.of(Plans.ledger("2.4.0", Map.of("target", "2.4.0")))
                .courses()
                .getFirst();
        Climb climb = (Climb) course.sections().get(1);
        assertThat(climb.classes()).isEmpty();
        assertThat(climb.first()).isEmpty();
        assertThat(climb.mayBeSkipped()).isTrue();
    }

    @Test
    void whileOneSystemIsLookedAtTheOthersStandWhereTheyMay() {
        PossibleRuns runs = two("line 1 { release 1.0 } line 2 { release 2.0 }");
        assertThat(runs.starts())
                .as("5.0, 6.0 and 7.0 of the store, both of the app")
                .isEqualTo(5);
        assertThat(runs.courses()).hasSize(1);
        List<Climb> climbs = runs.courses().getFirst().sections().stream()
                .flatMap(section -> section instanceof Climb climb ? List.of(climb).stream() : null)
                .toList();
        assertThat(climbs.stream().map(Climb::system)).containsExactly("store", "app");
        assertThat(climbs.getFirst().classes().stream().map(HopClass::hops).flatMap(List::stream))
                .as("none from 4.0, which is not let in")
                .containsExactly("5.0 → 6.0", "6.0 → 7.0");
        assertThat(climbs.getFirst().mayBeSkipped()).isTrue();
        assertThat(climbs.getLast().classes().getFirst().hops()).containsExactly("1.0 → 2.0");
    }

    @Test
    void whereOneSystemHasNoWayNoRunBegins() {
        PossibleRuns runs = two("line 1 { release 1.0 } line 3 from 2 { release 3.0 } line 2 {}");
        assertThat(runs.deadEnds())
                .isNotEmpty()
                .allSatisfy(end -> assertThat(end.why()).contains("line"));
        assertThat(runs.courses().stream()
                        .flatMap(course -> course.sections().stream())
                        .flatMap(section -> section instanceof Climb climb ? climb.classes().stream() : null))
                .as("3.0 of the app alone can be begun from, which is the target")
                .noneSatisfy(hops -> assertThat(hops.like().system()).isEqualTo("app"));
    }
}
