#!/bin/sh
# Measures what many releases cost: to read a release file of 1,000, 4,000 and 16,000, to find the path from its oldest
# release to its newest by three kinds of path, and to lint it, which looks for the path from every release. Prints medians
# of the processor time of the one thread, in a JVM that is warm; and by how much four times as many cost more.
#
# usage: releases.sh [TURNS], 9 unless told; --check makes it exit with 1 if a target is missed

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

cat >"$work/Releases.java" <<'RELEASES'
import dev.rung.language.Toolchain;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.SourceFile;
import dev.rung.model.version.PathFinding;
import dev.rung.model.version.ReleaseFile;
import dev.rung.model.version.ReleasePath;
import dev.rung.model.version.Version;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class Releases {
    static final List<Integer> SIZES = List.of(1000, 4000, 16000);
    static final List<String> PATHS = List.of("each line", "each release", "direct");
    static final int WARM_UP = 2;
    static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    /** Milliseconds that nobody feels, for 4,000 releases: to read them, and to find a path. */
    static final double READ = 300;
    static final double FIND = 100;

    public static void main(String[] arguments) {
        int turns = Integer.parseInt(arguments[0]);
        Toolchain toolchain = new Toolchain((path, from) -> Optional.empty());
        boolean met = true;
        System.out.printf("%-14s %9s %10s %10s %10s   milliseconds, median of %d%n", "path", "releases", "read", "find",
                "lint", turns);
        for (String path : PATHS) {
            double[] before = null;
            for (int size : SIZES) {
                SourceFile file = new SourceFile("many.releases", releases(size, path));
                double[] read = new double[turns];
                double[] find = new double[turns];
                double[] lint = new double[turns];
                for (int turn = -WARM_UP; turn < turns; turn++) {
                    long begun = now();
                    ReleaseFile releases = toolchain.releases(file).value();
                    long known = now();
                    PathFinding found = ReleasePath.find(releases, Version.of("1.0"), Version.of("" + size / 10), TODAY,
                            List.of(), Set.of());
                    long there = now();
                    List<Diagnostic> wrong = toolchain.lint(file);
                    long linted = now();
                    if (!(found instanceof PathFinding.Found) || !wrong.isEmpty()) {
                        throw new IllegalStateException(found + " " + wrong);
                    }
                    if (turn >= 0) {
                        read[turn] = (known - begun) / 1e6;
                        find[turn] = (there - known) / 1e6;
                        lint[turn] = (linted - there) / 1e6;
                    }
                }
                double[] medians = {median(read), median(find), median(lint)};
                System.out.printf("%-14s %,9d %10.1f %10.1f %10.1f%s%n", path, size, medians[0], medians[1], medians[2],
                        before == null ? "" : "   %.1f× %.1f× %.1f×".formatted(
                                medians[0] / before[0], medians[1] / before[1], medians[2] / before[2]));
                met &= size != 4000 || medians[0] <= READ && medians[1] <= FIND;
                before = medians;
            }
        }
        System.out.printf("target for 4,000: read ≤ %.0f, find ≤ %.0f: %s%n", READ, FIND, met ? "met" : "missed");
        System.exit(met || arguments.length < 2 || arguments[1].isEmpty() ? 0 : 1);
    }

    static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Lines of ten releases, a waypoint now and then, a broken one in every tenth line. */
    static String releases(int releases, String path) {
        StringBuilder text = new StringBuilder("releases \"Many releases\"\n\n");
        text.append("url \"https://downloads.example.org/many-${release}.jar\"\npath { ").append(path).append(" }\n");
        int lines = releases / 10;
        for (int line = 100; line < lines; line += 100) {
            text.append("waypoint ").append(line).append(" \"it rewrites every entry\" when java < 17\n");
        }
        for (int line = 1; line <= lines; line++) {
            text.append("line ").append(line).append(line > lines / 2 ? " requires java >= 17 {\n" : " {\n");
            for (int i = 0; i < 10; i++) {
                text.append("  release %d.%d { released 2024-02-01 sha256 \"%064x\" }\n".formatted(line, i, line * 10L + i));
            }
            text.append(line % 10 == 0 ? "  broken " + line + ".10 \"it does not start\"\n" : "").append("}\n");
        }
        return text.toString();
    }
}
RELEASES
libraries=$(printf '%s:' "$home"/lib/*.jar)
"$jdk/bin/javac" -cp "$libraries" -d "$work" "$work/Releases.java" || exit

"$jdk/bin/java" -XX:+UseSerialGC -cp "$work:$libraries" Releases "$turns" "$check"
