#!/bin/sh
# Measures what a proof costs: of a runbook with 500, 1,000 and 2,000 statements in its hop, over release files of 500, 1,000
# and 2,000 releases, by three kinds of path. Prints for each size medians of the processor time of the thread that proves,
# which what else the machine does changes little; and by how much twice the statements, and twice the releases, cost more.
# The sizes take turns, in one JVM that is warm. What `rung prove` takes by the clock, as a command, is below that.
#
# usage: proof.sh [TURNS], 9 unless told; --check makes it exit with 1 if a target is missed

set -u
here=$(cd "$(dirname "$0")" && pwd)
rung=$here/../../rung
check=
[ "${1-}" = --check ] && check=yes && shift
turns=${1:-9}

# What looks for newer sources, too.
said=$("$rung" lint "$here/startup.runbook" 2>&1) || { printf '%s\n' "$said" >&2; exit 2; }
home=$here/../../repl/target/rung
jdk=$(cat "$home/jdk")
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT

cat >"$work/Proofs.java" <<'PROOFS'
import dev.rung.language.Toolchain;
import dev.rung.language.check.CheckedRunbook;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.plan.Installation;
import dev.rung.model.plan.PossibleRuns;
import dev.rung.model.prove.Proof;
import dev.rung.model.text.SourceFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class Proofs {
    static final List<Integer> SIZES = List.of(500, 1000, 2000);
    static final List<String> PATHS = List.of("each line", "each release until 3 direct", "direct");
    static final int WARM_UP = 2;
    static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    record Size(String path, int statements, int releases) {}

    /** @param check that nothing is wrong, lower what may have to be done, prove: milliseconds of each turn */
    record Measured(double[] check, double[] lower, double[] prove, double[] both) {
        Measured(int turns) {
            this(new double[turns], new double[turns], new double[turns], new double[turns]);
        }
    }

    public static void main(String[] arguments) throws Exception {
        Path work = Path.of(arguments[0]);
        int turns = Integer.parseInt(arguments[1]);
        Map<Size, Measured> all = new LinkedHashMap<>();
        for (String path : PATHS) {
            for (int statements : SIZES) {
                for (int releases : SIZES) {
                    all.put(new Size(path, statements, releases), new Measured(turns));
                }
            }
        }
        for (int turn = -WARM_UP; turn < turns; turn++) {
            for (Map.Entry<Size, Measured> one : all.entrySet()) {
                measure(one.getKey(), one.getValue(), turn);
            }
        }
        boolean met = show(all);
        commands(work, turns, arguments[3]);
        System.exit(met || arguments[2].isEmpty() ? 0 : 1);
    }

    /** Each a process of its own, by the clock. */
    static void commands(Path work, int turns, String rung) throws Exception {
        Map<String, double[]> all = new LinkedHashMap<>();
        for (int turn = -1; turn < turns; turn++) {
            for (int i = 0; i < PATHS.size(); i++) {
                Path folder = Files.createDirectories(work.resolve(Integer.toString(i)));
                Files.writeString(folder.resolve("many.releases"), releases(1000, PATHS.get(i)));
                Files.writeString(folder.resolve("many.runbook"), runbook(1000));
                long begun = System.nanoTime();
                int exit = new ProcessBuilder(rung, "prove", folder.resolve("many.runbook").toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
                if (exit != 0) {
                    throw new IllegalStateException("rung prove: " + exit);
                }
                if (turn >= 0) {
                    all.computeIfAbsent(PATHS.get(i), path -> new double[turns])[turn] = (System.nanoTime() - begun) / 1e6;
                }
            }
        }
        System.out.printf("%n%-28s %21s %21s%n", "rung prove, 1000 by 1000", "median ms", "best ms");
        all.forEach((path, millis) -> System.out.printf(
                "%-28s %21.0f %21.0f%n", path, median(millis), Arrays.stream(millis).min().orElseThrow()));
    }

    static void measure(Size size, Measured measured, int turn) {
        String releases = releases(size.releases(), size.path());
        SourceFile file = new SourceFile("many.runbook", runbook(size.statements()));
        System.gc();
        double begun = now();
        Toolchain toolchain = new Toolchain((path, from) -> Optional.of(new SourceFile(path, releases)));
        Diagnosed<CheckedRunbook> runbook = toolchain.check(file);
        double checked = now();
        Installation installation = toolchain.install(runbook.value(), Map.of()).value();
        Diagnosed<PossibleRuns> runs = toolchain.possibleRuns(runbook.value(), installation, Map.of(), TODAY);
        double lowered = now();
        Proof proof = Proof.of(runs.value());
        double proved = now();
        if (!runbook.diagnostics().isEmpty()
                || !runs.diagnostics().isEmpty()
                || !proof.holds()
                || proof.starts() != size.releases()
                || proof.hops() < size.releases() / 2) {
            throw new IllegalStateException(size + ": " + runbook.diagnostics() + runs.diagnostics() + proof.gaps());
        }
        if (turn >= 0) {
            measured.check()[turn] = checked - begun;
            measured.lower()[turn] = lowered - checked;
            measured.prove()[turn] = proved - lowered;
            measured.both()[turn] = proved - checked;
        }
    }

    static double now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6;
    }

    static boolean show(Map<Size, Measured> all) {
        boolean met = true;
        System.out.printf("%-28s %10s %9s %8s %8s %8s %8s %8s%n", "path", "statements", "releases", "check ms",
                "lower ms", "walk ms", "proof ms", "best ms");
        for (Map.Entry<Size, Measured> one : all.entrySet()) {
            Measured measured = one.getValue();
            System.out.printf("%-28s %10d %9d %8.0f %8.0f %8.0f %8.0f %8.0f%n", one.getKey().path(),
                    one.getKey().statements(), one.getKey().releases(), median(measured.check()),
                    median(measured.lower()), median(measured.prove()), median(measured.both()),
                    Arrays.stream(measured.both()).min().orElseThrow());
            boolean middle = one.getKey().statements() == 1000 && one.getKey().releases() == 1000;
            met &= !middle || median(measured.both()) <= 1000;
        }
        System.out.printf("%n%-28s %21s %21s%n", "twice as many cost, times", "statements", "releases");
        for (String path : PATHS) {
            List<Double> statements = new ArrayList<>();
            List<Double> releases = new ArrayList<>();
            for (int other : SIZES) {
                for (int i = 1; i < SIZES.size(); i++) {
                    statements.add(ratio(all, new Size(path, SIZES.get(i), other), new Size(path, SIZES.get(i - 1), other)));
                    releases.add(ratio(all, new Size(path, other, SIZES.get(i)), new Size(path, other, SIZES.get(i - 1))));
                }
            }
            System.out.printf("%-28s %21s %21s%n", path, range(statements), range(releases));
            met &= worst(statements) <= 2.3 && worst(releases) <= 2.3;
        }
        System.out.println("at most 2.3 is asked for, and a second for 1000 by 1000");
        return met;
    }

    static double ratio(Map<Size, Measured> all, Size larger, Size smaller) {
        double[] more = all.get(larger).both();
        double[] less = all.get(smaller).both();
        double[] ratios = new double[more.length];
        for (int turn = 0; turn < ratios.length; turn++) {
            ratios[turn] = more[turn] / less[turn];
        }
        return median(ratios);
    }

    static String range(List<Double> ratios) {
        return "%.2f to %.2f".formatted(ratios.stream().min(Double::compare).orElseThrow(), worst(ratios));
    }

    static double worst(List<Double> ratios) {
        return ratios.stream().max(Double::compare).orElseThrow();
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** A hop of the usual kind, with as many checks, programs and messages before, between and behind as it takes. */
    static String runbook(int statements) {
        StringBuilder text = new StringBuilder("""
            runbook "Many statements"

            input target  : version = newest
            input home    : path = "/opt/many"
            input backups : path = "/var/backups/many"

            system many {
              releases "many.releases"

              artifact jar    = file("${home}/many.jar")
              files    conf   = directory("${home}/conf")
              database db     = h2("${home}/db", locked-by: server)
              service  server = process(["java", "-jar", "many.jar"], pid-file: "${home}/pid", from: home)

              installed = version(json("http://localhost/version", "$.version"))
              healthy   = http-status("http://localhost/health") == 200
              java      = java-version("/usr/lib/jvm/java")
              invariant customers = json("http://localhost/count", "$.customers")
            }

            phase "Before you begin" changes nothing {
              require-version >= 1
              require healthy
            }

            phase "Upgrade" {
              step-through many to target {
            """);
        int rest = statements - 9;
        more(text, 0, rest / 3);
        text.append("    stop server\n    backup db, conf to backups verified by restore\n    swap jar to next\n");
        more(text, rest / 3, 2 * rest / 3);
        text.append("    start server\n    wait for healthy within 15m\n    require-version == next\n");
        more(text, 2 * rest / 3, rest);
        text.append("    when crosses(3.0) { say \"Half of the way is gone\" }\n");
        text.append("    when last-hop { say \"That was the last one\" }\n  }\n}\n");
        return text.toString();
    }

    static void more(StringBuilder text, int from, int to) {
        for (int i = from; i < to; i++) {
            text.append("    ").append(switch (i % 5) {
                case 0 -> "require exists(\"${home}/file-" + i + "\") else \"file " + i + " of ${next} is missing\"";
                case 1 -> "run \"${home}/tool --step " + i + " --to ${next}\" changes nothing idempotent within 1m";
                case 2 -> "say \"" + i + ": from ${current} to ${next}\"";
                case 3 -> "run [\"look\", \"" + i + "\", next] changes nothing from home";
                default -> i % 50 == 4 && from > 0
                        ? "stop server named stop-" + i + "\n    start server named start-" + i
                                + "\n    wait for healthy within 5m named wait-" + i
                                + "\n    require-version == next named version-" + (i += 3)
                        : "require free-space(\"/disk-" + i + "\") >= 3 * size(db)";
            }).append('\n');
        }
    }

    /** Lines of ten releases. */
    static String releases(int releases, String path) {
        StringBuilder text = new StringBuilder("releases \"Many releases\"\n\n");
        text.append("url \"https://downloads.example.org/many-${release}.jar\"\npath { ").append(path).append(" }\n\n");
        int lines = releases / 10;
        for (int line = 1; line <= lines; line++) {
            text.append("line ").append(line).append(line > lines / 2 ? " requires java >= 17 {\n" : " {\n");
            for (int i = 0; i < 10; i++) {
                text.append("  release %d.%d { released 2024-02-01 sha256 \"%064x\" }\n".formatted(line, i, line * 10L + i));
            }
            text.append("}\n");
        }
        return text.toString();
    }
}
PROOFS
libraries=$(printf '%s:' "$home"/lib/*.jar)
"$jdk/bin/javac" -cp "$libraries" -d "$work" "$work/Proofs.java" || exit

"$jdk/bin/java" -XX:+UseSerialGC -cp "$work:$libraries" Proofs "$work" "$turns" "$check" "$rung"
