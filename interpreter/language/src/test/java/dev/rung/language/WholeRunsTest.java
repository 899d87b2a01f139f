package dev.rung.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.rung.language.check.CheckedRunbook;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.plan.PossibleRuns;
import dev.rung.model.prove.Gap;
import dev.rung.model.prove.Proof;
import dev.rung.model.text.SourceFile;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whole runbooks, with what stands around their ladders, as somebody would write them who has the proof against him. */
class WholeRunsTest {
    private static final String RELEASES = """
        releases "Metabase"
        url "https://example.org/metabase-${release}"
        path { each line }
        line 0.45 { release 0.45.4 }
        line 0.46 { release 0.46.8 }
        line 0.47 { release 0.47.12 }
        """;

    private static final String SYSTEM = """
        runbook "Metabase"

        input home    : path = "/opt/metabase"
        input backups : path = "/var/backups/metabase"

        system metabase {
          releases "metabase.releases"

          artifact jar     = file("${home}/metabase.jar")
          database app     = h2("${home}/metabase.db", jar: "${home}/metabase.jar", locked-by: server)
          files    plugins = directory("${home}/plugins")
          service  server  = process(["java", "-jar", "metabase.jar"], pid-file: "${home}/metabase.pid", writes: [app], migrates: [app])
          service  worker  = process(["java", "-cp", "metabase.jar", "Worker"], pid-file: "${home}/worker.pid", writes: [plugins], migrates: [])

          installed = version(json("http://localhost:3000/api/session/properties", "$.version.tag"))
          healthy   = json("http://localhost:3000/api/health", "$.status") == "ok"
        }

        """;

    private static final String END = """
            swap jar to next
            start server, worker
            wait for healthy within 10m
            require-version == next
        """;

    private static List<Gap> gaps(String phases) {
        return gaps(SYSTEM, phases);
    }

    private static List<Gap> gaps(String system, String phases) {
        Toolchain toolchain = new Toolchain(Runbooks.files(Map.of("metabase.releases", RELEASES)));
        Diagnosed<CheckedRunbook> checked = toolchain.check(new SourceFile("upgrade.runbook", system + phases));
        assertThat(checked.diagnostics()).isEmpty();
        Map<String, String> inputs = Map.of();
        Diagnosed<PossibleRuns> runs = toolchain.possibleRuns(
                checked.value(),
                toolchain.install(checked.value(), inputs).value(),
                inputs,
                LocalDate.of(2026, 11, 21));
        assertThat(runs.diagnostics()).isEmpty();
        return assertTimeoutPreemptively(
                Duration.ofMinutes(1), () -> Proof.of(runs.value()).gaps());
    }

    private static String ladder(String body) {
        return "phase \"Upgrade\" {\n  step-through metabase to newest {\n" + body + "  }\n}\n";
    }

    private static void assertOne(List<Gap> gaps, String name, String summary) {
        assertThat(gaps).singleElement().satisfies(gap -> {
            assertThat(gap.name()).isEqualTo(name);
            assertThat(gap.summary()).isEqualTo(summary);
        });
    }

    /** What the afternoon's backup does not have users have written through the old release. */
    @Test
    void aBackupAfterWhichTheOldReleaseIsStartedAgainIsNoCover() {
        String afternoon = "phase \"Afternoon\" {\n  stop server\n  backup app to backups\n  start server\n}\n";
        String night = ladder("    stop server, worker\n" + END);
        assertOne(
                gaps(afternoon + night),
                "stale-backup",
                "if this upgrade fails, what users write to `app` after the backup is lost");
        assertThat(gaps("max-loss 12h\n" + afternoon + night)).isEmpty();
        assertThat(gaps(afternoon.replace("  start server\n", "") + night)).isEmpty();
    }

    /** They bring back one state as long as nobody writes. */
    @Test
    void aHopMayTakeSeveralBackups() {
        assertThat(gaps(ladder("    stop server, worker\n    backup app to backups\n"
                        + "    backup plugins to backups named plugins\n" + END)))
                .isEmpty();
    }

    @Test
    void whoAsksForAnotherVersionInTheEndNeverLands() {
        String hop = ladder("    stop server, worker\n    backup app to backups\n" + END);
        assertThat(gaps(hop)).isEmpty();
        assertOne(
                gaps(hop.replace("== next", "== current")),
                "hop-never-lands",
                "this hop is never done: it asks for 0.45.4 in the end, and leads to 0.46.8");
        assertOne(
                gaps(hop.replace("== next", "== \"0.47.12\"")),
                "hop-never-lands",
                "this hop is never done: it asks for 0.47.12 in the end, and leads to 0.46.8");
    }

    /** From there on the way is forward, in the hops behind it as well: and nobody starts half a migration twice. */
    @Test
    void aPointOfNoReturnHoldsForTheLadderBehindIt() {
        String point = "phase \"Before\" {\n  point-of-no-return \"the seat is free\"\n}\n";
        String hop = ladder("    stop server, worker\n    backup app to backups\n" + END);
        assertThat(gaps(point + hop)).singleElement().satisfies(gap -> {
            assertThat(gap.name()).isEqualTo("no-way-forward");
            assertThat(gap.step().text()).isEqualTo("start server, worker");
        });
    }

    /** Who is held, and migrates nothing, says nothing of the migration. */
    @Test
    void aServiceMayBeClosedForTheWholeRun() {
        String hop = ladder("    stop server\n    backup app to backups\n" + END.replace("server, worker", "server"));
        assertThat(gaps("phase \"Close\" {\n  stop worker\n}\n" + hop + "phase \"Open\" {\n  start worker\n}\n"))
                .isEmpty();
    }

    /** Whatever the runbook says that it writes. */
    @Test
    void whoHasAnEmbeddedDatabaseOpenWritesIt() {
        String system = SYSTEM.replace("writes: [app], migrates: [app]", "writes: [], migrates: [app]");
        assertThat(gaps(
                        system,
                        ladder("    backup app to backups\n    stop server, worker\n"
                                + END.replace("server, worker", "server"))))
                .singleElement()
                .satisfies(gap -> assertThat(gap.name()).isEqualTo("backup-while-running"));
    }

    /** 0.47 would be started over what 0.45 has left. */
    @Test
    void noReleaseOnTheWayIsLeftOut() {
        String hop = ladder("    when first-hop {\n"
                + "      stop server, worker\n"
                + "      backup app to backups\n"
                + "    }\n"
                + "    swap jar to next\n"
                + "    when last-hop {\n"
                + "      start server, worker\n"
                + "      wait for healthy within 10m\n"
                + "    }\n"
                + "    require-version == next\n");
        String closed = "phase \"Close\" {\n  stop server, worker\n  backup app to backups\n}\n";
        assertThat(gaps(closed + ladder("    swap jar to next\n    require-version == next\n")
                        + "phase \"Open\" {\n  start server, worker\n}\n"))
                .singleElement()
                .satisfies(gap -> assertThat(gap.summary())
                        .isEqualTo("this hop is never done: 0.46.8 never runs, and so never migrates `app`"));
        assertThat(gaps(hop)).isNotEmpty();
    }
}
