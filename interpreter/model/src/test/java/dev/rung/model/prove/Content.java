package dev.rung.model.prove;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What a part of the data really holds.
 *
 * @param rows the numbers of the transactions in it
 * @param marks what deeds have left in it, oldest first
 */
record Content(Form form, Set<Integer> rows, List<Mark> marks) {
    static final Content ORIGIN = new Content(Form.OLD, Set.of(), List.of());

    enum Form {
        OLD,
        HALF,
        NEW,
        /** Nobody can read it any more. */
        RUBBISH,
        /** It can be read, and whoever asks is told that all is well; but what stands in it is wrong. */
        WRONG
    }

    /**
     * @param through whether it was done through the running older service, which can live with it
     * @param before the form that its undoing leads to
     * @param overtaken whether newer code has started over it since
     */
    record Mark(String deed, boolean through, Form before, boolean overtaken) {
        Mark overtake() {
            return new Mark(deed, through, before, true);
        }
    }

    Content {
        rows = Set.copyOf(rows);
        marks = List.copyOf(marks);
    }

    Content in(Form next) {
        return isLost() ? this : new Content(next, rows, marks);
    }

    boolean isLost() {
        return form == Form.RUBBISH || form == Form.WRONG;
    }

    Content with(int row) {
        Set<Integer> more = new HashSet<>(rows);
        more.add(row);
        return new Content(form, more, marks);
    }

    Content withMark(Mark mark) {
        if (mark(mark.deed()) != null) {
            return this;
        }
        List<Mark> more = new ArrayList<>(marks);
        more.add(mark);
        return new Content(form, rows, more);
    }

    Content withoutMark(String deed) {
        return new Content(
                form,
                rows,
                marks.stream().filter(mark -> !mark.deed().equals(deed)).toList());
    }

    Content withMarks(UnaryOperator<Mark> change) {
        return new Content(form, rows, marks.stream().map(change).toList());
    }

    /** The mark of this deed, or null. */
    Mark mark(String deed) {
        return marks.stream()
                .filter(mark -> mark.deed().equals(deed))
                .findFirst()
                .orElse(null);
    }

    /** Whether it is half only as a deed is done to data in the new form. */
    boolean workedOn() {
        return form == Form.HALF && !marks.isEmpty() && marks.getLast().before() == Form.NEW;
    }

    /** Whether code of the older release can work with it. */
    boolean suitsOld() {
        return form == Form.WRONG || form == Form.OLD && marks.stream().allMatch(Mark::through);
    }

    boolean suitsNew(boolean migrated) {
        return form == Form.WRONG || form == Form.NEW || form == Form.OLD && !migrated;
    }
}
