package dev.rung.language.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.language.Runbooks;
import dev.rung.language.Situation;
import dev.rung.language.Toolchain;
import dev.rung.language.check.CheckedRunbook;
import dev.rung.language.lower.LowerFinding.NoPath;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.plan.Installation;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.plan.PossibleRuns;
import dev.rung.model.plan.PossibleRuns.Climb;
import dev.rung.model.plan.Shape;
import dev.rung.model.text.SourceFile;
import dev.rung.model.version.Release;
import dev.rung.model.version.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Holds what is said of all runs against the plans that are made from each release by itself. */
class PossibleRunsPropertyTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final List<String> STATEMENTS = List.of(
            "say \"${current} to ${next}\"",
            "say \"${next.line}\"",
            "stop server",
            "backup db to \"/backups/${current}\"",
            "swap jar to next",
            "start server",
            "wait for healthy within 1m",
            "require-version == next",
            "require-version == 2.1 named exactly",
            "require-version in [current, 2.1] named among",
            "require next >= 2.0",
            "run [\"tool\", next] changes nothing",
            "run \"tool ${next} ${first-hop}\" changes nothing named first",
            "when crosses(2.0) { say \"the great leap\" start gate } else { say \"a step\" }",
            "when crosses(3.1) { require-version == 3.1 named leap }",
            "when first-hop { backup db, store to \"/backups\" named all }",
            "when last-hop { say \"nearly there\" } else { when next >= 2.1 { stop gate } }",
            "when current in 1.0 .. 1 or exists(\"/f\") { say \"old\" } else { say \"new\" }",
            "rollback down { run \"down ${current}\" changes db }");

    private record Case(String runbook, String releases, String bound) {}

    @Test
    void allRunsTogetherAreTheRunsFromEachRelease() {
        int classes = 0;
        int hops = 0;
        int deadEnds = 0;
        int findings = 0;
        for (int seed = 0; seed < 300; seed++) {
            Case one = random(new Random(seed));
            Toolchain toolchain = new Toolchain(Runbooks.files(Map.of("app.releases", one.releases())));
            CheckedRunbook runbook = checked(toolchain, one, seed);
            Installation installation = toolchain.install(runbook, Map.of()).value();
            Diagnosed<PossibleRuns> all = toolchain.possibleRuns(runbook, installation, Map.of(), TODAY);
            Reference alone = new Reference();
            runbook.releaseFile("app")
                    .orElseThrow()
                    .releases()
                    .map(Release::version)
                    .forEach(version -> {
                        boolean isAllowed = version.compareTo(Version.of(one.bound())) >= 0;
                        if (isAllowed) {
                            Situation situation = new Situation(Map.of("app", version), TODAY, Set.of());
                            alone.add(version, toolchain.plan(runbook, installation, Map.of(), situation));
                        }
                    });
            assertThat(new HashSet<>(all.diagnostics()))
                    .as("findings of seed %d: %s", seed, one)
                    .isEqualTo(alone.findings);
            findings += alone.findings.size();
            if (alone.findings.isEmpty()) {
                alone.assertSame(all.value(), "seed " + seed + ": " + one);
                classes += alone.shapes.size();
                hops += alone.hops.size();
                deadEnds += alone.deadEnds.size();
            }
        }
        assertThat(classes).isGreaterThan(300);
        assertThat(hops).isGreaterThan(classes * 3 / 2);
        assertThat(deadEnds).isGreaterThan(100);
        assertThat(findings).isGreaterThan(10);
    }

    private static CheckedRunbook checked(Toolchain toolchain, Case one, int seed) {
        Diagnosed<CheckedRunbook> runbook = toolchain.check(new SourceFile("app.runbook", one.runbook()));
        assertThat(runbook.hasErrors())
                .as("seed %d: %s%n%s", seed, runbook.diagnostics(), one)
                .isFalse();
        return runbook.value();
    }

    private static Case random(Random random) {
        boolean withEditions = random.nextInt(5) == 0;
        StringBuilder releases = new StringBuilder("releases \"App\"\n");
        releases.append(withEditions ? "spelling '(?<edition>[ce])-(\\d.*)' as '$2'\n" : "");
        releases.append(random.nextInt(10) == 0 ? "" : "url \"app-${release}.jar\"\n");
        releases.append("path {\n")
                .append(
                        switch (random.nextInt(6)) {
                            case 0 -> "each line";
                            case 1 -> "each line until 2\ndirect";
                            case 2 -> "each release";
                            case 3 -> "each release until 2\ndirect";
                            case 4 -> "each release until 1\neach line";
                            default -> "direct";
                        })
                .append("\n}\nback by down since 2\n");
        releases.append(random.nextInt(4) == 0 ? "waypoint 2 \"it has the tool\"\n" : "");
        for (int line = 1; line <= 3; line++) {
            releases.append("line ").append(line);
            releases.append(line == 3 && random.nextInt(4) == 0 ? " from 1" : "");
            releases.append(random.nextInt(4) == 0 ? " requires java >= 17" : "")
                    .append(" {\n");
            int count = 1 + random.nextInt(3);
            for (int i = 0; i < count; i++) {
                String number = line + "." + i;
                if (withEditions) {
                    releases.append("release \"c-" + number + "\"\n");
                    releases.append(random.nextBoolean() ? "release \"e-" + number + "\"\n" : "");
                } else {
                    releases.append(random.nextInt(8) == 0 ? "broken " + number + " \"it is\"\n" : "");
                    releases.append("release " + number + "\n");
                }
            }
            releases.append("}\n");
        }
        String bound = "1." + random.nextInt(2);
        String target = random.nextInt(3) > 0 || withEditions ? "newest" : random.nextBoolean() ? "3" : "2.0";
        return new Case(runbook(random, bound, target), releases.toString(), bound);
    }

    private static String runbook(Random random, String bound, String target) {
        List<String> statements = new ArrayList<>(STATEMENTS);
        Collections.shuffle(statements, random);
        String body = String.join("\n", statements.subList(0, 2 + random.nextInt(8)));
        return """
            runbook "App"
            input target : version = %s
            system app {
              releases "app.releases"
              artifact jar = file("/app/app.jar")
              database db = h2("/app/db", locked-by: server)
              files store = directory("/app/store")
              service gate = process("gate", pid-file: "/app/gate.pid", migrates: [], writes: [])
              service server = process(["java", "-jar", "/app/app.jar"], pid-file: "/app/app.pid")
              installed = version(json("http://localhost/version", "$.version"))
              healthy = http-status("http://localhost") == 200
              java = java-version("/usr/lib/jvm/17")
              invariant customers = json("http://localhost/count", "$.customers")
            }
            phase "Before" changes nothing {
              require-version >= %s
              say "to ${target}"
            }
            phase "Upgrade" {
              step-through app to target {
            %s
              }
            }
            phase "After" {
              require-version == target
            }
            """.formatted(target, bound, body);
    }

    /** What the plans say that were made alone. */
    private static final class Reference {
        private final Set<Diagnostic> findings = new HashSet<>();
        private final Set<String> deadEnds = new HashSet<>();
        private final Set<Shape> shapes = new HashSet<>();
        private final Set<Map.Entry<Shape, String>> hops = new HashSet<>();
        private final Set<Shape> first = new HashSet<>();
        private final Set<Map.Entry<Shape, Shape>> next = new HashSet<>();
        private final Set<Shape> last = new HashSet<>();
        private boolean mayBeSkipped;
        private int starts;

        void add(Version version, Diagnosed<Plan> plan) {
            starts++;
            for (Diagnostic finding : plan.diagnostics()) {
                if (finding instanceof NoPath) {
                    deadEnds.add(version + ": " + finding.summary());
                } else {
                    findings.add(finding);
                }
            }
            if (plan.diagnostics().isEmpty()) {
                plan.value().ladders().forEach(ladder -> add(ladder.hops()));
            }
        }

        private void add(List<Item.Hop> way) {
            List<Shape> walked = way.stream().map(Shape::of).toList();
            mayBeSkipped |= way.isEmpty();
            for (int i = 0; i < way.size(); i++) {
                shapes.add(walked.get(i));
                hops.add(Map.entry(walked.get(i), way.get(i).words()));
                if (i > 0) {
                    next.add(Map.entry(walked.get(i - 1), walked.get(i)));
                }
            }
            if (!way.isEmpty()) {
                first.add(walked.getFirst());
                last.add(walked.getLast());
            }
        }

        void assertSame(PossibleRuns runs, String what) {
            assertThat(runs.starts()).as(what).isEqualTo(starts);
            assertThat(runs.deadEnds().stream().map(end -> end.version() + ": " + end.why()))
                    .as(what)
                    .hasSameSizeAs(deadEnds)
                    .containsAll(deadEnds);
            if (runs.courses().isEmpty()) {
                assertThat(hops).as(what).isEmpty();
                assertThat(mayBeSkipped).as(what).isFalse();
                return;
            }
            assertThat(runs.courses()).as(what).hasSize(1);
            Climb climb = runs.courses().getFirst().sections().stream()
                    .filter(Climb.class::isInstance)
                    .map(Climb.class::cast)
                    .findFirst()
                    .orElseThrow();
            List<Shape> classes =
                    climb.classes().stream().map(each -> Shape.of(each.like())).toList();
            assertThat(classes).as(what).doesNotHaveDuplicates().hasSameElementsAs(shapes);
            Set<Map.Entry<Shape, String>> told = new HashSet<>();
            Set<Map.Entry<Shape, Shape>> followed = new HashSet<>();
            for (int i = 0; i < classes.size(); i++) {
                Shape shape = classes.get(i);
                assertThat(climb.classes().get(i).hops()).as(what).doesNotHaveDuplicates();
                climb.classes().get(i).hops().forEach(words -> told.add(Map.entry(shape, words)));
                climb.next().get(i).forEach(then -> followed.add(Map.entry(shape, classes.get(then))));
            }
            assertThat(told).as(what).isEqualTo(hops);
            assertThat(followed).as(what).isEqualTo(next);
            assertThat(climb.first().stream().map(classes::get)).as(what).hasSameElementsAs(first);
            assertThat(climb.last().stream().map(classes::get)).as(what).hasSameElementsAs(last);
            assertThat(climb.mayBeSkipped()).as(what).isEqualTo(mayBeSkipped);
        }
    }
}
