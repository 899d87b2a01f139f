package dev.rung.language.signature;

import static dev.rung.language.signature.Parameters.command;
import static dev.rung.language.signature.Parameters.free;
import static dev.rung.language.signature.Parameters.needed;
import static dev.rung.language.signature.Parameters.path;
import static dev.rung.model.expression.Type.ARTIFACT;
import static dev.rung.model.expression.Type.BACKUP;
import static dev.rung.model.expression.Type.BOOL;
import static dev.rung.model.expression.Type.BUCKET;
import static dev.rung.model.expression.Type.CONFIG;
import static dev.rung.model.expression.Type.CONFIRMATION;
import static dev.rung.model.expression.Type.DATABASE;
import static dev.rung.model.expression.Type.DATE;
import static dev.rung.model.expression.Type.DURATION;
import static dev.rung.model.expression.Type.FILES;
import static dev.rung.model.expression.Type.INT;
import static dev.rung.model.expression.Type.LIST;
import static dev.rung.model.expression.Type.PATH;
import static dev.rung.model.expression.Type.PLACE;
import static dev.rung.model.expression.Type.READING;
import static dev.rung.model.expression.Type.SECRET;
import static dev.rung.model.expression.Type.SERVICE;
import static dev.rung.model.expression.Type.SIZE;
import static dev.rung.model.expression.Type.SYSTEM;
import static dev.rung.model.expression.Type.TEXT;
import static dev.rung.model.expression.Type.URL;
import static dev.rung.model.expression.Type.VERSION;

import dev.rung.model.expression.Signature;
import dev.rung.model.expression.Signature.Parameter;
import dev.rung.model.expression.Signature.Trait;
import dev.rung.model.expression.Type;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The calls of the language, as its reference lists them. */
final class CallTable {
    private static final Parameter DATABASE_READ = needed("database", "the database", DATABASE);
    private static final Parameter SQL = needed("sql", "the query, with `?` for values", TEXT);
    private static final Parameter VALUES = free("values", "what takes the places of the `?`", LIST);
    private static final Parameter ADDRESS = needed("url", "the address", URL, TEXT);
    private static final Parameter SERVICE_READ = needed("service", "the service", SERVICE);
    private static final Parameter CONFIG_READ = needed("config", "the config", CONFIG);
    private static final Parameter KEY = needed("key", "the key", TEXT);

    private CallTable() {}

