package dev.rung.language.signature;

import static dev.rung.model.expression.Type.ARTIFACT;
import static dev.rung.model.expression.Type.BOOL;
import static dev.rung.model.expression.Type.DATABASE;
import static dev.rung.model.expression.Type.DURATION;
import static dev.rung.model.expression.Type.FILES;
import static dev.rung.model.expression.Type.INT;
import static dev.rung.model.expression.Type.LIST;
import static dev.rung.model.expression.Type.PATH;
import static dev.rung.model.expression.Type.READING;
import static dev.rung.model.expression.Type.SECRET;
import static dev.rung.model.expression.Type.SERVICE;
import static dev.rung.model.expression.Type.SIZE;
import static dev.rung.model.expression.Type.TEXT;
import static dev.rung.model.expression.Type.URL;
import static dev.rung.model.expression.Type.VERSION;

import dev.rung.model.expression.Signature;
import dev.rung.model.expression.Signature.Parameter;
import dev.rung.model.expression.Signature.Trait;
import dev.rung.model.expression.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All drivers and calls that come with the language: the one table that checker, completion and documentation read. A
 * test holds each driver and each call to its own line.
 */
public final class Signatures {
    private static final List<Signature> DRIVERS = List.of(
            new Signature(
                    "directory",
                    FILES,
                    List.of(
                            needed("path", "the folder", PATH, TEXT),
                            free("exclude", "names in it that are left out; `*` stands for anything", LIST)),
                    Set.of(),
                    "a folder with all that is in it"),
            new Signature(
                    "file",
                    ARTIFACT,
                    List.of(needed("path", "where the file stands", PATH, TEXT)),
                    Set.of(),
                    "one file: a jar, a binary"),
            new Signature(
                    "h2",
                    DATABASE,
                    List.of(
                            needed("file", "the database's file, with or without `.mv.db`", PATH, TEXT),
                            free("jar", "the jar with the H2 that fits the file; our own if left out", PATH, TEXT),
                            free("locked-by", "the service that has the file open while it runs", SERVICE),
                            free("server", "the H2 server that serves it", SERVICE),
                            free("url", "its JDBC address at that server", URL, TEXT),
                            free("user", "`sa` if left out", TEXT),
                            free("password", "empty if left out", SECRET, TEXT)),
                    Set.of(),
                    "an H2 database, embedded or served"),
            new Signature(
                    "process",
                    SERVICE,
                    List.of(
                            needed("command", "the program and its arguments", LIST, TEXT),
                            needed("pid-file", "the file that its process id stands in", PATH, TEXT),
                            free("from", "the folder that it starts in; the runbook's if left out", PATH, TEXT),
                            free(
                                    "log",
                                    "the file that its output goes to; the pid file's name with `.log` if left out",
                                    PATH,
                                    TEXT),
                            free("port", "the TCP port that it listens on", INT),
                            free(
                                    "kill-after",
                                    "how long after it was asked to stop it is killed; never if left out",
                                    DURATION)),
                    Set.of(Trait.HOLDS),
                    "a program with a pid file, that nothing else starts"));

    private static final List<Signature> CALLS = List.of(
            call(
                    "exists",
                    BOOL,
                    "whether there is such a file or folder",
                    needed("path", "a file or a folder", PATH, TEXT)),
            call("fingerprint", TEXT, "a digest of a database's content", needed("database", "the database", DATABASE)),
            call(
                    "free-space",
                    SIZE,
                    "what is free on the disk of a path",
                    needed("path", "any path on it", PATH, TEXT)),
            asking(
                    "http-status",
                    INT,
                    "the status that an address answers with",
                    needed("url", "the address", URL, TEXT)),
            asking(
                    "http-text",
                    READING,
                    "the text that an address answers with",
                    needed("url", "the address", URL, TEXT)),
            call(
                    "java-version",
                    VERSION,
                    "the version of a Java",
                    needed("java", "its home, or its `java` program", PATH, TEXT)),
            asking(
                    "json",
                    READING,
                    "a value out of JSON",
                    needed("source", "an address, or the JSON itself", URL, TEXT, READING),
                    needed("path", "where in it, such as `$.status`", TEXT)),
            call(
                    "log-has",
                    BOOL,
                    "whether a service has written such a line since it was started",
                    needed("service", "the service", SERVICE),
                    needed("pattern", "a regular expression that is found in the line", TEXT)),
            call(
                    "output",
                    READING,
                    "what a command writes",
                    needed("command", "the program and its arguments", LIST, TEXT)),
            call("running", BOOL, "whether a service is up", needed("service", "the service", SERVICE)),
            call("sha256", TEXT, "the digest of a file", needed("path", "the file", PATH, TEXT)),
            call(
                    "size",
                    SIZE,
                    "how much a part, a file or a folder takes up as it lies",
                    needed("of", "a part or a path", ARTIFACT, DATABASE, FILES, PATH, TEXT)),
            call(
                    "sql-value",
                    READING,
                    "the first column of the first row that a query gives",
                    needed("database", "the database", DATABASE),
                    needed("sql", "the query, with `?` for values", TEXT),
                    free("values", "what takes the places of the `?`", LIST)),
            call(
                    "succeeds",
                    BOOL,
                    "whether a command ends with 0",
                    needed("command", "the program and its arguments", LIST, TEXT)),
            call("text-of", READING, "the text in a file", needed("path", "the file", PATH, TEXT)),
            call("version", VERSION, "a text as a version", needed("text", "the text", TEXT, READING)));

    private static final List<Parameter> OF_EVERY_SERVICE = List.of(
            free("migrates", "the data that it migrates when new code starts; all of its system if left out", LIST),
            free("writes", "the data that it writes while it runs; all of its system if left out", LIST));

    private Signatures() {}

    /** In alphabetical order. */
    public static List<Signature> drivers() {
        return DRIVERS;
    }

    /** In alphabetical order. */
    public static List<Signature> calls() {
        return CALLS;
    }

    public static Optional<Signature> driver(String name) {
        return named(DRIVERS, name);
    }

    public static Optional<Signature> call(String name) {
        return named(CALLS, name);
    }

    /** What every driver of a kind takes besides its own parameters, by name alone. */
    public static List<Parameter> ofEvery(Type kind) {
        return kind == SERVICE ? OF_EVERY_SERVICE : List.of();
    }

    private static Optional<Signature> named(List<Signature> signatures, String name) {
        return signatures.stream()
                .filter(signature -> signature.name().equals(name))
                .findFirst();
    }

    private static Signature call(String name, Type gives, String summary, Parameter... parameters) {
        return new Signature(name, gives, List.of(parameters), Set.of(), summary);
    }

    private static Signature asking(String name, Type gives, String summary, Parameter... parameters) {
        return new Signature(name, gives, List.of(parameters), Set.of(Trait.ASKS_APPLICATION), summary);
    }

    private static Parameter needed(String name, String summary, Type... types) {
        return new Parameter(name, Set.of(types), true, summary);
    }

    private static Parameter free(String name, String summary, Type... types) {
        return new Parameter(name, Set.of(types), false, summary);
    }
}
