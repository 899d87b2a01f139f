package dev.rung.driver.h2;

import dev.rung.driver.support.Arguments;
import dev.rung.engine.driver.Driver;
import dev.rung.engine.driver.Part;
import dev.rung.engine.driver.Surroundings;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Signature;
import dev.rung.model.expression.Signature.Parameter;
import dev.rung.model.expression.Type;
import dev.rung.model.plan.Installation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code database app = h2("/opt/app/app", jar: "/opt/app/app.jar", locked-by: server)}: an H2 database in one file. */
public final class H2Driver implements Driver {
    @Override
    public Signature signature() {
        Set<Type> path = Set.of(Type.PATH, Type.TEXT);
        return new Signature(
                "h2",
                Type.DATABASE,
                List.of(
                        new Parameter("file", path, true, "the database's file, with or without `.mv.db`"),
                        new Parameter(
                                "jar", path, false, "the jar with the H2 that fits the file; our own if left out"),
                        new Parameter(
                                "locked-by",
                                Set.of(Type.SERVICE),
                                false,
                                "the service that has the file open while it runs"),
                        new Parameter("server", Set.of(Type.SERVICE), false, "the H2 server that serves it"),
                        new Parameter("url", Set.of(Type.URL, Type.TEXT), false, "its JDBC address at that server"),
                        new Parameter("user", Set.of(Type.TEXT), false, "`sa` if left out"),
                        new Parameter("password", Set.of(Type.SECRET, Type.TEXT), false, "empty if left out")),
                Set.of(),
                "an H2 database, embedded or served");
    }

    @Override
    public Part open(Installation.Part part, Surroundings surroundings) throws Trouble {
        Arguments arguments = Arguments.of(part, surroundings);
        Optional<String> url = arguments.text("url");
        if (arguments.text("server").isPresent() != url.isPresent()) {
            throw new Trouble("`h2` takes `server` and `url` together: who serves `" + part.name()
                    + "`, and under which address");
        }
        if (url.isPresent()
                && !url.get().startsWith("jdbc:h2:tcp:")
                && !url.get().startsWith("jdbc:h2:ssl:")) {
            throw new Trouble(
                    "`h2` cannot use its argument `url`: " + url.get() + " is not the address of an H2 server",
                    "write it like jdbc:h2:tcp://localhost:9092/app");
        }
        Path file = file(arguments.path("file"));
        if (file.toString().contains(";")) {
            throw new Trouble("`h2` cannot use its argument `file`: H2 knows no `;` in the name of a file");
        }
        H2Setting setting = new H2Setting(
                part.name(),
                file,
                arguments.optionalPath("jar"),
                arguments.text("locked-by"),
                url,
                arguments.text("user").orElse("sa"),
                arguments.text("password").orElse(""));
        return new H2Database(setting, surroundings);
    }

    private static Path file(Path written) {
        String name = written.getFileName().toString();
        return name.endsWith(".mv.db") ? written : written.resolveSibling(name + ".mv.db");
    }
}
