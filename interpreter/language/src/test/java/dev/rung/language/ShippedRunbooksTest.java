package dev.rung.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.language.check.CheckedRunbook;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.diagnostic.Severity;
import dev.rung.model.effect.Acknowledge;
import dev.rung.model.plan.Installation;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.plan.PossibleRuns;
import dev.rung.model.prove.Proof;
import dev.rung.model.text.SourceFile;
import dev.rung.model.version.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The runbooks that ship: without mistakes, proved, and planned against what a system once answered. */
class ShippedRunbooksTest {
    private static final Path RUNBOOKS = Path.of("../../runbooks");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Toolchain TOOLCHAIN = new Toolchain(
            (path, from) -> open(Path.of(from.name()).resolveSibling(path).toString()));

    private static Optional<SourceFile> open(String path) {
        try {
            return Files.isRegularFile(RUNBOOKS.resolve(path))
                    ? Optional.of(new SourceFile(path, Files.readString(RUNBOOKS.resolve(path))))
                    : Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Stream<Arguments> runbooks() {
        return Stream.of(
                Arguments.of("devlake/devlake.runbook", Map.of()),
                Arguments.of("dhis2/dhis2.runbook", Map.of("target", "43.1.0")),
                Arguments.of("mender/mender.runbook", Map.of()),
                Arguments.of("metabase/metabase.runbook", Map.of()),
                Arguments.of("odoo/odoo-sh.runbook", Map.of("target", "19.0", "contract", "M123")));
    }

    private static CheckedRunbook check(String path) {
        Diagnosed<CheckedRunbook> checked = TOOLCHAIN.check(open(path).orElseThrow());
        assertThat(checked.diagnostics()).isEmpty();
        return checked.value();
    }

    @ParameterizedTest
    @MethodSource("runbooks")
    void hasNoMistake(String path) {
        assertThat(TOOLCHAIN.lint(open(path).orElseThrow())).noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    @ParameterizedTest
    @MethodSource("runbooks")
    void hasAWayBackFromEverywhere(String path, Map<String, String> inputs) {
        CheckedRunbook runbook = check(path);
        Installation installation = TOOLCHAIN.install(runbook, inputs).value();
        Diagnosed<PossibleRuns> runs = TOOLCHAIN.possibleRuns(runbook, installation, inputs, TODAY);
        assertThat(runs.diagnostics()).isEmpty();
        assertThat(runs.value().starts()).isPositive();
        assertThat(Proof.of(runs.value()).gaps()).isEmpty();
    }

    private static Plan plan(String path, Map<String, String> inputs, String system, String installed) {
        CheckedRunbook runbook = check(path);
        Installation installation = TOOLCHAIN.install(runbook, inputs).value();
        Version version = runbook.releaseFile(system)
                .orElseThrow()
                .spelled(installed)
                .orElseThrow()
                .version();
        Diagnosed<Plan> plan =
                TOOLCHAIN.plan(runbook, installation, inputs, new Situation(Map.of(system, version), TODAY, Set.of()));
        assertThat(plan.diagnostics()).isEmpty();
        return plan.value();
    }

    private static List<String> hops(Plan plan) {
        return plan.ladders()
                .flatMap(ladder -> ladder.hops().stream())
                .map(hop -> hop.to().version().written())
                .toList();
    }

    private static List<String> texts(Plan plan, int hop) {
        return plan.ladders().toList().getFirst().hops().get(hop).body().stream()
                .flatMap(item -> item instanceof Item.Step step ? Stream.of(step.text()) : Stream.empty())
                .toList();
    }

    /** DHIS2 said {@code 2.28}. */
    @Test
    void dhis2GoesLineByLineToItsFirstWithPostGis() {
        Plan plan = plan("dhis2/dhis2.runbook", Map.of("target", "42.5.2"), "dhis2", "2.28");
        assertThat(hops(plan)).containsExactly("2.29", "2.30", "42.5.2");
        assertThat(texts(plan, 0)).contains("sql db file(\"/opt/dhis2-utils/upgrade-229.sql\")", "swap war to 2.29");
        assertThat(texts(plan, 1)).contains("sql db file(\"/opt/dhis2-utils/upgrade-230.sql\")");
        assertThat(texts(plan, 2))
                .contains("let without-unit = sql-value(db, \"select count(*) from event where organisationunitid is"
                        + " null\")")
                .noneMatch(text -> text.contains("upgrade-"));
        assertThat(plan.step("before-you-begin/acknowledge-notes").orElseThrow().effects())
                .singleElement()
                .isInstanceOfSatisfying(
                        Acknowledge.class,
                        notes -> assertThat(notes.notes())
                                .hasSizeGreaterThan(10)
                                .anySatisfy(note -> assertThat(note.release()).isEqualTo("line 2.38")));
    }

    /** DevLake said {@code v0.17.0@1a2b3c4}: the key changes its name on the way. */
    @Test
    void devLakeTakesItsKeyAlong() {
        Plan plan = plan("devlake/devlake.runbook", Map.of("target", "1.0.3"), "devlake", "v0.17.0@1a2b3c4");
        assertThat(hops(plan)).containsExactly("v1.0.3");
        assertThat(texts(plan, 0))
                .contains(
                        "set dot-env \"ENCRYPTION_SECRET\" = value-of(inside, \"ENCODE_KEY\")",
                        "swap images to v1.0.3");
        Plan later = plan("devlake/devlake.runbook", Map.of("target", "1.0.3"), "devlake", "v0.21.0");
        assertThat(texts(later, 0)).noneMatch(text -> text.startsWith("set "));
    }

    /** The images were {@code mender-3.3.2} and a MongoDB 4.4: that climbs within the hop that asks for more. */
    @Test
    void menderTakesMongoDbAlong() {
        String path = "mender/mender.runbook";
        CheckedRunbook runbook = check(path);
        Map<String, Version> installed = Map.of("mender", Version.of("3.3.2"), "mongo", Version.of("4.4"));
        Diagnosed<Plan> plan = TOOLCHAIN.plan(
                runbook,
                TOOLCHAIN.install(runbook, Map.of()).value(),
                Map.of(),
                new Situation(installed, TODAY, Set.of()));
        assertThat(plan.diagnostics()).isEmpty();
        assertThat(hops(plan.value())).containsExactly("3.6.5", "3.7.11");
        assertThat(plan.value().allLadders().filter(ladder -> ladder.system().equals("mongo")))
                .singleElement()
                .satisfies(inner -> {
                    assertThat(inner.id()).contains("3.7.11");
                    assertThat(inner.hops())
                            .extracting(hop -> hop.to().version().written())
                            .containsExactly("5.0", "6.0");
                });
    }

    /** Metabase said {@code v0.38.2}. */
    @Test
    void metabaseGoesReleaseByReleaseTo40() {
        Plan plan = plan("metabase/metabase.runbook", Map.of("target", "0.58.39"), "metabase", "v0.38.2");
        assertThat(hops(plan)).containsExactly("0.38.6", "0.39.7", "0.40.8", "0.58.39");
        Plan back = plan("metabase/metabase.runbook", Map.of("target", "0.58.39"), "metabase", "v0.57.15");
        assertThat(back.ladders().toList().getFirst().hops().getFirst().rollbacks())
                .singleElement()
                .satisfies(rollback -> assertThat(rollback.steps().getFirst().text())
                        .startsWith("run \"java -jar metabase.jar migrate down 57\""));
    }

    /** Odoo said {@code 17.0+e}. */
    @Test
    void odooGoesStraightToItsTarget() {
        Plan plan = plan("odoo/odoo-sh.runbook", Map.of("target", "19.0", "contract", "M123"), "odoo", "17.0+e");
        assertThat(hops(plan)).containsExactly("19.0");
        assertThat(texts(plan, 0)).anyMatch(text -> text.startsWith("shell 'git merge --no-ff"));
    }
}
