#!/bin/sh
# Measures what reading costs as texts grow: runbooks and release files of many shapes, good and bad, are parsed, checked,
# linted and formatted, with twice as many tokens each time, up to a million. Prints the processor time of the thread for
# the largest, which what else the machine does changes little, and by how much the last doublings of the size cost more.
#
# usage: frontend.sh [TOKENS], 1000000 unless told; --check makes it exit with 1 if twice the text costs over 2.3 times as much

set -u
here=$(cd "$(dirname "$0")" && pwd)
rung=$here/../../rung
check=
[ "${1-}" = --check ] && check=yes && shift
most=${1:-1000000}

# What looks for newer sources, too.
said=$("$rung" lint "$here/startup.runbook" 2>&1) || { printf '%s\n' "$said" >&2; exit 2; }
home=$here/../../repl/target/rung
jdk=$(cat "$home/jdk")
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT

cat >"$work/Texts.java" <<'TEXTS'
import dev.rung.language.Toolchain;
import dev.rung.language.syntax.ReleasesSyntax;
import dev.rung.language.syntax.RunbookReader;
import dev.rung.model.text.SourceFile;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

class Texts {
    static final int TURNS = 3;
    static final Toolchain TOOLCHAIN =
            new Toolchain((path, from) -> Optional.of(new SourceFile(path, "releases \"x\"\npath { direct }\n")));

    /** @param text of so many of what it is made of @param tokens how many each has, blanks too */
    record Shape(String name, IntFunction<String> text, int tokens) {
        SourceFile file(int most) {
            return new SourceFile(name.startsWith("releases") ? "a.releases" : "a.runbook", text.apply(most / tokens));
        }
    }

    interface Phase {
        void of(SourceFile file);
    }

    static final Map<String, Phase> PHASES = new LinkedHashMap<>();

    static {
        PHASES.put("parse", file -> {
            if (file.name().endsWith(".releases")) {
                ReleasesSyntax.parse(file);
            } else {
                RunbookReader.file(file);
                RunbookReader.tokens(file);
            }
        });
        PHASES.put("lint", TOOLCHAIN::lint);
        PHASES.put("fmt", TOOLCHAIN::format);
    }

    static final String HEAD = "runbook \"Many\"\nsystem app {\n  releases \"a.releases\"\n  artifact jar = file(\"/a\")\n"
            + "  database db = h2(\"/db\", locked-by: server)\n  service server = process(\"x\", pid-file: \"/p\")\n"
            + "  installed = version(text-of(\"/v\"))\n  healthy = true\n}\n";

