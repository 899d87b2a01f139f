package dev.rung.language.format;

import dev.rung.language.syntax.Phrase;
import dev.rung.model.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds a formatter to its promise before anything is written: no word and no comment is lost, new or elsewhere. */
final class Sameness {
    private Sameness() {}

    /** @param after empty if what came out cannot be read */
    static void check(SourceFile file, Phrase.Part before, Optional<Phrase.Part> after) {
        List<String> all = texts(before);
        List<String> found = after.map(Sameness::texts).orElse(List.of());
        if (!all.equals(found)) {
            int same = 0;
            while (same < all.size() && same < found.size() && all.get(same).equals(found.get(same))) {
                same++;
            }
            String first = same < all.size() ? all.get(same) : found.get(same);
            throw new IllegalStateException(
                    "a bug: formatted, `" + file.name() + "` would not be the same any more from `" + first + "` on");
        }
    }

    private static List<String> texts(Phrase.Part file) {
        List<String> texts = new ArrayList<>();
        collect(file, texts);
        return texts;
    }

    private static void collect(Phrase phrase, List<String> texts) {
        switch (phrase) {
            case Phrase.Word word -> {
                word.before().comments().forEach(comment -> texts.add(comment.text()));
                texts.add(word.text());
            }
            case Phrase.Part part -> part.phrases().forEach(each -> collect(each, texts));
        }
    }
}
