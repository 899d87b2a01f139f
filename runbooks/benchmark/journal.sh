#!/bin/sh
# Measures what journals cost: an append beside the floor that the disk sets (write and fdatasync of as many bytes), and how
# soon a run is ready that is taken up from a long journal, beside the time that reading the journal takes. The journal is
# that of a real run that was killed, grown by lines as its last ones. Every figure is of a JVM of its own and, but for what
# the disk does, in time of the processors, the start of the JVM included; the best of TURNS, since what else the machine does
# can only add to it.
#
# The run was killed in /srv/diary, where it is laid out for as long as this takes: who runs it needs the right to make that.
#
# usage: journal.sh [--check] [ENTRIES] [TURNS], 100000 and 5 unless told; --check makes it exit with 1 if a target is missed

set -u
here=$(cd "$(dirname "$0")" && pwd)
top=$here/../..
check=
[ "${1-}" = --check ] && check=yes && shift
entries=${1:-100000}
turns=${2:-5}

"$top/rung" --version >/dev/null || exit
home=$top/repl/target/rung
jdk=$(cat "$home/jdk")
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT

mkdir -p "$work/dev/rung/engine/run" "$work/classes"
cat >"$work/dev/rung/engine/run/Measure.java" <<'MEASURE'
package dev.rung.engine.run;

import dev.rung.engine.journal.Contents;
import dev.rung.engine.journal.Entry;
import dev.rung.engine.journal.Journal;
import dev.rung.engine.journal.JournalFolder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;

class Measure {
    private static final Clock CLOCK = Clock.systemUTC();

