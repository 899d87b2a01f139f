package dev.rung.language.check;

import dev.rung.language.syntax.Declaration;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.language.syntax.Name;
import dev.rung.model.expression.Type;

/** What a name stands for. */
public sealed interface Meaning {
    record Input(Declaration.Input declaration, Type type) implements Meaning {}

    record Let(Declaration.Let declaration) implements Meaning {}

    record Secret(Declaration.Secret declaration) implements Meaning {}

    record Place(Declaration.Place declaration) implements Meaning {}

    record Sys(Declaration.Sys declaration) implements Meaning {}

    record Part(Declaration.Part declaration, String system) implements Meaning {}

    /** {@code healthy} and whatever else a system says of itself, but for {@code installed}. */
    record Fact(Declaration.Fact declaration, String system) implements Meaning {}

    record Installed(String system) implements Meaning {}

    /**
     * What a body has given a name: {@code let NAME = …}, {@code for NAME in …}.
     *
     * @param value what it is, or the list that it is of
     * @param at where the value stands
     */
    record Local(Name name, ExpressionNode value, Scope at, boolean isElement) implements Meaning {}

    /** A word that the place gives its meaning. */
    record Given(Word word) implements Meaning {}

    /** The names that are nobody's to declare. */
    enum Word {
        CURRENT("current", true),
        FIRST_HOP("first-hop", true),
        LAST_HOP("last-hop", true),
        NEWEST("newest", false),
        NEXT("next", true);

        private final String spelling;
        private final boolean inHop;

        Word(String spelling, boolean inHop) {
            this.spelling = spelling;
            this.inHop = inHop;
        }

        public String spelling() {
            return spelling;
        }

        /** Whether it means something only within a hop. */
        public boolean inHop() {
            return inHop;
        }
    }
}
