package dev.rung.driver.directory;

import dev.rung.driver.support.Arguments;
import dev.rung.driver.support.Excluded;
import dev.rung.driver.support.Tree;
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

/** {@code files store = directory("/srv/app/files", exclude: ["cache"])}: a folder of files that are data. */
public final class DirectoryDriver implements Driver {
    @Override
    public Signature signature() {
        return new Signature(
                "directory",
                Type.FILES,
                List.of(
                        new Parameter("path", Set.of(Type.PATH, Type.TEXT), true, "the folder"),
                        new Parameter(
                                "exclude",
                                Set.of(Type.LIST),
                                false,
                                "names in it that are left out; `*` stands for anything")),
                Set.of(),
                "a folder with all that is in it");
    }

    @Override
    public Part open(Installation.Part part, Surroundings surroundings) throws Trouble {
        Arguments arguments = Arguments.of(part, surroundings);
        Tree tree = new Tree(arguments.path("path"), Excluded.of(arguments.texts("exclude")));
        if (tree.root().getFileName() == null) {
            throw new Trouble("`directory` cannot take the root of all files as `" + part.name() + "`");
        }
        return new Directory(part.name(), tree, surroundings.commands());
    }
}
