package dev.rung.model.prove;

import java.util.BitSet;

/** The numbers of transactions. A value: nothing changes one that somebody holds. */
final class Rows {
    static final Rows NONE = new Rows(new BitSet());

    private final BitSet numbers;

    private Rows(BitSet numbers) {
        this.numbers = numbers;
    }

    Rows with(int number) {
        BitSet more = copy();
        more.set(number);
        return new Rows(more);
    }

    Rows with(Rows others) {
        BitSet more = copy();
        more.or(others.numbers);
        return new Rows(more);
    }

    Rows without(Rows others) {
        BitSet fewer = copy();
        fewer.andNot(others.numbers);
        return new Rows(fewer);
    }

    Rows in(Rows others) {
        BitSet both = copy();
        both.and(others.numbers);
        return new Rows(both);
    }

    boolean isEmpty() {
        return numbers.isEmpty();
    }

    private BitSet copy() {
        return (BitSet) numbers.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rows rows && numbers.equals(rows.numbers);
    }

    @Override
    public int hashCode() {
        return numbers.hashCode();
    }

    @Override
    public String toString() {
        return numbers.toString();
    }
}
