package dev.rung.language.syntax;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The opening words of other languages, with ours for the same thing. */
final class Synonyms {
    private static final Map<String, String> STATEMENTS = Map.ofEntries(
            Map.entry("assert", "require"),
            Map.entry("check", "require"),
            Map.entry("echo", "say"),
            Map.entry("ensure", "require"),
            Map.entry("guard", "require"),
            Map.entry("if", "when"),
            Map.entry("log", "say"),
            Map.entry("message", "say"),
            Map.entry("print", "say"),
            Map.entry("snapshot", "backup"),
            Map.entry("abort", "fail"),
            Map.entry("alert", "notify"),
            Map.entry("die", "fail"),
            Map.entry("fetch", "download"),
            Map.entry("foreach", "for"),
            Map.entry("loop", "for"),
            Map.entry("query", "sql"),
            Map.entry("raise", "fail"),
            Map.entry("throw", "fail"));

    private static final String PROGRAM =
            "a program is started by `run \"…\"`, and a shell is told what to do by `shell '…'`";
    private static final String PERSON = "a person's yes is asked for by `confirm name \"…\"`";
    private static final String RELEASE = "a release is put in place by `swap … to next`";
    private static final String REQUEST = "write `http GET \"…\"`";
    private static final String PATIENCE = "wait for something that can be seen: `wait for healthy within 5m`";
    private static final String CLOSED = "a block stands between `{` and `}`";
    private static final String OTHERWISE = "write `else { when … { … } }` behind the `}` of the `when`";

    private static final String SERVICE = "a service is put down and up by its name: `stop …`, `start …`";
    private static final String ENDING = "write `fail \"why\"` to stop here and take the way back";

    /** Programs that a shell would be told to start, right at the beginning of a line. */
    private static final Set<String> PROGRAMS = Set.of(
            "ansible",
            "apt",
            "apt-get",
            "awk",
            "cat",
            "chmod",
            "chown",
            "cp",
            "dnf",
            "docker",
            "docker-compose",
            "git",
            "gunzip",
            "gzip",
            "helm",
            "java",
            "kubectl",
            "ln",
            "ls",
            "mkdir",
            "mongosh",
            "mv",
            "mysql",
            "mysqldump",
            "pg_dump",
            "pg_restore",
            "podman",
            "psql",
            "python",
            "python3",
            "rm",
            "rsync",
            "scp",
            "sed",
            "ssh",
            "su",
            "sudo",
            "tar",
            "touch",
            "unzip",
            "yum",
            "zip");

    /** Those whose form is another one, so that a word alone would not do. */
    private static final Map<String, String> OTHER_STATEMENTS = Map.ofEntries(
            Map.entry("else", "one `else { … }` may stand, right behind the `}` of its `when`"),
            Map.entry("approve", PERSON),
            Map.entry("ask", PERSON),
            Map.entry("bash", PROGRAM),
            Map.entry("command", PROGRAM),
            Map.entry("delay", PATIENCE),
            Map.entry("curl", REQUEST),
            Map.entry("deploy", RELEASE),
            Map.entry("done", CLOSED),
            Map.entry("elif", OTHERWISE),
            Map.entry("elsif", OTHERWISE),
            Map.entry("end", CLOSED),
            Map.entry("endif", CLOSED),
            Map.entry("exec", PROGRAM),
            Map.entry("fi", CLOSED),
            Map.entry("install", RELEASE),
            Map.entry("prompt", PERSON),
            Map.entry("reload", "write `stop …` and `start …`"),
            Map.entry("restart", "write `stop …` and `start …`"),
            Map.entry("script", PROGRAM),
            Map.entry("sh", PROGRAM),
            Map.entry("sleep", PATIENCE),
            Map.entry("request", REQUEST),
            Map.entry("unless", "write `when not … { … }`"),
            Map.entry("update", RELEASE),
            Map.entry("upgrade", RELEASE),
            Map.entry("webhook", REQUEST),
            Map.entry("exit", ENDING),
            Map.entry("halt", SERVICE),
            Map.entry("kill", SERVICE),
            Map.entry("quit", ENDING),
            Map.entry("return", ENDING),
            Map.entry("systemctl", SERVICE),
            Map.entry("wget", "write `download \"https://…\" to \"file\"`"));

    private static final String INPUT = "an input is declared by `input name : type = default`";

    private static final Map<String, String> OTHER_DECLARATIONS = Map.of(
            "inputs",
            INPUT,
            "name",
            "a file begins with `runbook \"…\"`",
            "phases",
            "each phase is declared by `phase \"…\" { … }`",
            "steps",
            "statements stand in a `phase \"…\" { … }`",
            "title",
            "a file begins with `runbook \"…\"`",
            "variable",
            INPUT,
            "variables",
            INPUT,
            "vars",
            INPUT);

    private static final Map<String, String> DECLARATIONS = Map.of(
            "const",
            "let",
            "def",
            "let",
            "set",
            "let",
            "val",
            "let",
            "var",
            "let",
            "param",
            "input",
            "parameter",
            "input",
            "stage",
            "phase");

    private static final Map<String, String> ENTRIES = Map.of(
            "db",
            "database",
            "daemon",
            "service",
            "dir",
            "files",
            "directory",
            "files",
            "folder",
            "files",
            "image",
            "artifact",
            "jar",
            "artifact",
            "volume",
            "files");

    private Synonyms() {}

    /** The word for the same thing that may stand in the same place, in the same form. */
    static Optional<String> of(String word, Collection<String> known) {
        return Stream.of(STATEMENTS, DECLARATIONS, ENTRIES)
                .map(words -> words.get(word))
                .filter(known::contains)
                .findFirst();
    }

    /** Whether a word ends a block in another language. */
    static boolean ends(String word) {
        return CLOSED.equals(OTHER_STATEMENTS.get(word));
    }

    /** What to do about a word for something of another form; empty if nothing is known. */
    static String instead(String word, Collection<String> known) {
        String program = PROGRAMS.contains(word) ? PROGRAM : "";
        String statement = known.contains("stop") ? OTHER_STATEMENTS.getOrDefault(word, program) : "";
        return known.contains("phase") ? OTHER_DECLARATIONS.getOrDefault(word, "") : statement;
    }
}
