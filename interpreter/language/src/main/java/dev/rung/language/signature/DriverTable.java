package dev.rung.language.signature;

import static dev.rung.language.signature.Parameters.command;
import static dev.rung.language.signature.Parameters.free;
import static dev.rung.language.signature.Parameters.needed;
import static dev.rung.language.signature.Parameters.path;
import static dev.rung.model.expression.Type.ARTIFACT;
import static dev.rung.model.expression.Type.BUCKET;
import static dev.rung.model.expression.Type.COMMAND;
import static dev.rung.model.expression.Type.CONFIG;
import static dev.rung.model.expression.Type.DATABASE;
import static dev.rung.model.expression.Type.DURATION;
import static dev.rung.model.expression.Type.FILES;
import static dev.rung.model.expression.Type.INT;
import static dev.rung.model.expression.Type.LIST;
import static dev.rung.model.expression.Type.PATH;
import static dev.rung.model.expression.Type.SECRET;
import static dev.rung.model.expression.Type.SERVICE;
import static dev.rung.model.expression.Type.TEXT;
import static dev.rung.model.expression.Type.URL;

import dev.rung.model.expression.Signature;
import dev.rung.model.expression.Signature.Parameter;
import dev.rung.model.expression.Signature.Trait;
import dev.rung.model.expression.Type;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The drivers of the language, as its reference lists them; some of one name make parts of several kinds. */
final class DriverTable {
    private static final Parameter EXCLUDED =
            free("exclude", "names in it that are left out; `*` stands for anything", LIST);
    private static final Parameter PASSWORD = free("password", "none if left out", SECRET, TEXT);
    private static final Parameter USER = free("user", "who asks; the address says it if left out", TEXT);
    private static final Parameter SERVER = free("server", "the service that runs it and must be up for it", SERVICE);
    private static final Parameter KEPT_BY_SERVER =
            free("files", "what its server keeps, where starting a newer server changes that", FILES);
    private static final Parameter COMPOSE_FILE = path("file", "the compose file");
    private static final Parameter CONFIG_FILE = path("path", "where the file stands");

    private DriverTable() {}

    static List<Signature> all() {
        return Stream.of(artifacts(), databases(), files(), configs(), buckets(), services())
                .flatMap(List::stream)
                .sorted(DriverTable::inOrder)
                .toList();
    }

    private static int inOrder(Signature one, Signature other) {
        int names = one.name().compareTo(other.name());
        return names != 0 ? names : one.gives().compareTo(other.gives());
    }

    private static List<Signature> artifacts() {
        return List.of(
                driver(
                        "commands",
                        ARTIFACT,
                        "code that commands of its own handle",
                        Set.of(Trait.TAGGED),
                        command("version", "writes the version that is in place"),
                        command("stage", "brings a release and puts it ready"),
                        command("change-over", "puts in place what is ready"),
                        command("put-back", "puts in place what was there before")),
                driver(
                        "directory",
                        ARTIFACT,
                        "a folder of code that is replaced as a whole",
                        Set.of(),
                        path("path", "the folder"),
                        free("keep", "names in it that are taken along to the next release", LIST)),
                driver("file", ARTIFACT, "one file: a jar, a binary", Set.of(), path("path", "where the file stands")),
                driver("git", ARTIFACT, "a checkout", Set.of(Trait.TAGGED), path("path", "the folder of the checkout")),
                driver(
                        "image",
                        ARTIFACT,
                        "the images of a compose file's services, one tag together; or that of one container",
                        Set.of(Trait.CHANGES_OVER_RUNNING, Trait.TAGGED),
                        free("file", "the compose file; needed but for a `container`", PATH, TEXT),
                        free("services", "which of its services; all if left out", LIST),
                        free("container", "a container that is made again with the same settings, and no file", TEXT)),
                driver(
                        "link",
                        ARTIFACT,
                        "folders of releases, and a link to the one that is used",
                        Set.of(),
                        path("path", "the link"),
                        free("releases", "the folder that the releases stand in; the link's if left out", PATH, TEXT),
                        free("keep", "names in a release that are taken along to the next one", LIST)),
                driver(
                        "war",
                        ARTIFACT,
                        "a web application and the folder that Tomcat unpacks it into",
                        Set.of(),
                        path("path", "where the `.war` stands")));
    }

