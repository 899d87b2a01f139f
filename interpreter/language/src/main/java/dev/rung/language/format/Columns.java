package dev.rung.language.format;

import dev.rung.language.syntax.Phrase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/** The columns of what stands line by line: names, types and {@code =} of declarations. */
final class Columns {
    private static final Set<String> ASSIGNING = Set.of("=", ">=");

    /** A name that is so much longer than the next shorter one has a column of its own. */
    private static final int FAR = 16;

    /** The same of a type: {@code version} pushes no {@code path} aside. */
    private static final int FAR_FOR_A_TYPE = 2;

    private final Words words;
    private final IntPredicate broken;

    /** @param broken whether a line begins with a word */
    Columns(Words words, IntPredicate broken) {
        this.words = words;
        this.broken = broken;
    }

    /** What it has in columns: all up to its {@code =}, or the word that it begins with. @param first its first word */
    static Layout.Member member(Layout layout, Phrase.Part part, int first) {
        Phrase.Part inner = Phrases.unwrapped(part);
        List<Integer> columns = new ArrayList<>();
        boolean assigns = false;
        int word = first;
        for (int i = 0; i < inner.phrases().size() && !assigns; i++) {
            Phrase phrase = inner.phrases().get(i);
            boolean type = i > 0 && Phrases.isWord(":", inner.phrases().get(i - 1));
            if (i > 0 && !type) {
                columns.add(word);
            }
            assigns = phrase instanceof Phrase.Word each && ASSIGNING.contains(each.text());
            word += Phrases.countWords(phrase);
        }
        if (Phrases.is(Role.COLUMN_ENTRY, part)) {
            return new Layout.Member(layout, part.rule(), columns.subList(0, 1));
        }
        boolean typed = inner.phrases().stream().anyMatch(each -> Phrases.isWord(":", each));
        return assigns || typed
                ? new Layout.Member(layout, inner.label(), columns)
                : new Layout.Member(layout, "", List.of());
    }

    /** How many more blanks than one stand in front of some of the words of these members. */
    Map<Integer, Integer> blanks(List<Layout.Member> members) {
        Map<Integer, Integer> blanks = new HashMap<>();
        List<Layout.Member> table = new ArrayList<>();
        for (Layout.Member member : members) {
            boolean goesOn = !table.isEmpty()
                    && isRow(member)
                    && member.table().equals(table.getLast().table())
                    && !followsBlankLine(member.layout().first());
            if (!goesOn) {
                align(table, blanks);
                table.clear();
            }
            if (isRow(member)) {
                table.add(member);
            }
        }
        align(table, blanks);
        return blanks;
    }

    private boolean isRow(Layout.Member member) {
        return !member.table().isEmpty() && member.columns().stream().noneMatch(broken::test);
    }

    private boolean followsBlankLine(int word) {
        Phrase.Gap gap = words.get(word).before();
        return gap.breaks() > 1 || gap.comments().stream().anyMatch(comment -> comment.breaks() > 1);
    }

    private void align(List<Layout.Member> table, Map<Integer, Integer> blanks) {
        int columns =
                table.stream().mapToInt(member -> member.columns().size()).max().orElse(0);
        for (int column = 0; column < columns; column++) {
            int number = column;
            List<Layout.Member> rows = table.stream()
                    .filter(member -> number < member.columns().size())
                    .toList();
            TreeSet<Integer> widths = new TreeSet<>();
            rows.forEach(row -> widths.add(width(row, number)));
            int far = rows.stream().anyMatch(row -> isType(row, number)) ? FAR_FOR_A_TYPE : FAR;
            for (Layout.Member row : rows) {
                int width = width(row, number);
                blanks.put(row.columns().get(number), among(widths, width, far) - width);
            }
        }
    }

    /** @return the widest of those that are near */
    static int among(TreeSet<Integer> widths, int width, int far) {
        int widest = width;
        for (Integer next = widths.higher(widest); next != null && next - widest <= far; next = widths.higher(widest)) {
            widest = next;
        }
        return widest;
    }

    private static int begin(Layout.Member row, int column) {
        return column == 0 ? row.layout().first() : row.columns().get(column - 1);
    }

    private boolean isType(Layout.Member row, int column) {
        return words.get(begin(row, column)).text().equals(":");
    }

    private int width(Layout.Member row, int column) {
        int begin = begin(row, column);
        return words.width(begin, row.columns().get(column) - 1) - words.blanks(begin);
    }
}
