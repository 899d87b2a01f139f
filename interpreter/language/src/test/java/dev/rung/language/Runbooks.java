package dev.rung.language;

import dev.rung.language.check.CheckedRunbook;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.text.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Runbooks for tests: the real ones, and small ones around what a test is about. */
public final class Runbooks {
    public static final String RELEASES = """
        releases "App"
        url "files/app-${release}.jar"
        path { each line }
        back by down since 2
        line 1 { release 1.0.0 }
        line 2 { release 2.0.0 { sha256 "%s" } }
        line 3 requires java >= 17 { release 3.0.0 }
        """.formatted("ab".repeat(32));

    private static final Path QUICKSTART = Path.of("../../runbooks/quickstart");

    private Runbooks() {}

    public static SourceFile ledger() {
        return real("ledger.runbook");
    }

    public static SourceFile real(String name) {
        try {
            return new SourceFile(name, Files.readString(QUICKSTART.resolve(name)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Knows the files of the quickstart. */
    public static SourceReader quickstart() {
        return (path, from) -> Files.exists(QUICKSTART.resolve(path)) ? Optional.of(real(path)) : Optional.empty();
    }

    public static SourceReader files(Map<String, String> files) {
        return (path, from) -> Optional.ofNullable(files.get(path)).map(text -> new SourceFile(path, text));
    }

    public static Toolchain toolchain() {
        return new Toolchain(files(Map.of("app.releases", RELEASES)));
    }

    /** A runbook with one system {@code app} that has nothing wrong, and these lines after it. */
    public static SourceFile app(String rest) {
        return app("", rest);
    }

    /** @param members further lines within the system */
    public static SourceFile app(String members, String rest) {
        return new SourceFile("app.runbook", """
            runbook "App"
            input home : path = "/opt/app"
            input url : url = "http://localhost"
            input target : version = newest
            system app {
              releases "app.releases"
              artifact jar = file("${home}/app.jar")
              database db = h2("${home}/db", locked-by: server)
              files store = directory("${home}/store")
              service gate = process("gate", pid-file: "${home}/gate.pid", migrates: [], writes: [])
              service server = process(["java", "-jar", "${home}/app.jar"], pid-file: "${home}/app.pid")
              installed = version(json("${url}/version", "$.version"))
              healthy = http-status(url) == 200
              java = java-version("/usr/lib/jvm/17")
            """ + members + "\n}\n" + rest);
    }

    public static Diagnosed<CheckedRunbook> check(SourceFile file) {
        return toolchain().check(file);
    }
}
