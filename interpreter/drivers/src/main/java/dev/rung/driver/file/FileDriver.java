package dev.rung.driver.file;

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

/** {@code artifact jar = file("/opt/app/app.jar")}: code that is one file. */
public final class FileDriver implements Driver {
    @Override
    public Signature signature() {
        return new Signature(
                "file",
                Type.ARTIFACT,
                List.of(new Parameter("path", Set.of(Type.PATH, Type.TEXT), true, "where the file stands")),
                Set.of(),
                "one file: a jar, a binary");
    }

    @Override
    public Part open(Installation.Part part, Surroundings surroundings) throws Trouble {
        return new FileArtifact(part.name(), Arguments.of(part, surroundings).path("path"), surroundings.folder());
    }
}
