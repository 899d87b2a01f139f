package dev.rung.language.format;

import java.util.ArrayList;
import java.util.List;

/** Places of one kind where a line may be broken. Breaks that were written there stay. */
final class Group {
    /** What happens to its other places where there is a break at one, and where a line is too long. */
    enum Kind {
        /** All that stands in braces: each has a line of its own, or all are on one. */
        BLOCK,
        /** Nothing; where a line is too long, all are broken: clauses, operands, arguments. */
        EACH,
        /** Nothing; where a line is too long, each line takes as much as it can: lists. */
        FILL
    }

    private final Kind kind;
    private final int depth;
    private final int block;
    private final List<Integer> places = new ArrayList<>();
    private boolean filling;
    private boolean wanted;

    /** @param depth how many groups are around it @param block the number of the innermost block around it, or -1 */
    Group(Kind kind, int depth, int block) {
        this.kind = kind;
        this.depth = depth;
        this.block = block;
    }

    Kind kind() {
        return kind;
    }

    int depth() {
        return depth;
    }

    int block() {
        return block;
    }

    /** Words, by their numbers, in front of which a line may be broken. */
    List<Integer> places() {
        return places;
    }

    void add(int word) {
        places.add(word);
    }

    /** That there is no way to have it in one line. */
    void want() {
        wanted = true;
    }

    boolean wanted() {
        return wanted;
    }

    /** Whether each of its lines takes as much as it can. */
    boolean filling() {
        return filling;
    }

    void fill() {
        filling = true;
    }
}
