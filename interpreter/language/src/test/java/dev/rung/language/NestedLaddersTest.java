package dev.rung.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.language.check.CheckedRunbook;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.effect.Unmet.Need;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.plan.PossibleRuns;
import dev.rung.model.prove.Foresight;
import dev.rung.model.prove.NoWayBack;
import dev.rung.model.prove.Proof;
import dev.rung.model.text.SourceFile;
import dev.rung.model.version.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Hops of one system within those of another that needs them. */
class NestedLaddersTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    private static final String BASE = """
        releases "Base"
        url "files/base-${release}"
        path { each line }
        line 4 { release 4.0 }
        line 5 { release 5.0 }
        line 6 { release 6.0 }
        """;

    private static final String APP = """
        releases "App"
        url "files/app-${release}.jar"
        path { each line }
        line 1 %s { release 1.0.0 }
        line 2 requires base-is >= 5 { release 2.0.0 }
        line 3 requires base-is >= 6 { release 3.0.0 }
        """;

    private static final String RUNBOOK = """
        runbook "App over base"
        input backups : path = "/backups"
        system base {
          releases "base.releases"
          artifact image  = file("/srv/base")
          files    store  = directory("/srv/store")
          service  daemon = process("based", pid-file: "/run/base.pid")
          installed = version(json("http://localhost:1/base", "$.version"))
          healthy   = http-status("http://localhost:1/base") == 200
        }
        system app {
          releases "app.releases"
          artifact jar    = file("/srv/app.jar")
          files    data   = directory("/srv/data")
          service  server = process("appd", pid-file: "/run/app.pid")
          installed = version(json("http://localhost:1/app", "$.version"))
          healthy   = http-status("http://localhost:1/app") == 200
          base-is   = base.installed
        }
        phase "Upgrade" {
          step-through app to 3.0.0 {
            stop server
            when base.installed < next.requires.base-is {
              step-through base to next.requires.base-is {
                stop daemon
                backup store to backups
                swap image to next
                start daemon
                wait for healthy within 5m
                require-version == next
                say "${app.next} has ${next}"
              }
            }
            require base-is >= next.requires.base-is
            backup data to backups
            swap jar to next
            start server
            wait for healthy within 5m
            require-version == next
          }
        }
        """;

    private static Toolchain toolchain(String oldest) {
        return new Toolchain(Runbooks.files(Map.of("base.releases", BASE, "app.releases", APP.formatted(oldest))));
    }

    private static CheckedRunbook checked(Toolchain toolchain, String text) {
        Diagnosed<CheckedRunbook> checked = toolchain.check(new SourceFile("app.runbook", text));
        assertThat(checked.diagnostics()).isEmpty();
        return checked.value();
    }

    private static Plan plan(String oldest, String text, String app, String base) {
        Toolchain toolchain = toolchain(oldest);
        CheckedRunbook runbook = checked(toolchain, text);
        Diagnosed<Plan> plan = toolchain.plan(
                runbook,
                toolchain.install(runbook, Map.of()).value(),
                Map.of(),
                new Situation(Map.of("app", Version.of(app), "base", Version.of(base)), TODAY, Set.of()));
        assertThat(plan.diagnostics()).isEmpty();
        return plan.value();
    }

    private static Proof proof(String oldest, String text) {
        Toolchain toolchain = toolchain(oldest);
        CheckedRunbook runbook = checked(toolchain, text);
        Diagnosed<PossibleRuns> runs = toolchain.possibleRuns(
                runbook, toolchain.install(runbook, Map.of()).value(), Map.of(), TODAY);
        assertThat(runs.diagnostics()).isEmpty();
        return Proof.of(runs.value());
    }

    private static List<String> climbed(Plan plan) {
        return plan.allLadders()
                .flatMap(ladder -> ladder.hops().stream().map(hop -> hop.system() + " " + hop.words()))
                .toList();
    }

    @Test
    void eachHopBringsWhatItsReleaseNeeds() {
        Plan plan = plan("", RUNBOOK, "1.0.0", "4.0");
        assertThat(climbed(plan))
                .containsExactly("app 1.0.0 → 2.0.0", "app 2.0.0 → 3.0.0", "base 4.0 → 5.0", "base 5.0 → 6.0");
        assertThat(plan.step("upgrade/2.0.0/base/5.0/swap-image")).isPresent();
        assertThat(plan.staging()).hasSize(4);
        assertThat(Foresight.find(plan)).isEmpty();
    }

    @Test
    void whatIsThereAlreadyNeedsNoHop() {
        assertThat(climbed(plan("", RUNBOOK, "1.0.0", "6.0")))
                .containsExactly("app 1.0.0 → 2.0.0", "app 2.0.0 → 3.0.0");
        assertThat(climbed(plan("", RUNBOOK, "2.0.0", "4.0")))
                .containsExactly("app 2.0.0 → 3.0.0", "base 4.0 → 5.0", "base 5.0 → 6.0");
    }

    @Test
    void namesMeanTheInnermostLadder() {
        Plan plan = plan("", RUNBOOK, "1.0.0", "4.0");
        List<String> told = plan.allLadders()
                .filter(ladder -> ladder.system().equals("base"))
                .flatMap(ladder -> ladder.hops().stream())
                .flatMap(hop -> hop.body().stream())
                .flatMap(item -> item instanceof Item.Step step ? Stream.of(step.text()) : Stream.of())
                .filter(text -> text.startsWith("say"))
                .toList();
        assertThat(told).containsExactly("say \"2.0.0 has 5.0\"", "say \"3.0.0 has 6.0\"");
    }

    @Test
    void allThatMayBeInstalledIsProved() {
        Proof proof = proof("", RUNBOOK);
        assertThat(proof.gaps()).isEmpty();
        assertThat(proof.deadEnds()).isEmpty();
        assertThat(proof.starts()).isEqualTo(3);
        assertThat(proof.classes()).extracting(Proof.HopClass::system).contains("app", "base");
    }

    @Test
    void withoutABackupTheInnerHopHasNoWayBack() {
        String without = RUNBOOK.replace("        backup store to backups\n", "");
        assertThat(proof("", without).gaps())
                .isNotEmpty()
                .allSatisfy(gap -> assertThat(gap).isInstanceOfSatisfying(NoWayBack.class, none -> {
                    assertThat(none.need()).contains(Need.COVER);
                    assertThat(none.step().id()).endsWith("start-daemon");
                }));
    }

    @Test
    void whatTheFormerReleaseForbidsGoesBackWithIt() {
        assertThat(plan("requires base-is < 5", RUNBOOK, "1.0.0", "4.0").allLadders())
                .filteredOn(ladder -> ladder.system().equals("base"))
                .extracting(Item.Ladder::stays)
                .as("from either hop a way back may lead to 1.0.0")
                .containsExactly(false, false);
        assertThat(plan("requires base-is < 5", RUNBOOK, "2.0.0", "4.0").allLadders())
                .allMatch(Item.Ladder::stays);
        assertThat(plan("", RUNBOOK, "1.0.0", "4.0").allLadders()).allMatch(Item.Ladder::stays);
        assertThat(proof("requires base-is < 5", RUNBOOK).gaps()).isEmpty();
    }

    @Test
    void aLadderOfTheSameSystemWithinItIsNone() {
        String same = RUNBOOK.replace("step-through base to next.requires.base-is", "step-through app to 3.0.0");
        assertThat(toolchain("").check(new SourceFile("app.runbook", same)).diagnostics())
                .extracting(Diagnostic::name)
                .contains("misplaced-statement");
    }

    @Test
    void whatIsUpgradedLaterIsNotLeftBehind() {
        String shared = RUNBOOK.replace("/run/app.pid\")", "/run/app.pid\", writes: [data, store], migrates: [data])")
                .replace("backup store to", "backup data, store to")
                .replace("backup data to", "backup data, store to");
        assertThat(proof("", shared).gaps())
                .anySatisfy(gap -> assertThat(gap)
                        .isInstanceOfSatisfying(
                                NoWayBack.class, none -> assertThat(none.need()).contains(Need.NO_OLD_CODE)));
    }
}
