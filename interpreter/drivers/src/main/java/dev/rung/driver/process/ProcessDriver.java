package dev.rung.driver.process;

import dev.rung.driver.support.Arguments;
import dev.rung.engine.driver.Driver;
import dev.rung.engine.driver.Part;
import dev.rung.engine.driver.Surroundings;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Durations;
import dev.rung.model.expression.Signature;
import dev.rung.model.expression.Signature.Parameter;
import dev.rung.model.expression.Signature.Trait;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Installation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code service server = process(["java", "-jar", "app.jar"], pid-file: "/run/app.pid")}: a program and its pid file. */
public final class ProcessDriver implements Driver {
    @Override
    public Signature signature() {
        Set<Type> path = Set.of(Type.PATH, Type.TEXT);
        return new Signature(
                "process",
                Type.SERVICE,
                List.of(
                        new Parameter("command", Set.of(Type.COMMAND), true, "the program and its arguments"),
                        new Parameter("pid-file", path, true, "the file that its process id stands in"),
                        new Parameter("from", path, false, "the folder that it starts in; the runbook's if left out"),
                        new Parameter(
                                "log",
                                path,
                                false,
                                "the file that its output goes to; the pid file's name with `.log` if left out"),
                        new Parameter("port", Set.of(Type.INT), false, "the TCP port that it listens on"),
                        new Parameter(
                                "kill-after",
                                Set.of(Type.DURATION),
                                false,
                                "how long after it was asked to stop it is killed; never if left out")),
                Set.of(Trait.HOLDS),
                "a program with a pid file, that nothing else starts");
    }

    @Override
    public Part open(Installation.Part part, Surroundings surroundings) throws Trouble {
        Arguments arguments = Arguments.of(part, surroundings);
        Path pidFile = arguments.path("pid-file");
        Path log = arguments.optionalPath("log").orElseGet(() -> pidFile.resolveSibling(stem(pidFile) + ".log"));
        ServiceSetting setting = new ServiceSetting(
                part.name(),
                arguments.words("command"),
                pidFile,
                arguments
                        .optionalPath("from")
                        .orElse(surroundings.folder().toAbsolutePath().normalize()),
                log,
                arguments.port("port"),
                killAfter(part));
        return new ProcessService(setting, surroundings);
    }

    private static String stem(Path pidFile) {
        String name = pidFile.getFileName().toString();
        return name.endsWith(".pid") ? name.substring(0, name.length() - 4) : name;
    }

    private static Optional<Duration> killAfter(Installation.Part part) throws Trouble {
        return switch (part.arguments().get("kill-after")) {
            case null -> Optional.empty();
            case Value.Span span -> Optional.of(span.duration());
            case Value other ->
                Optional.of(Durations.parse(other.shown())
                        .orElseThrow(() -> Surroundings.badArgument("process", "kill-after", Type.DURATION)));
        };
    }
}
