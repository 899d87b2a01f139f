package dev.rung.language.format;

import java.util.List;

/** How phrases are laid out; words by their numbers in the text. */
sealed interface Layout {
    /** The number of its first word. */
    int first();

    record Leaf(int first) implements Layout {}

    /** Parts side by side. */
    record Row(List<Step> steps) implements Layout {
        public Row {
            steps = List.copyOf(steps);
        }

        @Override
        public int first() {
            return steps.getFirst().layout().first();
        }
    }

    /** @param clause whether a line that it begins is that of a clause, and not just one that goes on */
    record Step(Layout layout, boolean clause) {}

    /** What stands in parentheses or brackets. @param items each with its comma */
    record Bracket(int first, List<Layout> items, int close) implements Layout {
        public Bracket {
            items = List.copyOf(items);
        }
    }

    /** What stands in braces. */
    record Block(int first, List<Member> members, int close) implements Layout {
        public Block {
            members = List.copyOf(members);
        }
    }

    /**
     * @param table members of one table, one after the other, have columns; empty if it is in none
     * @param columns the words that its columns begin with, without the first
     */
    record Member(Layout layout, String table, List<Integer> columns) {
        public Member {
            columns = List.copyOf(columns);
        }
    }
}