    private static List<Signature> databases() {
        Parameter address = needed("url", "its address", URL, TEXT);
        Parameter exclude = free("exclude", "tables that are left out; `*` stands for anything", LIST);
        return List.of(
                commands(DATABASE),
                driver(
                        "h2",
                        DATABASE,
                        "an H2 database, embedded or served",
                        Set.of(),
                        path("file", "the database's file, with or without `.mv.db`"),
                        free("jar", "the jar with the H2 that fits the file; our own if left out", PATH, TEXT),
                        free("locked-by", "the service that has the file open while it runs", SERVICE),
                        free("server", "the H2 server that serves it", SERVICE),
                        free("url", "its JDBC address at that server", URL, TEXT),
                        free("user", "`sa` if left out", TEXT),
                        free("password", "empty if left out", SECRET, TEXT)),
                driver(
                        "mongodb",
                        DATABASE,
                        "a MongoDB database",
                        Set.of(),
                        address,
                        USER,
                        PASSWORD,
                        free("exclude", "collections that are left out; `*` stands for anything", LIST),
                        SERVER,
                        KEPT_BY_SERVER),
                served("mysql", "a MySQL or MariaDB database", address, exclude),
                served("postgres", "a PostgreSQL database", address, exclude),
                driver(
                        "sqlite",
                        DATABASE,
                        "an SQLite database in one file",
                        Set.of(Trait.DUMPS_WHILE_WRITTEN),
                        path("file", "the database's file"),
                        free("locked-by", "the service that has the file open while it runs", SERVICE)));
    }

    private static Signature served(String name, String summary, Parameter address, Parameter exclude) {
        return driver(
                name,
                DATABASE,
                summary,
                Set.of(Trait.DUMPS_WHILE_WRITTEN),
                address,
                USER,
                PASSWORD,
                exclude,
                SERVER,
                KEPT_BY_SERVER);
    }

    private static List<Signature> files() {
        return List.of(
                commands(FILES),
                driver(
                        "directory",
                        FILES,
                        "a folder with all that is in it",
                        Set.of(),
                        path("path", "the folder"),
                        EXCLUDED),
                driver("file", FILES, "one file of data", Set.of(), path("path", "where the file stands")),
                driver("volume", FILES, "a volume of Docker", Set.of(), needed("name", "its name", TEXT), EXCLUDED));
    }

    private static List<Signature> configs() {
        return List.of(
                commands(CONFIG),
                driver("dotenv", CONFIG, "lines of `KEY=value`", Set.of(), CONFIG_FILE),
                driver("json", CONFIG, "a JSON file", Set.of(), CONFIG_FILE),
                driver("properties", CONFIG, "a file of Java properties", Set.of(), CONFIG_FILE),
                driver("yaml", CONFIG, "a YAML file", Set.of(), CONFIG_FILE));
    }

    private static List<Signature> buckets() {
        return List.of(
                driver(
                        "azure-blob",
                        BUCKET,
                        "a container of Azure Blob Storage",
                        Set.of(),
                        needed("container", "its name", TEXT),
                        needed("account", "the storage account", TEXT),
                        free("key", "the account's key; the environment says it if left out", SECRET),
                        free("endpoint", "its address; Azure's if left out", URL, TEXT)),
                commands(BUCKET),
                driver(
                        "s3",
                        BUCKET,
                        "a bucket of S3, or of what speaks like it",
                        Set.of(),
                        needed("bucket", "its name", TEXT),
                        free("endpoint", "the address of the store; that of AWS if left out", URL, TEXT),
                        free("region", "the environment says it if left out", TEXT),
                        free("access-key", "who asks; the environment says it if left out", SECRET, TEXT),
                        free("secret-key", "the environment says it if left out", SECRET)));
    }

    private static List<Signature> services() {
        return List.of(
                driver(
                        "commands",
                        SERVICE,
                        "a service that commands of its own start, stop and look at",
                        Set.of(),
                        command("start", "starts it"),
                        command("stop", "stops it"),
                        command("status", "ends with 0 while it runs, and with 1, 2 or 3 while it does not"),
                        free("log", "the file that it writes its log to", PATH, TEXT)),
                driver(
                        "compose",
                        SERVICE,
                        "services of a compose file",
                        Set.of(Trait.HOLDS),
                        COMPOSE_FILE,
                        free("services", "which of its services; all if left out", LIST, TEXT)),
                driver("docker", SERVICE, "a container", Set.of(Trait.HOLDS), needed("container", "its name", TEXT)),
                driver(
                        "process",
                        SERVICE,
                        "a program with a pid file, that nothing else starts",
                        Set.of(Trait.HOLDS),
                        command("command", "the program and its arguments"),
                        path("pid-file", "the file that its process id stands in"),
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
                driver("systemd", SERVICE, "a unit of systemd", Set.of(Trait.HOLDS), needed("unit", "its name", TEXT)));
    }

    /** The vendor's own backup, a snapshot: for data of any kind. */
    private static Signature commands(Type kind) {
        return driver(
                "commands",
                kind,
                "data that commands of its own back up and restore",
                Set.of(),
                command("backup", "writes a backup to the path in `$RUNG_BACKUP`"),
                command("restore", "brings the data back from the path in `$RUNG_BACKUP`"),
                free("verify", "ends with 0 if the backup in `$RUNG_BACKUP` is good", COMMAND));
    }

    private static Signature driver(
            String name, Type kind, String summary, Set<Trait> traits, Parameter... parameters) {
        return new Signature(name, kind, List.of(parameters), traits, summary);
    }
}
