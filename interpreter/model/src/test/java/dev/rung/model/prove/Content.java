package dev.rung.model.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a part of the data really holds.
 *
 * @param release the form of which release it is in; that which it had last, if it is none
 * @param rows the transactions in it
 * @param marks what deeds have left in it, oldest first
 */
record Content(Form form, int release, Rows rows, List<Mark> marks) {
    static final Content ORIGIN = new Content(Form.WHOLE, 0, Rows.NONE, List.of());

    enum Form {
        WHOLE,
        /** Between two releases, or in the middle of a deed. */
        HALF,
        /** Nobody can read it any more. */
        RUBBISH,
        /** It can be read, and whoever asks is told that all is well; but what stands in it is wrong. */
        WRONG
    }

    /**
     * What a deed has left.
     *
     * @param through whether it was done through the running older service, which can live with it
     * @param before the release to whose form its undoing leads
     * @param from the oldest release that can live with it
     * @param overtaken whether newer code has started over it since
     */
    record Mark(String deed, boolean through, int before, int from, boolean overtaken) {
        Mark overtake() {
            return new Mark(deed, through, before, from, true);
        }

        Mark asBefore() {
            return new Mark(deed, through, before, from, false);
        }
    }

    Content {
        marks = List.copyOf(marks);
    }

    /** Whole, in the form of a release. */
    Content of(int next) {
        return isLost() ? this : new Content(Form.WHOLE, next, rows, marks);
    }

    Content in(Form next) {
        return isLost() ? this : new Content(next, release, rows, marks);
    }

    boolean isLost() {
        return form == Form.RUBBISH || form == Form.WRONG;
    }

    Content with(int row) {
        return new Content(form, release, rows.with(row), marks);
    }

    Content withMark(Mark mark) {
        if (mark(mark.deed()) != null) {
            return this;
        }
        List<Mark> more = new ArrayList<>(marks);
        more.add(mark);
        return new Content(form, release, rows, more);
    }

    Content withoutMark(String deed) {
        return new Content(
                form,
                release,
                rows,
                marks.stream().filter(mark -> !mark.deed().equals(deed)).toList());
    }

    Content withMarks(UnaryOperator<Mark> change) {
        return new Content(form, release, rows, marks.stream().map(change).toList());
    }

    /** The mark of this deed, or null. */
    Mark mark(String deed) {
        return marks.stream()
                .filter(mark -> mark.deed().equals(deed))
                .findFirst()
                .orElse(null);
    }

    /** Whether it is half only as a deed is done to data in the form of this release. */
    boolean workedOnAs(int newer) {
        return form == Form.HALF && !marks.isEmpty() && marks.getLast().before() == newer;
    }

    /**
     * Whether code of this release can work with it.
     *
     * @param migrates whether newer code brings it into its own form
     */
    boolean suits(int code, boolean migrates) {
        boolean whole = form == Form.WHOLE
                && (release == code || release < code && !migrates)
                && marks.stream().allMatch(mark -> mark.through() || mark.from() <= code);
        return form == Form.WRONG || whole;
    }
}
