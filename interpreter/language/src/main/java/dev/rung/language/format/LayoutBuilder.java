package dev.rung.language.format;

import dev.rung.language.syntax.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Numbers the words of a text and says how they are laid out, by nothing but the shape of its phrases. */
final class LayoutBuilder {
    private static final Set<String> CHAINED = Set.of("and", "or", "+");
    private static final Set<String> OPENING = Set.of("(", "[", "{");

    private final Words words = new Words();
    private boolean joined;
    private boolean apart;
    private int depth;
    private int block = -1;
    private Optional<Group> shared = Optional.empty();

    Words words() {
        return words;
    }

    /** A whole file: a block without braces, which the end of the file closes. */
    Layout.Block file(Phrase.Part file) {
        List<Layout.Member> members = new ArrayList<>();
        for (Phrase phrase : file.phrases().subList(0, file.phrases().size() - 1)) {
            words.want(words.count());
            members.add(member(phrase));
        }
        words.want(words.count());
        return new Layout.Block(
                -1, members, leaf((Phrase.Word) file.phrases().getLast()).first());
    }

    private Layout.Member member(Phrase phrase) {
        int first = words.count();
        Layout layout = layout(phrase);
        return switch (phrase) {
            case Phrase.Word word -> new Layout.Member(layout, "", List.of());
            case Phrase.Part part -> Columns.member(layout, part, first);
        };
    }

    private Layout layout(Phrase phrase) {
        return switch (phrase) {
            case Phrase.Word word -> leaf(word);
            case Phrase.Part part -> {
                Phrase.Part inner = Phrases.unwrapped(part);
                Optional<Group> around = shared;
                shared = Optional.empty();
                depth++;
                Layout layout = chained(inner).isPresent() ? chain(inner) : row(inner, around);
                depth--;
                yield layout;
            }
        };
    }

    private Layout.Leaf leaf(Phrase.Word word) {
        boolean tight = joined || Set.of(",", ")", "]").contains(word.text());
        joined = Set.of("(", "[").contains(word.text());
        words.add(word, tight ? 0 : apart ? 2 : 1, block);
        apart = false;
        return new Layout.Leaf(words.count() - 1);
    }

    private Layout tight(Phrase.Word word) {
        joined = true;
        return leaf(word);
    }

    /** {@code a and b and c}: one chain, however the grammar nests it. */
    private static Optional<String> chained(Phrase.Part part) {
        return part.phrases().size() == 3
                        && part.phrases().get(1) instanceof Phrase.Word word
                        && CHAINED.contains(word.text())
                ? Optional.of(word.text())
                : Optional.empty();
    }

    private Layout chain(Phrase.Part part) {
        Group group = words.group(Group.Kind.EACH, depth, block);
        List<Layout.Step> steps = new ArrayList<>();
        chain(part, group, steps);
        return new Layout.Row(steps);
    }

    private void chain(Phrase.Part part, Group group, List<Layout.Step> steps) {
        Phrase left = part.phrases().getFirst();
        if (left instanceof Phrase.Part inner
                && chained(Phrases.unwrapped(inner)).equals(chained(part))) {
            chain(Phrases.unwrapped(inner), group, steps);
        } else {
            steps.add(new Layout.Step(layout(left), false));
        }
        words.place(group, words.count());
        steps.add(new Layout.Step(layout(part.phrases().get(1)), false));
        steps.add(new Layout.Step(layout(part.phrases().getLast()), false));
    }

    private Layout row(Phrase.Part part, Optional<Group> around) {
        List<Phrase> phrases = part.phrases();
        if (part.rule().equals("body")) {
            return block(phrases, 0, around);
        }
        boolean alternatives = phrases.stream().filter(Phrases::isBody).count() > 1;
        Optional<Group> alike =
                alternatives ? Optional.of(words.group(Group.Kind.BLOCK, depth, block)) : Optional.empty();
        return new Layout.Row(steps(phrases, Role.of(part.rule()), alike));
    }

    private List<Layout.Step> steps(List<Phrase> phrases, Role role, Optional<Group> alike) {
        Group clauses = words.group(Group.Kind.EACH, depth, block);
        Group further = words.group(Group.Kind.FILL, depth, block);
        List<Layout.Step> steps = new ArrayList<>();
        boolean behindComma = false;
        for (int i = 0; i < phrases.size(); i++) {
            Phrase phrase = phrases.get(i);
            boolean clause = Phrases.is(Role.CLAUSE, phrase) && i > 0;
            if (clause || behindComma) {
                words.place(clause ? clauses : further, words.count());
                wantLine(phrase);
            }
            behindComma = phrase instanceof Phrase.Word word && word.text().equals(",");
            if (phrase instanceof Phrase.Word word && OPENING.contains(word.text())) {
                steps.add(new Layout.Step(
                        word.text().equals("{") ? block(phrases, i, Optional.empty()) : bracket(phrases, i), false));
                i = Phrases.closing(phrases, i);
            } else {
                shared = Phrases.isBody(phrase) ? alike : Optional.empty();
                steps.add(new Layout.Step(step(phrase, role), clause));
            }
        }
        return steps;
    }

    private void wantLine(Phrase clause) {
        if (clause instanceof Phrase.Part part
                && Role.opensLine(Phrases.unwrapped(part).label())) {
            words.want(words.count());
        }
    }

    private Layout step(Phrase phrase, Role role) {
        if (phrase instanceof Phrase.Word word && word.text().equals(".")) {
            Layout dot = tight(word);
            joined = true;
            return dot;
        }
        return phrase instanceof Phrase.Word word && word.text().equals(":") && role == Role.ARGUMENT
                ? tight(word)
                : layout(phrase);
    }

    private Layout bracket(List<Phrase> phrases, int open) {
        Phrase.Word opening = (Phrase.Word) phrases.get(open);
        boolean arguments = opening.text().equals("(");
        int close = Phrases.closing(phrases, open);
        int first = (arguments && open > 0 ? tight(opening) : leaf(opening)).first();
        Group group = words.group(arguments ? Group.Kind.EACH : Group.Kind.FILL, depth, block);
        List<Layout> items = new ArrayList<>();
        depth++;
        for (List<Phrase> item : Phrases.items(phrases.subList(open + 1, close))) {
            words.place(group, words.count());
            items.add(new Layout.Row(steps(item, Role.PHRASE, Optional.empty())));
        }
        depth--;
        if (!items.isEmpty()) {
            words.pair(items.getFirst().first(), words.count());
        }
        return new Layout.Bracket(
                first, items, leaf((Phrase.Word) phrases.get(close)).first());
    }

    private Layout block(List<Phrase> phrases, int open, Optional<Group> alike) {
        int first = leaf((Phrase.Word) phrases.get(open)).first();
        int close = Phrases.closing(phrases, open);
        List<Phrase> inside = phrases.subList(open + 1, close);
        List<Layout.Member> members = new ArrayList<>();
        int outside = block;
        if (!inside.isEmpty()) {
            Group group = alike.orElseGet(() -> words.group(Group.Kind.BLOCK, depth, outside));
            if (inside.size() > 1 && inside.stream().anyMatch(each -> Phrases.is(Role.SENTENCE, each))) {
                words.want(group);
            }
            block = words.addBlock(group);
            for (Phrase phrase : inside) {
                words.place(group, words.count());
                apart = !members.isEmpty();
                members.add(member(phrase));
            }
            words.place(group, words.count());
        }
        joined = inside.isEmpty();
        Layout.Block made = new Layout.Block(
                first, members, leaf((Phrase.Word) phrases.get(close)).first());
        block = outside;
        return made;
    }
}