    public static void main(String[] words) throws Exception {
        Path state = Path.of(words[1]);
        JournalFolder journals = new JournalFolder(state, CLOCK);
        long begun = System.nanoTime();
        switch (words[0]) {
            case "grow" -> grow(journals, state, Integer.parseInt(words[2]));
            case "append" -> System.out.println(append(journals, Integer.parseInt(words[2])));
            case "floor" -> System.out.println(floor(state, Integer.parseInt(words[2]), Integer.parseInt(words[3])));
            case "read" -> {
                int read = journals.read("interrupted").entries().size();
                System.out.println(millis(begun) + " " + read);
            }
            case "replay" -> {
                RunLog log = new RunLog("interrupted", new ReadJournal(journals.read("interrupted").entries()));
                System.out.println(millis(begun) + " " + log.stepsBehind());
            }
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    /** Of the processors, and by the clock. */
    private static String millis(long begun) {
        double cpu = ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e6;
        return cpu + " " + (System.nanoTime() - begun) / 1e6;
    }

    /** Puts lines as they come in front of the intention that the run was killed in. */
    private static void grow(JournalFolder journals, Path state, int entries) throws Exception {
        List<Journal.Stamped> all = journals.read("interrupted").entries();
        Entry.Done like = (Entry.Done) all.reversed().stream()
                .map(Journal.Stamped::entry)
                .filter(Entry.Done.class::isInstance)
                .findFirst()
                .orElseThrow();
        Path grown = Files.createTempDirectory(state, "grown");
        // What is only to be read need not be on a disk.
        try (Journal journal = new JournalFolder(grown, CLOCK).create("interrupted")) {
            for (Journal.Stamped each : all.subList(0, all.size() - 1)) {
                journal.append(each.entry());
            }
            for (int i = all.size(); i < entries; i += 2) {
                String step = "upgrade/3.0/grown-" + i;
                journal.append(new Entry.Intended(step, 0, like.words(), like.state()));
                journal.append(new Entry.Done(step, 0, true, like.words(), like.note(), 3, like.state()));
            }
            journal.append(all.getLast().entry());
        }
        Files.move(
                grown.resolve("runs/interrupted.jsonl"),
                state.resolve("runs/interrupted.jsonl"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    /** @return microseconds a line, the median, and bytes a line */
    private static String append(JournalFolder journals, int times) throws Exception {
        Entry entry = journals.read("interrupted").entries().getLast().entry();
        double[] micros = new double[times];
        try (Journal journal = journals.create("appended")) {
            for (int i = 0; i < times; i++) {
                long begun = System.nanoTime();
                journal.append(entry);
                micros[i] = (System.nanoTime() - begun) / 1e3;
            }
        }
        Path file = Path.of(journals.location("appended"));
        long bytes = Files.size(file) / times;
        Files.delete(file);
        return median(micros) + " " + bytes;
    }

    private static String floor(Path state, int times, int bytes) throws Exception {
        double[] micros = new double[times];
        Path file = state.resolve("floor");
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer line = ByteBuffer.allocateDirect(bytes);
            for (int i = 0; i < times; i++) {
                line.clear();
                long begun = System.nanoTime();
                channel.write(line);
                channel.force(false);
                micros[i] = (System.nanoTime() - begun) / 1e3;
            }
        }
        Files.delete(file);
        return median(micros) + " " + bytes;
    }

    private static double median(double[] values) {
        java.util.Arrays.sort(values);
        return values[values.length / 2];
    }
}
MEASURE
"$jdk/bin/javac" -cp "$home/lib/*" -d "$work/classes" "$work/dev/rung/engine/run/Measure.java" || exit

measure() {
    "$jdk/bin/java" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -cp "$work/classes:$home/lib/*" \
        dev.rung.engine.run.Measure "$@"
}

# The folder that the killed run has left, where it was: the journal names it. One that is somebody's is not touched.
site=/srv/diary
kept=$top/repl/src/test/journals/format-1
[ -e $site ] && echo "journal.sh: $site is in use" >&2 && exit 2
lay() {
    rm -rf $site && cp -R "$kept/world" $site && mkdir -p $site/state/runs
}
trap 'rm -rf "$work" $site' EXIT
lay && cp "$kept/interrupted.jsonl" $site/state/runs/ && measure grow $site/state "$entries" || exit
mv $site/state/runs/interrupted.jsonl "$work/long.jsonl"
lay
cp "$work/long.jsonl" $site/state/runs/interrupted.jsonl

# Ready is a run that is taken up when it says that it goes on; the clock runs from the start of its process.
cat >"$work/Ready.java" <<'READY'
import java.io.BufferedReader;
import java.io.InputStreamReader;

class Ready {
    public static void main(String[] words) throws Exception {
        long begun = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(java.util.Arrays.asList(words).subList(1, words.length));
        Process process = builder.redirectErrorStream(true).start();
        BufferedReader said = new BufferedReader(new InputStreamReader(process.getInputStream()));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.matches(words[0])) {
                double cpu = process.info().totalCpuDuration().orElseThrow().toNanos() / 1e6;
                System.out.println(cpu + " " + (System.nanoTime() - begun) / 1e6);
                process.destroyForcibly().waitFor();
                return;
            }
        }
        System.err.println("never ready: exit code " + process.waitFor());
        System.exit(1);
    }
}
READY
"$jdk/bin/javac" -d "$work/classes" "$work/Ready.java" || exit
ready() {
    pattern=$1
    shift
    "$jdk/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$work/classes" Ready "$pattern" "$@"
}
best() {
    sort -n | head -1 | cut -d' ' -f1
}
each_turn() {
    i=0
    while [ "$i" -lt "$turns" ]; do
        "$@" || exit 1
        i=$((i + 1))
    done
}
resume() {
    lay
    cp "$work/long.jsonl" $site/state/runs/interrupted.jsonl
    RUNG_STATE=$site/state ready '.*goes on after .*' "$top/rung" resume interrupted
}
verify() {
    RUNG_STATE=$site/state ready '.*as it was written.*' "$top/rung" history --verify interrupted
}

read=$(each_turn measure read $site/state | best)
replay=$(each_turn measure replay $site/state | best)
verified=$(each_turn verify | best)
resumed=$(each_turn resume | best)
appended=$(each_turn measure append $site/state 2000 | sort -n | head -1)
floor=$(each_turn measure floor $site/state 2000 "${appended#* }" | best)

awk -v check="$check" -v entries="$entries" -v bytes="$(wc -c <"$work/long.jsonl")" -v read="$read" -v replay="$replay" \
    -v verified="$verified" -v resumed="$resumed" -v append="${appended% *}" -v line="${appended#* }" -v floor="$floor" '
    function row(name, value, unit, ratio, target) {
        printf "%-52s %10.1f %-3s %8s %8s\n", name, value, unit, ratio, target
    }
    BEGIN {
        printf "a journal of %d entries, %.0f MB\n", entries, bytes / 1e6
        row("reading it, chain and entries, in a new JVM", read, "ms", "1.00", "")
        row("reading it, and knowing where the run is", replay, "ms", sprintf("%.2f", replay / read), "")
        row("`rung history --verify RUN`, start included", verified, "ms", sprintf("%.2f", verified / read), "")
        row("`rung resume RUN` until it goes on, start included", resumed, "ms", sprintf("%.2f", resumed / read), "≤ 1.5")
        row("write and fdatasync of a line of " line " bytes", floor, "µs", "1.00", "")
        row("an append of such a line", append, "µs", sprintf("%.2f", append / floor), "")
        exit check != "" && resumed / read > 1.5
    }'
