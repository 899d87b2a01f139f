package dev.rung.language.check;

import dev.rung.language.syntax.Declaration;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.language.syntax.SyntaxTree;
import dev.rung.model.expression.Signature;
import dev.rung.model.expression.Type;
import dev.rung.model.text.Location;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.SourceMap;
import dev.rung.model.version.ReleaseFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A runbook with what its names mean. The meaning stands beside the tree, never in it.
 *
 * @param tree what was written
 * @param names what they stand for
 * @param releases the release files that could be read, by system
 * @param uses what an interpreter has to be able to carry out, in the order in which it was found
 */
public record CheckedRunbook(SyntaxTree tree, Names names, Map<String, Releases> releases, List<Use> uses) {
    public CheckedRunbook {
        releases = Map.copyOf(releases);
        uses = List.copyOf(uses);
    }

    /** What the runbook uses of the language that an interpreter has to be able to carry out, and where. */
    public sealed interface Use {
        Location at();

        /** @param kind what it makes */
        record Driver(Location at, String name, Type kind) implements Use {}

        /** @param of the kind of the part that is asked, if one is */
        record Call(Location at, Signature call, Optional<Type> of) implements Use {}

        /** @param driver how it is reached */
        record Place(Location at, String driver) implements Use {}

        /** @param word what such a form begins with: {@code secret} */
        record Form(Location at, String word) implements Use {}
    }

    /**
     * @param file where the text is from: what a release file names is found beside it
     * @param files all that the content is made of: the file itself, and behind it what it includes
     */
    public record Releases(SourceFile file, ReleaseFile content, List<SourceFile> files) {
        public Releases {
            files = List.copyOf(files);
        }
    }

    /** What stands behind {@code runbook}; the file's name if nothing does. */
    public String title() {
        return tree.title()
                .flatMap(ExpressionNode.Text::fixed)
                .orElse(tree.file().name());
    }

    /** The runbook's own. */
    public SourceFile file() {
        return tree.file();
    }

    /** The runbook's own file, and those that it includes. */
    public SourceMap sources() {
        return tree.sources();
    }

    /** What a run has to be given, in the order of the file. */
    public List<Input> inputs() {
        return tree.inputs().stream().map(this::input).toList();
    }

    /** The names of the sets of inputs, in the order of the file. */
    public List<String> inputSets() {
        return tree.inputSets().stream().map(set -> set.name().text()).toList();
    }

    private Input input(Declaration.Input input) {
        return new Input(
                input.name().text(),
                InputTypes.of(input).orElse(Type.TEXT),
                input.value().map(value -> sources().text(value.span())),
                input.documentation());
    }

    /** The inputs that a fact of a system goes by, those that it names itself first: what may be wrong if it has no answer. */
    public List<Input> inputsOf(String system, String fact) {
        return tree.systems().stream()
                .filter(each -> each.name().text().equals(system))
                .flatMap(each -> each.facts().stream())
                .filter(each -> each.name().text().equals(fact))
                .findFirst()
                .map(each -> Ingredients.of(names, each.value(), Scope.inSystem(system)).stream()
                        .map(this::input)
                        .toList())
                .orElse(List.of());
    }

    /** The names of the systems, in the order of the file. */
    public List<String> systems() {
        return names.systems();
    }

    /** The release file of a system, if it could be read. */
    public Optional<ReleaseFile> releaseFile(String system) {
        return Optional.ofNullable(releases.get(system)).map(Releases::content);
    }

    /**
     * An input of a runbook.
     *
     * @param defaultText the default as it is written; empty if the input has to be given
     * @param documentation what the {@code ##} lines above it say, or empty
     */
    public record Input(String name, Type type, Optional<String> defaultText, String documentation) {}
}
