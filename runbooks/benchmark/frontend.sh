#!/bin/sh
# Measures what reading costs as texts grow: runbooks and release files of many shapes, good and bad, are parsed, checked,
# linted and laid out, and what was found is shown, as text and as JSON. The sizes double up to a million tokens. Prints the
# processor time of the thread for the largest, which what else the machine does changes little, and the most that any
# doubling cost. The heap is what Java takes for itself on a machine of 4 GB, and it is there from the beginning: else the
# text that makes it grow pays for that.
#
# usage: frontend.sh [TOKENS [SHAPE]], 1000000 and all shapes unless told; --check makes it exit with 1 if twice the text
# costs over 2.3 times as much anywhere

set -u
here=$(cd "$(dirname "$0")" && pwd)
rung=$here/../../rung
check=
[ "${1-}" = --check ] && check=yes && shift
most=${1:-1000000}
only=${2-}

# What looks for newer sources, too.
said=$("$rung" lint "$here/startup.runbook" 2>&1) || { printf '%s\n' "$said" >&2; exit 2; }
home=$here/../../repl/target/rung
jdk=$(cat "$home/jdk")
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT

cat >"$work/Texts.java" <<'TEXTS'
import dev.rung.language.Toolchain;
import dev.rung.language.syntax.ReleasesSyntax;
import dev.rung.language.syntax.RunbookReader;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.SourceFile;
import dev.rung.repl.view.Console;
import dev.rung.repl.view.DiagnosticView;
import dev.rung.repl.view.Glyphs;
import dev.rung.repl.view.Json;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;

class Texts {
    static final double MOST = 2.3;
    static final int SMALLEST = 15_000;
    static final Toolchain TOOLCHAIN =
            new Toolchain((path, from) -> Optional.of(new SourceFile(path, "releases \"x\"\npath { direct }\n")));

    /** @param text of so many of what it is made of @param tokens how many each has, blanks too */
    record Shape(String name, IntFunction<String> text, int tokens) {
        SourceFile file(int most) {
            return new SourceFile(name.startsWith("releases") ? "a.releases" : "a.runbook", text.apply(most / tokens));
        }
    }

    /** What is done with a text. @param readied from it beforehand, which is not measured */
    record Phase(String name, Function<SourceFile, Object> readied, Consumer<Object> work) {}

