#!/bin/sh
# Measures the start of Rung, launcher included, against a JVM's empty `main`, side by side: the commands take turns, so
# that what else the machine does falls on all of them alike. Prints medians, and the median of the ratios of each turn.
# What an empty `main` takes with the options that Rung starts with is shown beside it.
#
# usage: startup.sh [TURNS], 31 unless told; --check makes it exit with 1 if a target is missed

set -u
here=$(cd "$(dirname "$0")" && pwd)
rung=$here/../../rung
check=
[ "${1-}" = --check ] && check=yes && shift
turns=${1:-31}
lint=$here/startup.runbook

"$rung" --version >/dev/null || exit
jdk=$(cat "$here/../../repl/target/rung/jdk")
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT

cat >"$work/Empty.java" <<'EMPTY'
class Empty {
    public static void main(String[] arguments) {}
}
EMPTY
"$jdk/bin/javac" -d "$work" "$work/Empty.java"

cat >"$work/Turns.java" <<'TURNS'
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class Turns {
    public static void main(String[] arguments) throws Exception {
        int turns = Integer.parseInt(arguments[0]);
        List<Measured> all = new ArrayList<>();
        for (int i = 2; i + 2 < arguments.length; i += 3) {
            all.add(new Measured(arguments[i], Double.parseDouble(arguments[i + 1]), arguments[i + 2].split("\t"), new double[turns]));
        }
        for (int turn = -2; turn < turns; turn++) {
            for (Measured one : all) {
                long begun = System.nanoTime();
                new ProcessBuilder(one.words)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
                if (turn >= 0) {
                    one.millis[turn] = (System.nanoTime() - begun) / 1e6;
                }
            }
        }
        boolean met = true;
        double[] empty = all.getFirst().millis;
        System.out.printf("%-34s %10s %10s %8s %8s%n", turns + " turns", "median ms", "best ms", "ratio", "target");
        for (Measured one : all) {
            double[] ratios = new double[turns];
            for (int turn = 0; turn < turns; turn++) {
                ratios[turn] = one.millis[turn] / empty[turn];
            }
            met &= one.target == 0 || median(ratios) <= one.target;
            System.out.printf("%-34s %10.1f %10.1f %8.2f %8s%n", one.name, median(one.millis),
                    Arrays.stream(one.millis).min().orElseThrow(), median(ratios), one.target == 0 ? "" : "≤ " + one.target);
        }
        System.exit(met || arguments[1].isEmpty() ? 0 : 1);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    record Measured(String name, double target, String[] words, double[] millis) {}
}
TURNS
"$jdk/bin/javac" -d "$work" "$work/Turns.java" || exit

tab=$(printf '\t')
empty="$jdk/bin/java$tab-XX:+UseSerialGC$tab-XX:TieredStopAtLevel=1$tab-cp$tab$work${tab}Empty"
"$jdk/bin/java" -cp "$work" Turns "$turns" "$check" \
    'empty main' 0 "$jdk/bin/java$tab-cp$tab$work${tab}Empty" \
    "empty main, with Rung's options" 0 "$empty" \
    'rung --version' 1.3 "$rung$tab--version" \
    "rung lint, $(wc -l <"$lint") lines" 3 "$rung${tab}lint$tab$lint"
