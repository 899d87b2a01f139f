package dev.rung.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Does with a runbook what a help says, to the letter, as somebody would who knows nothing else. */
final class Mending {
    private static final String STATEMENT = "`[^`]+` \\(line \\d+\\)";
    private static final String STATEMENTS = STATEMENT + "(?:,? (?:and )?" + STATEMENT + ")*";
    private static final String VALUE = "`[^`]+`(?: with the version that it has| \\(or whichever version it has\\))?";
    private static final String VALUES = VALUE + "(?:(?:, then|,| and) " + VALUE + ")*,?";
    private static final Pattern NAMED = Pattern.compile("`([^`]+)` \\(line (\\d+)\\)");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern PLACE = Pattern.compile("--> [^:]+:(\\d+):(\\d+)");
    private static final Pattern BETWEEN = Pattern.compile("; | and |, ");
    /** What nobody can do by rote: another word of the author is asked for. */
    private static final Pattern WORD_OF_AUTHOR = Pattern.compile("(?:say|if|there) .*");

    private final List<String> lines;
    private final int place;
    private final String releases;

    /** One of the things to do. */
    private record Kind(Pattern pattern, Doing doing) {}

    @FunctionalInterface
    private interface Doing {
        void to(Mending runbook, MatchResult what);
    }

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    Pattern.compile("write `([^`]+)` in line (\\d+)(?:: any folder outside of `[^`]+` will do)?"),
                    (runbook, what) -> runbook.rewrite(Integer.parseInt(what.group(2)), what.group(1))),
            new Kind(
                    Pattern.compile("move (" + STATEMENTS + ") (after|before) (" + STATEMENT + ")"),
                    (runbook, what) -> runbook.put(
                            runbook.takeAll(what.group(1)), what.group(2).equals("before"), what.group(3))),
            new Kind(
                    Pattern.compile("move it (after|before) (" + STATEMENT + ")"),
                    (runbook, what) -> runbook.put(
                            runbook.take(runbook.place), what.group(1).equals("before"), what.group(2))),
            new Kind(
                    Pattern.compile("move it into the hop, before (" + STATEMENT
                            + "): there the backup of line \\d+ covers it"),
                    (runbook, what) -> runbook.put(runbook.take(runbook.place), true, what.group(1))),
            new Kind(
                    Pattern.compile("move it into a phase of its own, after the one with `step-through`"),
                    (runbook, what) -> runbook.append("phase \"Own\" {\n" + runbook.take(runbook.place) + "\n}")),
            new Kind(
                    Pattern.compile(
                            "add `start [^`]+` after the last `step-through`, in a phase of its own: `([^`]+)`"),
                    (runbook, what) -> runbook.append(what.group(1))),
            new Kind(
                    Pattern.compile("add (" + VALUES + ") (after|before) (" + STATEMENT + ")"),
                    (runbook, what) -> runbook.put(
                            runbook.values(what.group(1)), what.group(2).equals("before"), what.group(3))),
            new Kind(
                    Pattern.compile("after (" + STATEMENT + ") add (" + VALUES + ")"),
                    (runbook, what) -> runbook.put(runbook.values(what.group(2)), false, what.group(1))),
            new Kind(
                    Pattern.compile("take `([^`]+)` out of `([^`]+)` \\(line (\\d+)\\)"),
                    (runbook, what) -> runbook.rewrite(
                            Integer.parseInt(what.group(3)),
                            what.group(2).replaceFirst(",? ?\\b" + what.group(1) + "\\b", ""))),
            new Kind(
                    Pattern.compile("take `([^`]+)` \\(line (\\d+)\\) out of its `when`"),
                    (runbook, what) -> runbook.outOfBranch(Integer.parseInt(what.group(2)), what.group(1))),
            new Kind(
                    Pattern.compile("take (" + STATEMENTS
                            + ") out(?:: start `[^`]+` only with the new release|, since the hop stops `[^`]+`"
                            + " after it)?"),
                    (runbook, what) -> runbook.takeAll(what.group(1))));

    private Mending(String runbook, String message, String releases) {
        this.lines = new ArrayList<>(runbook.lines().toList());
        Matcher at = PLACE.matcher(message);
        this.place = at.find() ? Integer.parseInt(at.group(1)) : 0;
        this.releases = releases;
    }

    /**
     * What becomes of a runbook by each of the ways that a help names, as far as they can be gone by rote.
     *
     * @param message of one finding, whole
     * @param version what another system has
     */
    static List<String> of(String runbook, String message, String version) {
        String help = message.lines()
                .filter(line -> line.startsWith("help: "))
                .findFirst()
                .orElseThrow()
                .substring("help: ".length());
        List<String> mended = new ArrayList<>();
        for (String way : help.split("(?:;|,) or (?=say|move|take|add|write|do|start)")) {
            new Mending(runbook, message, version).by(way).ifPresent(mended::add);
        }
        return mended;
    }

    private Optional<String> by(String way) {
        String rest = way;
        while (!rest.isEmpty()) {
            if (WORD_OF_AUTHOR.matcher(rest).matches()) {
                return rest.equals(way) ? Optional.empty() : Optional.of(whole());
            }
            rest = first(rest).orElseThrow(() -> new AssertionError("nobody can do this by rote: " + way));
            Matcher between = BETWEEN.matcher(rest);
            rest = between.lookingAt() ? rest.substring(between.end()) : rest;
        }
        return Optional.of(whole());
    }

    private Optional<String> first(String rest) {
        for (Kind kind : KINDS) {
            Matcher what = kind.pattern().matcher(rest);
            if (what.lookingAt()) {
                kind.doing().to(this, what.toMatchResult());
                return Optional.of(rest.substring(what.end()));
            }
        }
        return Optional.empty();
    }

    private String whole() {
        return (String.join("\n", lines) + "\n").replaceAll("phase \"[^\"]*\" \\{\\s*}", "");
    }

    private String line(int number) {
        return lines.get(number - 1);
    }

    private void append(String text) {
        lines.add(text);
    }

    /** A statement stands alone in its lines, or with its phase in one. */
    private String take(int number) {
        String first = line(number);
        Matcher inOne = Pattern.compile("\\{ (.+?) }\\s*$").matcher(first);
        if (first.startsWith("phase") && inOne.find()) {
            lines.set(number - 1, first.substring(0, inOne.start(1)) + first.substring(inOne.end(1)));
            return inOne.group(1);
        }
        StringBuilder taken = new StringBuilder(first);
        lines.set(number - 1, "");
        for (int next = number + 1; next <= lines.size() && indent(line(next)) > indent(first); next++) {
            taken.append("\n").append(line(next));
            lines.set(next - 1, "");
        }
        return taken.toString();
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private String takeAll(String statements) {
        List<String> taken = new ArrayList<>();
        NAMED.matcher(statements).results().forEach(named -> taken.add(take(Integer.parseInt(named.group(2)))));
        return String.join("\n", taken);
    }

    private String values(String quoted) {
        return String.join(
                "\n",
                QUOTED.matcher(quoted)
                        .results()
                        .map(value -> value.group(1).replace("…", releases))
                        .toList());
    }

    private void rewrite(int number, String statement) {
        String line = line(number);
        lines.set(number - 1, line.substring(0, indent(line)) + statement);
    }

    private void put(String text, boolean before, String statement) {
        Matcher named = NAMED.matcher(statement);
        named.matches();
        int number = Integer.parseInt(named.group(2));
        String line = line(number);
        if (line.startsWith("phase")) {
            String there = named.group(1);
            lines.set(
                    number - 1, line.replace(there, before ? "\n" + text + "\n" + there : there + "\n" + text + "\n"));
        } else if (before) {
            lines.set(number - 1, text + "\n" + line);
        } else {
            int last = number;
            while (last < lines.size() && indent(line(last + 1)) > indent(line)) {
                last++;
            }
            lines.set(last - 1, line(last) + "\n" + text);
        }
    }

    private void outOfBranch(int number, String statement) {
        String line = line(number);
        if (line.strip().startsWith("when ")) {
            lines.set(number - 1, line.substring(0, indent(line)) + statement);
        } else {
            lines.set(number - 2, "");
            lines.set(number, "");
        }
    }
}