    static final List<Shape> SHAPES = List.of(
            new Shape("statements", n -> HEAD + phase(n, "  say \"one\" within 5m\n"), 9),
            new Shape("statements of all kinds", n -> HEAD + phase(n, "  stop server\n  backup db to \"/b\"\n  swap jar to next\n"
                    + "  start server\n  require 3 >= 2\n    else \"no\"\n  run [\"a\", \"b\"] changes db undo { run \"x\" }\n"), 80),
            new Shape("blocks", n -> HEAD + phase(n, "  when 1 == 1 { say \"a\" } else { say \"b\" }\n"), 31),
            new Shape("nested blocks", n -> HEAD + phase(n, "  when true { ".repeat(50) + "say \"x\"" + " }".repeat(50) + "\n"), 410),
            new Shape("inputs", n -> "runbook \"x\"\n" + each(n, "input name-%1$d : text = \"v\"\n"), 13),
            new Shape("documented inputs", n -> "runbook \"x\"\n" + each(n, "## what it is\ninput name-%1$d : text = \"v\"\n"), 15),
            new Shape("facts", n -> "runbook \"x\"\nsystem a {\n" + each(n, "  fact-%1$d = %1$d\n") + "}\n", 7),
            new Shape("parts", n -> "runbook \"x\"\nsystem a {\n" + each(n, "  files part-%1$d = directory(\"/d%1$d\")\n") + "}\n", 13),
            new Shape("systems", n -> "runbook \"x\"\n" + each(n, "system s-%1$d { healthy = true }\n"), 13),
            new Shape("phases", n -> "runbook \"x\"\n" + each(n, "phase \"p%1$d\" { say \"x\" }\n"), 16),
            new Shape("lets of each other", n -> "runbook \"x\"\nlet a-0 = 1\n" + lets(n), 12),
            new Shape("lets that all use one", n -> "runbook \"x\"\nlet a = 1\n" + each(n, "let b-%1$d = a + 1\n"), 12),
            new Shape("lets in a circle", n -> "runbook \"x\"\nlet a-0 = a-%d\n".formatted(n) + lets(n), 12),
            new Shape("sums", n -> "runbook \"x\"\n" + each(n, "let b-%1$d = " + "1 + ".repeat(60) + "1\n"), 250),
            new Shape("deep expressions", n -> "runbook \"x\"\n" + each(n, "let b-%1$d = " + "(".repeat(90) + "1" + ")".repeat(90) + "\n"), 188),
            new Shape("deep lists", n -> "runbook \"x\"\n" + each(n, "let b-%1$d = " + "[1, ".repeat(80) + "1" + "]".repeat(80) + "\n"), 410),
            new Shape("chains of words", n -> "runbook \"x\"\n" + each(n, "let b-%1$d = " + "true and ".repeat(80) + "1 == 1\n"), 330),
            new Shape("one list", n -> "runbook \"x\"\nlet a = [" + "12345, ".repeat(n) + "1]\n", 3),
            new Shape("one list of texts", n -> "runbook \"x\"\nlet a = [" + "\"text\", ".repeat(n) + "1]\n", 5),
            new Shape("one call", n -> "runbook \"x\"\nlet a = agree(" + "12345, ".repeat(n) + "1)\n", 3),
            new Shape("names", n -> HEAD + "phase \"x\" {\n  stop " + "server, ".repeat(n) + "server\n}\n", 3),
            new Shape("clauses", n -> HEAD + "phase \"x\" {\n  say \"x\"" + " within 5m".repeat(n) + "\n}\n", 4),
            new Shape("one text", n -> "runbook \"x\"\nlet a = \"" + "\\n${1} some ".repeat(n) + "\"\n", 5),
            new Shape("one text over lines", n -> "runbook \"x\"\nlet a = \"\"\"\n" + "  some ${1}\n".repeat(n) + "  \"\"\"\n", 4),
            new Shape("one line of text", n -> "runbook \"x\"\nlet a = '" + "some ".repeat(n) + "'\n", 1),
            new Shape("one name", n -> "runbook \"x\"\nlet " + "a".repeat(5 * n) + " = 1\n", 1),
            new Shape("one number", n -> "runbook \"x\"\nlet a = " + "1".repeat(5 * n) + "\n", 1),
            new Shape("one version", n -> "runbook \"x\"\nlet a = 1" + ".1".repeat(5 * n) + "\n", 1),
            new Shape("comments", n -> "runbook \"x\"\n" + "# a comment\n".repeat(n), 2),
            new Shape("documentation", n -> "runbook \"x\"\n" + "## a comment\n".repeat(n) + "input x : text\n", 2),
            new Shape("allowances", n -> HEAD + phase(n, "  say \"one\"  # allow: no-way-back because it is\n"), 9),
            new Shape("comments everywhere", n -> HEAD + phase(n, "  say # a\n # b\n \"one\" # c\n"), 13),
            new Shape("blank lines", n -> "runbook \"x\"\n" + "\n\n\n \n".repeat(5 * n) + "let a = 1\n", 1),
            new Shape("unknown words", n -> HEAD + phase(n, "  stpo server\n"), 4),
            new Shape("missing words", n -> HEAD + phase(n, "  stop\n  require\n"), 4),
            new Shape("unknown names", n -> HEAD + phase(n, "  stop no-such-thing\n"), 4),
            new Shape("the same name again", n -> "runbook \"x\"\n" + each(n, "let a = 1\n"), 8),
            new Shape("the same fact again", n -> "runbook \"x\"\nsystem a {\n" + each(n, "  fact = 1\n") + "}\n", 6),
            new Shape("open texts", n -> HEAD + phase(n, "  say \"one\n"), 5),
            new Shape("open holes", n -> HEAD + phase(n, "  say \"one ${1\n"), 7),
            new Shape("open parentheses", n -> HEAD + phase(n, "  require size(db\n"), 7),
            new Shape("closing braces", n -> "runbook \"x\"\n" + "}\n".repeat(n), 2),
            new Shape("opening braces", n -> "runbook \"x\"\n" + "{\n".repeat(n), 2),
            new Shape("opening parentheses", n -> "runbook \"x\"\nlet a = " + "(".repeat(n), 1),
            new Shape("open phases", n -> "runbook \"x\"\n" + each(n, "phase \"p\" {\n  stop a\n"), 13),
            new Shape("nonsense", n -> "runbook \"x\"\n" + "? ! ; ".repeat(n), 6),
            new Shape("releases", n -> "releases \"x\"\n" + each(n, "line %1$d { release %1$d.0 { released 2024-01-02 } }\n"), 19),
            new Shape("releases of one line", n -> "releases \"x\"\nline 1 {\n" + each(n, "  release 1.%1$d { released 2024-01-02 }\n") + "}\n", 13),
            new Shape("releases with sums", n -> "releases \"x\"\nline 1 {\n" + each(n, "  release 1.%1$d { sha256 \"" + "a".repeat(64) + "\" }\n") + "}\n", 13),
            new Shape("releases twice", n -> "releases \"x\"\nline 1 {\n" + each(n, "  release 1.1\n") + "}\n", 4),
            new Shape("releases with mistakes", n -> "releases \"x\"\nline 1 {\n" + each(n, "  relase 1.%1$d {}\n") + "}\n", 8),
            new Shape("releases and waypoints", n -> "releases \"x\"\n" + each(n, "line %1$d { release %1$d.0 }\nwaypoint %1$d.0 \"y\"\n"), 21));

