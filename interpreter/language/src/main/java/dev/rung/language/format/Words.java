package dev.rung.language.format;

import dev.rung.language.syntax.Phrase;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All words of a text by their numbers, and what their places say about the blanks and breaks in front of them. */
final class Words {
    private static final int OUTSIDE = -1;

    private final List<Phrase.Word> words = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();
    private final List<Integer> blanks = new ArrayList<>();
    private final List<Integer> blocksAround = new ArrayList<>();
    private final Map<Integer, Group> groups = new HashMap<>();
    private final Map<Integer, Integer> closers = new HashMap<>();
    private final List<Group> blocks = new ArrayList<>();
    private final BitSet wanted = new BitSet();
    private final List<Group> all = new ArrayList<>();

    Words() {
        widths.add(0);
    }

    /** @param blanks in front of it, where no line is broken there @param block the innermost block around it, or -1 */
    void add(Phrase.Word word, int blanks, int block) {
        words.add(word);
        this.blanks.add(blanks);
        blocksAround.add(block);
        widths.add(widths.getLast() + blanks + Width.ofFirstLine(word.text()));
        if (Width.hasLines(word.text()) && block != OUTSIDE) {
            want(blocks.get(block));
        }
    }

    int count() {
        return words.size();
    }

    Phrase.Word get(int word) {
        return words.get(word);
    }

    int blanks(int word) {
        return blanks.get(word);
    }

    /** How much room words take in one line, with the blanks in front of the first. */
    int width(int first, int last) {
        return widths.get(last + 1) - widths.get(first);
    }

    /** A line may be broken in front of this word. */
    void place(Group group, int word) {
        group.add(word);
        groups.put(word, group);
    }

    /** A group of its own. */
    Group group(Group.Kind kind, int depth, int block) {
        Group group = new Group(kind, depth, block);
        all.add(group);
        return group;
    }

    List<Group> groups() {
        return all;
    }

    Optional<Group> group(int word) {
        return Optional.ofNullable(groups.get(word));
    }

    /** Where a line begins with the first of these words, another one does with the second. */
    void pair(int first, int close) {
        closers.put(first, close);
    }

    Optional<Integer> closer(int word) {
        return Optional.ofNullable(closers.get(word));
    }

    /** @return the block's number */
    int addBlock(Group group) {
        blocks.add(group);
        return blocks.size() - 1;
    }

    /** The innermost block around a break in front of a word. */
    Optional<Group> blockAround(int word) {
        Group group = groups.get(word);
        int block = group != null && group.kind() == Group.Kind.BLOCK ? group.block() : blocksAround.get(word);
        return block == OUTSIDE ? Optional.empty() : Optional.of(blocks.get(block));
    }

    /** A line has to begin with this word. */
    void want(int word) {
        wanted.set(word);
    }

    /** A group whose places all have to be broken. */
    void want(Group group) {
        group.want();
    }

    BitSet wanted() {
        return wanted;
    }
}