    static final List<Phase> PHASES = List.of(
            new Phase("parse", file -> file, file -> parse((SourceFile) file)),
            new Phase("lint", file -> file, file -> TOOLCHAIN.lint((SourceFile) file)),
            new Phase("fmt", file -> file, file -> TOOLCHAIN.format((SourceFile) file)),
            new Phase("show", TOOLCHAIN::lint, Texts::show),
            new Phase("json", TOOLCHAIN::lint, Texts::json));

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
            new Shape("lets in a body", n -> HEAD + "phase \"x\" {\n" + each(n, "  let b-%1$d = 1\n") + "}\n", 9),
            new Shape("lets in a body of each other", n -> HEAD + "phase \"x\" {\n  let b-0 = 1\n" + each(n, "  let b-%1$d = b-0\n") + "}\n", 9),
            new Shape("a long let that all use", n -> HEAD + "let all = [" + "1, ".repeat(n) + "1]\n" + phase(n, "  require 1 in all\n"), 11),
            new Shape("facts of one other", n -> "runbook \"x\"\nsystem a {\n  one = 1\n" + each(n, "  fact-%1$d = one + %1$d\n") + "}\n", 11),
            new Shape("parts in one folder", n -> "runbook \"x\"\nsystem a {\n  files all = directory(\"/d\")\n" + each(n, "  files p-%1$d = directory(\"/d/%1$d\")\n") + "}\n", 13),
            new Shape("confirmations", n -> HEAD + "phase \"x\" {\n" + each(n, "  confirm c-%1$d \"yes\"\n  require age-of(c-%1$d) < 1h\n") + "}\n", 20),
            new Shape("sets of inputs", n -> "runbook \"x\"\n" + each(n, "input i-%1$d : text\n") + "inputs s {\n" + each(n, "  i-%1$d = \"v\"\n") + "}\n", 17),
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
            new Shape("allowances of nothing", n -> "runbook \"x\"\n" + "# allow: no-way-back because it is\n".repeat(n), 2),
            new Shape("other line breaks", n -> (HEAD + phase(n, "  say \"one\" within 5m\n")).replace("\n", "\r\n"), 9),
            new Shape("blank lines", n -> "runbook \"x\"\n" + "\n\n\n \n".repeat(5 * n) + "let a = 1\n", 1),
            new Shape("unknown words", n -> HEAD + phase(n, "  stpo server\n"), 4),
            new Shape("missing words", n -> HEAD + phase(n, "  stop\n  require\n"), 4),
            new Shape("unknown names", n -> HEAD + phase(n, "  stop no-such-thing\n"), 4),
            new Shape("unknown names among many", n -> HEAD + each(n, "let a-%1$d = 1\n") + phase(n, "  require b-3 == 1\n"), 17),
            new Shape("unknown facts among many", n -> HEAD + "system b {\n" + each(n, "  a-%1$d = 1\n") + "}\n" + phase(n, "  require b.c-3 == 1\n"), 18),
            new Shape("unknown words with a mistake", n -> HEAD + "phase \"x\" {\n" + each(n, "  stop none-%1$d\n  strat %1$d\n") + "}\n", 9),
            new Shape("other quotes", n -> HEAD + phase(n, "  say “one”\n"), 6),
            new Shape("commands without quotes", n -> HEAD + phase(n, "  run java -jar x.jar\n"), 12),
            new Shape("words of other languages", n -> HEAD + phase(n, "  if (a) then { echo b; }\n"), 18),
            new Shape("the same name again", n -> "runbook \"x\"\n" + each(n, "let a = 1\n"), 8),
            new Shape("the same fact again", n -> "runbook \"x\"\nsystem a {\n" + each(n, "  fact = 1\n") + "}\n", 6),
            new Shape("open texts", n -> HEAD + phase(n, "  say \"one\n"), 5),
            new Shape("open raw texts", n -> HEAD + phase(n, "  say 'one\n"), 5),
            new Shape("open texts over lines", n -> HEAD + phase(n, "  say \"\"\"one\n"), 5),
            new Shape("open raw texts over lines", n -> HEAD + phase(n, "  say '''one\n"), 5),
            new Shape("open holes over lines", n -> HEAD + phase(n, "  say \"\"\"one ${1\n  \"\"\"\n"), 9),
            new Shape("one line of open holes", n -> HEAD + "phase \"x\" { say \"" + "${1 ".repeat(n), 3),
            new Shape("open holes", n -> HEAD + phase(n, "  say \"one ${1\n"), 7),
            new Shape("open parentheses", n -> HEAD + phase(n, "  require size(db\n"), 7),
            new Shape("closing braces", n -> "runbook \"x\"\n" + "}\n".repeat(n), 2),
            new Shape("opening braces", n -> "runbook \"x\"\n" + "{\n".repeat(n), 2),
            new Shape("opening parentheses", n -> "runbook \"x\"\nlet a = " + "(".repeat(n), 1),
            new Shape("open phases", n -> "runbook \"x\"\n" + each(n, "phase \"p\" {\n  stop a\n"), 13),
            new Shape("nonsense", n -> "runbook \"x\"\n" + "? ! ; ".repeat(n), 6),
            new Shape("stray characters", n -> "runbook \"x\"\n" + "§\n".repeat(n), 2),
            new Shape("characters of two halves", n -> "runbook \"x\"\n" + "\uD83D\uDE00 ".repeat(n), 3),
            new Shape("one line of statements", n -> HEAD + "phase \"x\" { " + "say \"one\" ".repeat(n) + "}\n", 6),
            new Shape("releases", n -> "releases \"x\"\n" + each(n, "line %1$d { release %1$d.0 { released 2024-01-02 } }\n"), 19),
            new Shape("releases of one line", n -> "releases \"x\"\nline 1 {\n" + each(n, "  release 1.%1$d { released 2024-01-02 }\n") + "}\n", 13),
            new Shape("releases with sums", n -> "releases \"x\"\nline 1 {\n" + each(n, "  release 1.%1$d { sha256 \"" + "a".repeat(64) + "\" }\n") + "}\n", 13),
            new Shape("releases twice", n -> "releases \"x\"\nline 1 {\n" + each(n, "  release 1.1\n") + "}\n", 4),
            new Shape("releases with mistakes", n -> "releases \"x\"\nline 1 {\n" + each(n, "  relase 1.%1$d {}\n") + "}\n", 8),
            new Shape("releases with open texts", n -> "releases \"x\"\nline 1 {\n" + each(n, "  release 1.%1$d { sha256 \"a }\n") + "}\n", 12),
            new Shape("releases with unknown ones", n -> "releases \"x\"\n" + each(n, "line %1$d { release %1$d.0 }\nwaypoint 0.%1$d \"y\"\n"), 21),
            new Shape("releases that require", n -> "releases \"x\"\npath { direct }\n" + each(n, "line %1$d requires java >= 11 { release %1$d.0 }\n"), 21),
            new Shape("releases broken", n -> "releases \"x\"\nline 1 {\n" + each(n, "  broken 1.%1$d \"why\"\n") + "}\n", 10),
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