    static String phase(int count, String statement) {
        return "phase \"x\" {\n" + statement.repeat(count) + "}\n";
    }

    static String each(int count, String line) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            text.append(line.replace("%1$d", Integer.toString(i)));
        }
        return text.toString();
    }

    static String lets(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            text.append("let a-").append(i).append(" = a-").append(i - 1).append(" + 1\n");
        }
        return text.toString();
    }

    public static void main(String[] arguments) {
        int most = Integer.parseInt(arguments[0]);
        String only = arguments.length > 2 ? arguments[2] : "";
        boolean met = true;
        System.out.printf("%-26s %-6s %10s %14s %14s%n", "shape", "", "ms", "twice, times", "four, times");
        for (Shape shape : SHAPES) {
            if (shape.name().contains(only)) {
                met &= holds(shape, most);
            }
        }
        System.exit(met || arguments[1].isEmpty() ? 0 : 1);
    }

    static boolean holds(Shape shape, int most) {
        try {
            return measure(shape, most);
        } catch (RuntimeException | StackOverflowError bug) {
            System.out.println(shape.name() + ": " + bug);
            return false;
        }
    }

    static boolean measure(Shape shape, int most) {
        List<SourceFile> files = List.of(shape.file(most / 4), shape.file(most / 2), shape.file(most));
        boolean met = true;
        for (Map.Entry<String, Phase> phase : PHASES.entrySet()) {
            double[] millis = files.stream()
                    .mapToDouble(file -> millis(phase.getValue(), file))
                    .toArray();
            double twice = millis[2] / millis[1];
            double four = Math.sqrt(millis[2] / millis[0]);
            // below that, it is the clock that is measured
            boolean slow = millis[2] > 50 && Math.min(twice, four) > 2.3;
            met &= !slow;
            System.out.printf(
                    "%-26s %-6s %10.0f %14.2f %14.2f %s%n",
                    shape.name(), phase.getKey(), millis[2], twice, millis[2] / millis[0], slow ? "too much" : "");
        }
        return met;
    }

    /** The least of some turns: whatever else happens only adds to it. */
    static double millis(Phase phase, SourceFile file) {
        double least = Double.MAX_VALUE;
        for (int turn = 0; turn < TURNS; turn++) {
            System.gc();
            double begun = now();
            phase.of(file);
            least = Math.min(least, now() - begun);
            if (least > 5_000) {
                break;
            }
        }
        return least;
    }

    static double now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6;
    }
}
TEXTS
libraries=$(printf '%s:' "$home"/lib/*.jar)
"$jdk/bin/javac" -cp "$libraries" -d "$work" "$work/Texts.java" || exit

"$jdk/bin/java" -XX:+UseSerialGC -Xms3g -Xmx3g -cp "$work:$libraries" Texts "$most" "$check"
