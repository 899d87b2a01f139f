package dev.rung.language.check;

import dev.rung.language.check.Meaning.Word;
import dev.rung.language.syntax.ExpressionNode;
import java.util.Optional;
import java.util.stream.Stream;

/** The releases of the hops around a place: {@code next}, {@code mender.current}, and what they ask of their system. */
public record HopReleases(Names names, Scope scope) {
    /** What a release asks of a fact, as a number: {@code next.requires.java}. */
    public static final String REQUIRES = "requires";

    /** @param system whose hop it is of @param word which of its two */
    public record Release(String system, Word word) {}

    /** @param release which asks for it */
    public record Required(Release release, String fact) {}

    /** The release that an expression names, if it names one. */
    public Optional<Release> release(ExpressionNode node) {
        if (node instanceof ExpressionNode.Use use
                && scope.inHop()
                && names.of(use.name(), scope).orElse(null) instanceof Meaning.Given(Word word)
                && isRelease(word)) {
            return Optional.of(new Release(scope.hops().getLast(), word));
        }
        return node instanceof ExpressionNode.Member member ? ofOther(member) : Optional.empty();
    }

    private Optional<Release> ofOther(ExpressionNode.Member member) {
        boolean isOther = member.owner() instanceof ExpressionNode.Use use
                && names.of(use.name(), scope).orElse(null) instanceof Meaning.Sys
                && scope.hops().contains(use.name());
        String wanted = member.member().text();
        return isOther && names.declared(wanted).orElse(null) instanceof Meaning.Given(Word word) && isRelease(word)
                ? Optional.of(new Release(((ExpressionNode.Use) member.owner()).name(), word))
                : Optional.empty();
    }

    private static boolean isRelease(Word word) {
        return word == Word.CURRENT || word == Word.NEXT;
    }

    /** All that it asks of releases' requirements, wherever in it. */
    public Stream<Required> allRequired(ExpressionNode node) {
        return Stream.concat(
                required(node).stream(), Readings.children(node).stream().flatMap(this::allRequired));
    }

    /** What an expression asks of a release's requirements, if it does. */
    public Optional<Required> required(ExpressionNode node) {
        if (node instanceof ExpressionNode.Member fact
                && fact.owner() instanceof ExpressionNode.Member requires
                && requires.member().text().equals(REQUIRES)) {
            return release(requires.owner())
                    .map(release -> new Required(release, fact.member().text()));
        }
        return Optional.empty();
    }
}
