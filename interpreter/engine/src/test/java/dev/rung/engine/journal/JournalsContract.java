package dev.rung.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rung.engine.journal.Journal.Stamped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What holds for journals wherever they are kept. */
interface JournalsContract {
    Journals journals();

    /** The lines of a journal as they are kept. */
    List<String> lines(String run);

    /** Tampers with a journal. */
    void replace(String run, List<String> lines);

    private String written() {
        try (Journal journal = journals().create("one")) {
            SampleEntries.ALL.forEach(journal::append);
        }
        return "one";
    }

    /** @return what is found wrong then */
    private List<Flaw> tampered(Consumer<List<String>> how) {
        String run = written();
        List<String> lines = new ArrayList<>(lines(run));
        how.accept(lines);
        replace(run, lines);
        return journals().verify(run).flaws();
    }

    @Test
    default void readsWhatItWrote() {
        Contents contents = journals().read(written());
        assertThat(contents.flaw()).isEmpty();
        assertThat(contents.entries()).extracting(Stamped::entry).containsExactlyElementsOf(SampleEntries.ALL);
    }

    @Test
    default void aLineIsJsonWithNumberTypeAndHashes() {
        assertThat(lines(written()).get(1))
                .startsWith("{\"n\":2,\"at\":\"")
                .contains("\"type\":\"decided\",\"choice\":\"a\",\"yes\":true,\"previous\":\"")
                .matches(".*,\"hash\":\"[0-9a-f]{64}\"}");
    }

    @Test
    default void goesOnWhereItWas() {
        String run = written();
        try (Journal journal = journals().open(run, Contents.NOTHING)) {
            assertThat(journal.entries()).hasSize(5);
            journal.append(new Entry.Decided("b", false));
            assertThat(journal.entries()).hasSize(6);
        }
        assertThat(journals().read(run).flaw()).isEmpty();
        assertThat(journals().read(run).entries()).hasSize(6);
        assertThat(journals().verify(run)).isEqualTo(new Verified(6, hashes(run), List.of()));
    }

    private List<String> hashes(String run) {
        return lines(run).stream()
                .map(line -> line.replaceAll(".*\"hash\":\"([0-9a-f]{64})\"}$", "$1"))
                .toList();
    }

    @Test
    default void readsOnlyWhatWasAddedSinceItWasRead() {
        String run = written();
        Contents before = journals().read(run);
        try (Journal journal = journals().open(run, before)) {
            journal.append(new Entry.Decided("b", false));
        }

        Contents after = journals().read(run, before);

        assertThat(after.entries()).hasSize(6).startsWith(before.entries().toArray(Stamped[]::new));
        assertThat(after).isEqualTo(journals().read(run));
        assertThat(after.entries().getFirst()).isSameAs(before.entries().getFirst());
    }

    @Test
    default void theEndsAreReadWithoutWhatIsBetween() {
        String run = written();
        Contents all = journals().read(run);
        assertThat(journals().ends(run))
                .contains(new Journals.Ends(
                        all.entries().getFirst(), all.entries().getLast(), 5, all.lastHash()));
        try (Journal journal = journals().create("empty")) {
            assertThat(journals().ends("empty")).isEmpty();
            assertThat(journal.entries()).isEmpty();
        }
    }

    @Test
    default void listsTheNewestFirst() {
        written();
        try (Journal journal = journals().create("another")) {
            journal.append(SampleEntries.ALL.getFirst());
        }
        assertThat(journals().runs()).containsExactly("another", "one");
        assertThat(journals().has("one")).isTrue();
        assertThat(journals().has("on")).isFalse();
    }

    @Test
    default void isNotMadeTwice() {
        String run = written();
        assertThatThrownBy(() -> journals().create(run)).isInstanceOf(JournalException.class);
    }

    @Test
    default void whatIsNotThereIsNotOpened() {
        assertThatThrownBy(() -> journals().open("never", Contents.NOTHING)).isInstanceOf(JournalException.class);
        assertThatThrownBy(() -> journals().read("never")).isInstanceOf(JournalException.class);
    }

    @Test
    default void aChangedLineIsFoundAndNothingIsWrittenBehindIt() {
        assertThat(tampered(lines -> lines.set(1, lines.get(1).replace("\"yes\":true", "\"yes\":false"))))
                .containsExactly(new Flaw.Changed(2));
        assertThat(journals().read("one").broken()).contains(new Flaw.Changed(2));
        assertThat(journals().read("one").entries()).hasSize(1);
        assertThatThrownBy(() -> journals().open("one", Contents.NOTHING))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("is broken: line 2 ");
    }

    @Test
    default void aChangedNumberIsAChangedLine() {
        assertThat(tampered(lines -> lines.set(1, lines.get(1).replace("\"n\":2", "\"n\":7"))))
                .containsExactly(new Flaw.Changed(2));
    }

    @Test
    default void missingLinesAreFound() {
        assertThat(tampered(lines -> lines.subList(1, 3).clear())).containsExactly(new Flaw.Missing(2, 2, 3));
        assertThat(journals().read("one").broken()).contains(new Flaw.Missing(2, 2, 3));
    }

    @Test
    default void theFirstLineIsMissedToo() {
        assertThat(tampered(List::removeFirst)).containsExactly(new Flaw.Missing(1, 1, 1));
    }

    @Test
    default void reorderedLinesAreFound() {
        assertThat(tampered(lines -> Collections.swap(lines, 1, 2))).containsExactly(new Flaw.Reordered(3, 2));
        assertThat(journals().read("one").broken()).isPresent();
    }

    @Test
    default void aLineThatStandsTwiceIsFound() {
        assertThat(tampered(lines -> lines.add(3, lines.get(2)))).containsExactly(new Flaw.Twice(4, 3));
    }

    @Test
    default void whatIsNoLineIsFound() {
        assertThat(tampered(lines -> lines.set(2, "nothing that a journal holds")))
                .containsExactly(new Flaw.Foreign(3));
    }

    @Test
    default void aLineOfAnotherJournalIsFound() {
        try (Journal other = journals().create("other")) {
            SampleEntries.ALL.reversed().forEach(other::append);
        }
        List<String> others = lines("other");
        assertThat(tampered(lines -> lines.set(2, others.get(2)))).contains(new Flaw.Unlinked(3));
    }

    @Test
    default void eachOfSeveralFlawsIsFound() {
        assertThat(tampered(lines -> {
                    lines.set(0, lines.get(0).replace("Ledger", "Legder"));
                    lines.remove(2);
                    lines.set(3, lines.get(3).replace("upgraded", "refused"));
                }))
                .containsExactly(new Flaw.Changed(1), new Flaw.Missing(3, 3, 3), new Flaw.Changed(4));
    }

    @Test
    default void aNewerFormatIsNamedAndNothingOfItIsRead() {
        String run = "newer";
        try (Journal journal = journals().create(run)) {
            journal.append(SampleEntries.began(JournalFile.FORMAT + 1));
            journal.append(new Entry.Decided("a", true));
        }
        assertThat(journals().read(run).broken()).contains(new Flaw.Newer(JournalFile.FORMAT + 1, "rung 1"));
        assertThat(journals().read(run).entries()).isEmpty();
        assertThat(journals().ends(run)).isEmpty();
        assertThat(journals().verify(run).isBroken()).isFalse();
        assertThat(journals().verify(run).lines()).isEqualTo(2);
    }

    @Test
    default void itsPlaceIsInItsLocation() {
        assertThat(journals().location("one"))
                .contains("one")
                .contains(journals().place());
    }
}
