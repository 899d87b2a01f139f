package dev.rung.driver.link;

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
import java.util.Set;

/** {@code artifact tool = link("/opt/tool/current", keep: ["conf"])}: folders of releases, and a link to one of them. */
public final class LinkDriver implements Driver {
    @Override
    public Signature signature() {
        return new Signature(
                "link",
                Type.ARTIFACT,
                List.of(
                        new Parameter("path", Set.of(Type.PATH, Type.TEXT), true, "the link"),
                        new Parameter(
                                "releases",
                                Set.of(Type.PATH, Type.TEXT),
                                false,
                                "the folder that the releases stand in; the link's if left out"),
                        new Parameter(
                                "keep",
                                Set.of(Type.LIST),
                                false,
                                "names in a release that are taken along to the next one")),
                Set.of(),
                "folders of releases, and a link to the one that is used");
    }

    @Override
    public Part open(Installation.Part part, Surroundings surroundings) throws Trouble {
        Arguments arguments = Arguments.of(part, surroundings);
        Path link = arguments.path("path");
        if (link.getFileName() == null) {
            throw new Trouble("`link` cannot take the root of all files as `" + part.name() + "`");
        }
        Kept kept = Kept.of(part.name(), arguments.texts("keep"));
        Releases releases = new Releases(
                part.name(),
                arguments.optionalPath("releases").orElse(link.getParent()),
                link.getFileName().toString(),
                kept);
        return new LinkArtifact(part.name(), link, releases, kept, surroundings);
    }
}