    static List<Signature> all() {
        return Stream.of(ofTheWorld(), ofText(), ofTheHop(), ofTheProject(), ofParts())
                .flatMap(List::stream)
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    /** What files, programs and addresses say. */
    private static List<Signature> ofTheWorld() {
        return List.of(
                call("dump-kind", TEXT, "what kind of dump a file is", path("path", "the dump")),
                call("dump-version", VERSION, "the version that a dump was made by", path("path", "the dump")),
                call("env", READING, "a variable of this process' environment", needed("name", "the variable", TEXT)),
                call("exists", BOOL, "whether there is such a file or folder", path("path", "a file or a folder")),
                call("free-space", SIZE, "what is free on the disk of a path", path("path", "any path on it")),
                asking(
                        "http-header",
                        READING,
                        "a header of the answer of an address",
                        ADDRESS,
                        needed("name", "the header's name", TEXT)),
                asking("http-status", INT, "the status that an address answers with", ADDRESS),
                asking("http-text", READING, "the text that an address answers with", ADDRESS),
                call(
                        "java-version",
                        VERSION,
                        "the version of a Java",
                        needed(
                                "java",
                                "its home, its `java` program, or the service or place that it runs",
                                PATH,
                                PLACE,
                                SERVICE,
                                TEXT)),
                asking(
                        "json",
                        READING,
                        "a value out of JSON",
                        needed("source", "an address, or the JSON itself", URL, TEXT, READING),
                        needed("path", "where in it, such as `$.status`", TEXT),
                        free("auth", "the `Authorization` header", SECRET),
                        free("post", "what is sent as the body of a `POST`; a `GET` if left out", TEXT)),
                call("output", READING, "what a command writes", command("command", "the program and its arguments")),
                call("sha256", TEXT, "the digest of a file", path("path", "the file")),
                call(
                        "succeeds",
                        BOOL,
                        "whether a command ends with 0",
                        command("command", "the program and its arguments")),
                call("text-of", READING, "the text in a file", path("path", "the file")),
                call("tomcat-version", VERSION, "the version of a Tomcat", path("path", "its folder")));
    }

    /** What is computed of other values. */
    private static List<Signature> ofText() {
        Parameter text = needed("text", "the text", TEXT, READING);
        return List.of(
                call(
                        "agree",
                        READING,
                        "what several sources say of one fact; unknown if they differ",
                        needed("first", "one source", READING),
                        needed("second", "another one", READING),
                        free("more", "further ones", LIST)),
                call("basic", SECRET, "the header of a user and a password", needed("user", "`user:password`", SECRET)),
                call("count", INT, "how many there are in a list", needed("list", "the list", LIST)),
                call("identifier", TEXT, "a text as a name within SQL", text),
                call(
                        "match",
                        READING,
                        "the first group of a regular expression in a text, else all that it finds",
                        text,
                        needed("pattern", "the regular expression", TEXT)),
                call("version", VERSION, "a text as a version", text));
    }

    /** What is decided when the plan is made. */
    private static List<Signature> ofTheHop() {
        return List.of(call(
                "crosses",
                BOOL,
                "whether the hop comes to a version or passes it",
                needed("version", "one version, such as `2.0`", VERSION)));
    }

    /** What journals, backups and people say. */
    private static List<Signature> ofTheProject() {
        return List.of(
                call("age", DURATION, "how old it is", needed("of", "a backup or a path", BACKUP, PATH, TEXT)),
                call(
                        "age-of",
                        DURATION,
                        "how long ago something was confirmed",
                        needed("confirmation", "the name of a `confirm`", CONFIRMATION)),
                call("ask", SECRET, "what a person types in, unseen"),
                call("latest-backup", BACKUP, "the newest backup of a system", needed("system", "the system", SYSTEM)),
                call("now", DATE, "the present day"),
                call(
                        "rehearsed",
                        BOOL,
                        "whether this runbook was rehearsed over these hops",
                        needed("within", "how long ago at most", DURATION)));
    }

    /** What parts of a system say. */
    private static List<Signature> ofParts() {
        return List.of(
                call("engine-version", VERSION, "the version of a database's engine", DATABASE_READ),
                call("fingerprint", TEXT, "a digest of a database's content", DATABASE_READ),
                call(
                        "has-extension",
                        BOOL,
                        "whether a database has an extension",
                        DATABASE_READ,
                        needed("extension", "its name", TEXT)),
                call("has-key", BOOL, "whether a config has a key", CONFIG_READ, KEY),
                call(
                        "log-has",
                        BOOL,
                        "whether a service has written such a line since it was started",
                        SERVICE_READ,
                        needed("pattern", "a regular expression that is found in the line", TEXT)),
                call("rows", LIST, "the first column of all rows that a query gives", DATABASE_READ, SQL, VALUES),
                call("running", BOOL, "whether a service is up", SERVICE_READ),
                call("sessions", INT, "how many are connected to a database", DATABASE_READ),
                call(
                        "size",
                        SIZE,
                        "how much a part, a file or a folder takes up as it lies",
                        needed("of", "a part or a path", ARTIFACT, BUCKET, CONFIG, DATABASE, FILES, PATH, TEXT)),
                call(
                        "sql-value",
                        READING,
                        "the first column of the first row that a query gives",
                        DATABASE_READ,
                        SQL,
                        VALUES),
                call("value-of", READING, "the value of a key in a config", CONFIG_READ, KEY),
                call(
                        "versioning",
                        TEXT,
                        "whether a bucket keeps versions: `Enabled`, `Suspended` or `Off`",
                        needed("bucket", "the bucket", BUCKET)));
    }

    private static Signature call(String name, Type gives, String summary, Parameter... parameters) {
        return new Signature(name, gives, List.of(parameters), Set.of(), summary);
    }

    private static Signature asking(String name, Type gives, String summary, Parameter... parameters) {
        return new Signature(name, gives, List.of(parameters), Set.of(Trait.ASKS_APPLICATION), summary);
    }
}
