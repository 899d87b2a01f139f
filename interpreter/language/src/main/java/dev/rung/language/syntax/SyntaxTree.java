package dev.rung.language.syntax;

import dev.rung.model.text.SourceFile;
import dev.rung.model.text.SourceMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A runbook as it was written. Parsing always gives one: what could not be read is missing from it, and a diagnostic says
 * so. What its names mean is kept beside it.
 *
 * @param sources the file, and those that it includes
 * @param title what stands behind {@code runbook}
 * @param declarations all that could be read, in the order of the file; what is included stands where it is included
 */
public record SyntaxTree(SourceMap sources, Optional<ExpressionNode.Text> title, List<Declaration> declarations) {
    public SyntaxTree {
        declarations = List.copyOf(declarations);
    }

    /** The runbook's own. */
    public SourceFile file() {
        return sources.main();
    }

    public List<Declaration.Input> inputs() {
        return of(Declaration.Input.class).toList();
    }

    public List<Declaration.Let> lets() {
        return of(Declaration.Let.class).toList();
    }

    public List<Declaration.InputSet> inputSets() {
        return of(Declaration.InputSet.class).toList();
    }

    public List<Declaration.Place> places() {
        return of(Declaration.Place.class).toList();
    }

    public List<Declaration.Secret> secrets() {
        return of(Declaration.Secret.class).toList();
    }

    /** One, or none; more are a finding. */
    public List<Declaration.Window> windows() {
        return of(Declaration.Window.class).toList();
    }

    /** One, or none; more are a finding. */
    public List<Declaration.MaxLoss> maxLosses() {
        return of(Declaration.MaxLoss.class).toList();
    }

    public List<Declaration.Sys> systems() {
        return of(Declaration.Sys.class).toList();
    }

    public List<Declaration.Phase> phases() {
        return of(Declaration.Phase.class).toList();
    }

    private <D extends Declaration> Stream<D> of(Class<D> kind) {
        return declarations.stream().filter(kind::isInstance).map(kind::cast);
    }
}
