package dev.rung.runbooks.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.runbooks.quickstart.RungProcess.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The interpreter is killed with SIGKILL right before and right after each write of its journal, and at seeded moments
 * inside effects, while it upgrades a real Ledger over real hops; then a fresh process takes the run up, by a resume or by
 * a rollback in turn. Whatever happens, Ledger ends at one of the versions of the path, running, with every row of it.
 *
 * <p>{@code mvn verify -Drung.crash.every=1} tries all points, as before a release; the build tries each sixth.
 */
class CrashTest {
    private static final int MOMENTS = 100;
    private static final long SEED = 20_260_101;
    private static final int EVERY = Integer.getInteger("rung.crash.every", 1);

    @TempDir
    Path folder;

    private record Point(String name, Map<String, String> environment, long killAfterMillis, boolean rollBack) {}

    @Test
    void endsUpgradedOrRolledBackWhereverItIsKilled() throws Exception {
        int writes;
        long millis;
        try (LedgerSite site = site("whole")) {
            long began = System.nanoTime();
            Finished whole = RungProcess.run(site, words(site));
            millis = (System.nanoTime() - began) / 1_000_000;
            assertThat(whole.exitCode()).as(whole.output()).isZero();
            writes = lines(site);
        }
        List<Point> points = points(writes, millis);
        Map<String, Integer> tally = new TreeMap<>();
        List<String> endedBadly = new ArrayList<>();
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<String>> endings = new ArrayList<>();
            for (Point point : points) {
                endings.add(two.submit(() -> ending(point)));
            }
            for (Future<String> ending : endings) {
                try {
                    tally.merge(ending.get(10, TimeUnit.MINUTES), 1, Integer::sum);
                } catch (ExecutionException badly) {
                    endedBadly.add(String.valueOf(badly.getCause().getMessage()));
                }
            }
        }
        System.out.printf(
                "crash test: N = %d journal writes, %d points tried (each %d.), ended: %s, badly: %d%n",
                writes, points.size(), EVERY, tally, endedBadly.size());
        assertThat(endedBadly).isEmpty();
        assertThat(tally.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(points.size());
    }

    private static List<Point> points(int writes, long millis) {
        List<Point> points = new ArrayList<>();
        for (int write = 0; write < writes; write++) {
            points.add(at(CrashingMain.BEFORE, write, write % 2 == 0));
            points.add(at(CrashingMain.AFTER, write, write % 2 == 1));
        }
        Random random = new Random(SEED);
        for (int i = 0; i < MOMENTS; i++) {
            long when = 300 + random.nextLong(millis);
            points.add(new Point("moment " + i + " at " + when + " ms", Map.of(), when, random.nextBoolean()));
        }
        List<Point> chosen = new ArrayList<>();
        for (int i = 0; i < points.size(); i += EVERY) {
            chosen.add(points.get(i));
        }
        return chosen;
    }

    private static Point at(String variable, int write, boolean rollBack) {
        return new Point(variable + " " + write, Map.of(variable, Integer.toString(write)), -1, rollBack);
    }

    private LedgerSite site(String name) {
        LedgerSite site = LedgerSite.lay(
                folder.resolve(name.replace(' ', '-')), LedgerLadder.shared().oldest());
        site.start();
        return site;
    }

    private static List<String> words(LedgerSite site) {
        List<String> words = new ArrayList<>(List.of("run", site.runbook.toString(), "--yes"));
        words.addAll(List.of("--confirm", "announced", "--confirm", "reload"));
        words.addAll(site.inputs());
        return words;
    }

    private static int lines(LedgerSite site) throws IOException {
        return Files.readAllLines(journal(site)).size();
    }

    private static Path journal(LedgerSite site) throws IOException {
        try (Stream<Path> runs = Files.list(site.state.resolve("runs"))) {
            return runs.findFirst().orElseThrow();
        }
    }

    private String ending(Point point) throws IOException {
        try (LedgerSite site = site(point.name())) {
            String how = killedAndTakenUp(site, point);
            assertThat(site.version()).as(point + " " + how).isIn(LedgerLadder.PATH);
            String version = site.version();
            assertThat(site.processes())
                    .as(point + " leaves Ledger and nothing else")
                    .hasSize(1);
            site.stop();
            assertThat(LedgerLadder.shared().versionOf(site.truth()))
                    .as(point + " " + how)
                    .isEqualTo(version);
            assertThat(site.home.resolve("ledger.pid.held"))
                    .as(point.toString())
                    .doesNotExist();
            return how;
        } finally {
            remove(folder.resolve(point.name().replace(' ', '-')));
        }
    }

    private static String killedAndTakenUp(LedgerSite site, Point point) throws IOException {
        String main = CrashingMain.class.getName();
        Process process = RungProcess.start(site, main, point.environment(), List.of(), words(site));
        if (point.killAfterMillis() >= 0) {
            LedgerSite.sleep(point.killAfterMillis());
            // Asked to do it, the process would close its output, too.
            process.toHandle().destroyForcibly();
        }
        Finished first = RungProcess.finish(process);
        if (first.exitCode() == 0) {
            return "upgraded before the kill";
        }
        assertThat(first.exitCode()).as(point + ": " + first.output()).isEqualTo(137);
        if (!Files.isDirectory(site.state.resolve("runs")) || Files.size(journal(site)) == 0) {
            assertThat(site.version()).isEqualTo(LedgerSite.OLDEST);
            return "killed before the journal began";
        }
        String run = journal(site).getFileName().toString().replace(".jsonl", "");
        List<String> words = new ArrayList<>(List.of(point.rollBack() ? "rollback" : "resume", run));
        words.addAll(point.rollBack() ? List.of("--yes") : List.of("--confirm", "announced", "--confirm", "reload"));
        Finished second = RungProcess.run(site, words);
        boolean wasOver = second.exitCode() == 2 && second.output().contains("has come to its end");
        assertThat(second.exitCode()).as(point + ": " + second.output()).isIn(0, 2, 10, 11);
        assertThat(second.exitCode() != 2 || wasOver)
                .as(point + ": " + second.output())
                .isTrue();
        String how = point.rollBack() ? "rollback: exit code " : "resume: exit code ";
        return how + second.exitCode();
    }

    private static void remove(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
