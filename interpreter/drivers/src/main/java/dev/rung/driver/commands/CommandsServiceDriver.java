package dev.rung.driver.commands;

import dev.rung.driver.support.Arguments;
import dev.rung.engine.driver.Driver;
import dev.rung.engine.driver.Part;
import dev.rung.engine.driver.Surroundings;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Signature;
import dev.rung.model.expression.Signature.Parameter;
import dev.rung.model.expression.Type;
import dev.rung.model.plan.Installation;
import java.util.List;
import java.util.Set;

/** {@code service open = commands(start: "lb enable web1", stop: "lb disable web1", status: "lb status web1")} */
public final class CommandsServiceDriver implements Driver {
    @Override
    public Signature signature() {
        return new Signature(
                "commands",
                Type.SERVICE,
                List.of(
                        new Parameter("start", Set.of(Type.COMMAND), true, "starts it"),
                        new Parameter("stop", Set.of(Type.COMMAND), true, "stops it"),
                        new Parameter(
                                "status",
                                Set.of(Type.COMMAND),
                                true,
                                "ends with 0 while it runs, and with 1, 2 or 3 while it does not"),
                        new Parameter(
                                "log", Set.of(Type.PATH, Type.TEXT), false, "the file that it writes its log to")),
                Set.of(),
                "a service that commands of its own start, stop and look at");
    }

    @Override
    public Part open(Installation.Part part, Surroundings surroundings) throws Trouble {
        Arguments arguments = Arguments.of(part, surroundings);
        return new CommandsService(
                part.name(),
                new CommandsService.Words(arguments.words("start"), arguments.words("stop"), arguments.words("status")),
                arguments.optionalPath("log"),
                Remembered.of(part, surroundings),
                surroundings);
    }
}
