package dev.rung.language.format;

import dev.rung.language.syntax.Phrase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A text with all that is said about its layout, before it is known which lines are too long. */
final class Outline {
    private static final int INDENT = 2;
    private static final int GOES_ON = 4;

    private final Words words;
    private final Layout.Block file;
    private final Breaks breaks;
    private final Map<Integer, Integer> columns = new HashMap<>();
    private Sheet sheet = new Sheet();
    private int placed = -1;

    private Outline(Words words, Layout.Block file) {
        this.words = words;
        this.file = file;
        this.breaks = new Breaks(words);
    }

    static Outline of(Phrase.Part file) {
        LayoutBuilder builder = new LayoutBuilder();
        Layout.Block all = builder.file(file);
        return new Outline(builder.words(), all);
    }

    /** Breaks lines that are too long from the outside in, until there is none left that can be broken. */
    String laidOut(Marks marks) {
        do {
            breaks.takeMore();
            sheet = new Sheet();
            columns.clear();
            members(file.members(), 0);
            comments(file.close(), 0, !file.members().isEmpty());
            sheet.tooLong(breaks::shorten);
        } while (breaks.takeMore());
        return sheet.text(marks);
    }

    private void members(List<Layout.Member> members, int indent) {
        columns.putAll(new Columns(words, breaks::isSet).blanks(members));
        for (int i = 0; i < members.size(); i++) {
            Layout layout = members.get(i).layout();
            boolean blank = comments(layout.first(), indent, i > 0);
            sheet.line(indent, blank);
            placed = layout.first();
            write(layout, indent);
        }
    }

    /**
     * Writes the comments in front of a word.
     *
     * @param behindMember whether a blank line may stand in front of the first
     * @return whether there is a blank line in front of the word
     */
    private boolean comments(int word, int indent, boolean behindMember) {
        Phrase.Gap gap = words.get(word).before();
        boolean mayBeBlank = behindMember;
        for (Phrase.Comment comment : gap.comments()) {
            if (comment.breaks() == 0 && !sheet.isEmpty()) {
                sheet.comment(comment.text());
                // without its blank line, it would be about what stands below it
                mayBeBlank |= comment.documentation();
            } else {
                sheet.comment(indent, mayBeBlank && comment.breaks() > 1, comment.text());
                mayBeBlank = true;
            }
        }
        return mayBeBlank && gap.breaks() > 1;
    }

    /** @param indent of the line that what is written now would begin */
    private void write(Layout layout, int indent) {
        switch (layout) {
            case Layout.Leaf leaf -> word(leaf.first(), indent);
            case Layout.Row row -> row(row, indent);
            case Layout.Bracket bracket -> bracket(bracket, indent);
            case Layout.Block block -> block(block, indent);
        }
    }

    private void row(Layout.Row row, int indent) {
        int base = indent;
        int inside = indent;
        boolean behindBlock = false;
        for (Layout.Step step : row.steps()) {
            int word = step.layout().first();
            boolean opensLine = opensLine(step.layout(), base > indent);
            boolean begins = placed != word && breaks.isSet(word);
            if (begins && (step.clause() || opensLine)) {
                base = opensLine ? indent : indent + INDENT;
            }
            boolean goesOn = !step.clause() && !behindBlock && !opensLine;
            place(word, goesOn ? base + GOES_ON : base);
            if (begins) {
                inside = goesOn ? base + GOES_ON : base;
            }
            write(step.layout(), step.layout() instanceof Layout.Block ? base : inside);
            behindBlock = step.layout() instanceof Layout.Block;
        }
    }

    /** Braces behind clauses that have lines of their own have some, too, if what they hold has. */
    private boolean opensLine(Layout layout, boolean behindClauses) {
        boolean opens = behindClauses && layout instanceof Layout.Block block && breaks.isSet(block.close());
        if (opens) {
            breaks.set(layout.first());
        }
        return opens;
    }

    private void bracket(Layout.Bracket bracket, int indent) {
        word(bracket.first(), indent);
        boolean opens = !bracket.items().isEmpty()
                && breaks.isSet(bracket.items().getFirst().first());
        boolean goesOn = bracket.items().stream().anyMatch(item -> breaks.isSet(item.first()));
        int inside = indent + (opens ? INDENT : goesOn ? GOES_ON : 0);
        for (Layout item : bracket.items()) {
            place(item.first(), inside);
            write(item, inside);
        }
        place(bracket.close(), indent);
        word(bracket.close(), indent);
    }

    private void block(Layout.Block block, int indent) {
        word(block.first(), indent);
        if (breaks.isSet(block.close())) {
            members(block.members(), indent + INDENT);
            comments(block.close(), indent + INDENT, !block.members().isEmpty());
            sheet.line(indent, false);
            placed = block.close();
        } else {
            block.members().forEach(member -> write(member.layout(), indent));
        }
        word(block.close(), indent);
    }

    private void word(int word, int indent) {
        place(word, indent + GOES_ON);
        int blanks = words.blanks(word) + columns.getOrDefault(word, 0);
        sheet.word(word, blanks, words.get(word).text());
    }

    /** Begins a line in front of a word, if there is to be one and nobody has begun it. */
    private void place(int word, int indent) {
        if (placed == word) {
            return;
        }
        placed = word;
        words.group(word)
                .filter(Group::filling)
                .filter(group -> !breaks.isSet(word) && !fits(group, word))
                .ifPresent(group -> breaks.set(word));
        if (breaks.isSet(word)) {
            comments(word, indent, false);
            sheet.line(indent, false);
        }
    }

    private boolean fits(Group group, int word) {
        int next = breaks.next(group, word);
        int last = next < words.count() ? next - 1 : Math.min(word + 1, words.count() - 1);
        return sheet.column() + words.width(word, last) <= Width.OF_A_LINE;
    }
}