    static void parse(SourceFile file) {
        if (file.name().endsWith(".releases")) {
            ReleasesSyntax.parse(file);
        } else {
            RunbookReader.file(file);
            RunbookReader.tokens(file);
        }
    }

    static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

    @SuppressWarnings("unchecked")
    static void show(Object found) {
        new DiagnosticView(NOWHERE, Console.Drawing.plain(Glyphs.UNICODE)).show((List<Diagnostic>) found);
    }

    @SuppressWarnings("unchecked")
    static void json(Object found) {
        List<Diagnostic> findings = (List<Diagnostic>) found;
        Json.document("findings/1").with("findings", Json.each(findings, DiagnosticView::json)).print(NOWHERE);
    }

    public static void main(String[] arguments) {
        int most = Integer.parseInt(arguments[0]);
        String only = arguments.length > 2 ? arguments[2] : "";
        boolean met = true;
        System.out.printf("%-26s %-6s %9s %9s %11s%n", "shape", "", "tokens", "ms", "twice, at most");
        for (Shape shape : SHAPES) {
            if (shape.name().contains(only)) {
                for (Phase phase : PHASES) {
                    met &= holds(shape, phase, most);
                }
            }
        }
        System.exit(met || arguments[1].isEmpty() ? 0 : 1);
    }

    static boolean holds(Shape shape, Phase phase, int most) {
        try {
            return measure(shape, phase, most);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
            System.out.printf("%-26s %-6s %s%n", shape.name(), phase.name(), bug);
            return false;
        }
    }

    /** Where a doubling costs too much the larger ones are left out: they would take for ever. */
    static boolean measure(Shape shape, Phase phase, int most) {
        int size = most;
        while (size / 2 >= SMALLEST) {
            size /= 2;
        }
        double worst = 0;
        double half = millis(phase, shape.file(size));
        while (size < most && worst <= MOST) {
            double twice = millis(phase, shape.file(2 * size));
            for (int again = 0; again < ROUNDS && counts(half, twice); again++) {
                half = Math.min(half, millis(phase, shape.file(size)));
                twice = Math.min(twice, millis(phase, shape.file(2 * size)));
            }
            worst = twice > CLOCK ? Math.max(worst, twice / half) : worst;
            half = twice;
            size *= 2;
        }
        boolean held = worst <= MOST;
        System.out.printf("%-26s %-6s %9d %9.0f %11s %s%n", shape.name(), phase.name(), size, half,
                worst == 0 ? "" : "%.2f".formatted(worst), held ? "" : "too much");
        return held;
    }

    /** How often both are measured again, where the first time says too much: the best of them is what the code costs. */
    static final int ROUNDS = 7;

    /** Below some time it is the clock that is measured. */
    static final double CLOCK = 50;

    static boolean counts(double half, double twice) {
        return twice > CLOCK && twice > MOST * half;
    }

    static double millis(Phase phase, SourceFile file) {
        Object readied = phase.readied().apply(file);
        System.gc();
        double begun = now();
        phase.work().accept(readied);
        return now() - begun;
    }

    static double now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6;
    }
}
TEXTS
libraries=$(printf '%s:' "$home"/lib/*.jar)
"$jdk/bin/javac" -cp "$libraries" -d "$work" "$work/Texts.java" || exit

"$jdk/bin/java" -XX:+UseSerialGC -Xms1g -Xmx1g -XX:+AlwaysPreTouch -cp "$work:$libraries" Texts "$most" "$check" "$only"
