package dev.rung.language.format;

import dev.rung.language.syntax.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Questions to phrases. */
final class Phrases {
    private static final Map<String, String> CLOSING = Map.of("(", ")", "[", "]", "{", "}");

    private Phrases() {}

    /** Without the rules that are but another name for the one within them. */
    static Phrase.Part unwrapped(Phrase.Part part) {
        Phrase.Part inner = part;
        while (inner.phrases().size() == 1 && inner.phrases().getFirst() instanceof Phrase.Part only) {
            inner = only;
        }
        return inner;
    }

    /** Whether it, or what it is but another name for, has this role. */
    static boolean is(Role role, Phrase phrase) {
        Phrase inner = phrase;
        while (inner instanceof Phrase.Part part) {
            if (Role.of(part.rule()) == role) {
                return true;
            }
            if (part.phrases().size() != 1) {
                return false;
            }
            inner = part.phrases().getFirst();
        }
        return false;
    }

    static boolean isBody(Phrase phrase) {
        return phrase instanceof Phrase.Part part && part.rule().equals("body");
    }

    /** Where, in the same rule, the bracket is closed that is opened here. */
    static int closing(List<Phrase> phrases, int open) {
        String closer = CLOSING.get(((Phrase.Word) phrases.get(open)).text());
        int at = open + 1;
        while (!(phrases.get(at) instanceof Phrase.Word word && word.text().equals(closer))) {
            at++;
        }
        return at;
    }

    /** What stands between brackets, by commas, each of which is the last of its item. */
    static List<List<Phrase>> items(List<Phrase> inside) {
        List<List<Phrase>> items = new ArrayList<>();
        List<Phrase> all = listed(inside);
        int begin = 0;
        for (int i = 0; i < all.size(); i++) {
            if (i + 1 == all.size() || isWord(",", all.get(i))) {
                items.add(all.subList(begin, i + 1));
                begin = i + 1;
            }
        }
        return items;
    }

    /** A list may be a rule of its own. */
    private static List<Phrase> listed(List<Phrase> inside) {
        if (inside.size() == 1 && inside.getFirst() instanceof Phrase.Part part) {
            List<Phrase> phrases = unwrapped(part).phrases();
            boolean commas = phrases.stream().anyMatch(each -> isWord(",", each));
            boolean brackets = phrases.stream().anyMatch(each -> isWord("(", each) || isWord("[", each));
            return commas && !brackets ? phrases : inside;
        }
        return inside;
    }

    static boolean isWord(String text, Phrase phrase) {
        return phrase instanceof Phrase.Word word && word.text().equals(text);
    }

    static int countWords(Phrase phrase) {
        return switch (phrase) {
            case Phrase.Word word -> 1;
            case Phrase.Part part ->
                part.phrases().stream().mapToInt(Phrases::countWords).sum();
        };
    }
}
