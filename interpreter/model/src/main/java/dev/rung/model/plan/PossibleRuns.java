package dev.rung.model.plan;

import dev.rung.model.state.Layout;
import dev.rung.model.version.Version;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * All that a runbook may have to do, whatever is installed.
 *
 * @param starts how many listed releases its bounds let it begin from
 * @param courses what these runs look like; several only where they differ outside of hops
 * @param deadEnds where it lets one begin and finds no path: no run comes of that, so no course has it
 */
public record PossibleRuns(int starts, List<Course> courses, List<DeadEnd> deadEnds) {
    public PossibleRuns {
        courses = List.copyOf(courses);
        deadEnds = List.copyOf(deadEnds);
    }

    /** @param why one sentence without a full stop */
    public record DeadEnd(String system, Version version, String why) {}

    /**
     * All runs that look the same outside of hops.
     *
     * @param layout the parts as they are outside of all hops: no artifact changes there
     * @param sections in the order in which they are carried out; no two of what is outside are neighbours
     */
    public record Course(Layout layout, List<Section> sections) {
        public Course {
            sections = List.copyOf(sections);
        }
    }

    /** A part of a course. */
    public sealed interface Section permits Outside, Climb {}

    /** Statements and choices outside of hops, at least one. @param items no ladder among them */
    public record Outside(List<Item> items) implements Section {
        public Outside {
            items = List.copyOf(items);
        }
    }

    /**
     * One ladder, with the ways of all runs over it laid over each other: whatever way one of them takes is a way through
     * here, and a way through here is made of pieces of theirs.
     *
     * @param classes each hop of a run is in one of them; what follows are indices into these
     * @param first with which a run may begin
     * @param next for each of them, which may follow it
     * @param last with which a run may end
     * @param mayBeSkipped whether a run has no hop here, since its target is installed already
     */
    public record Climb(
            String system,
            List<HopClass> classes,
            SortedSet<Integer> first,
            List<SortedSet<Integer>> next,
            SortedSet<Integer> last,
            boolean mayBeSkipped)
            implements Section {
        public Climb {
            classes = List.copyOf(classes);
            first = fixed(first);
            next = next.stream().map(PossibleRuns::fixed).toList();
            last = fixed(last);
            if (next.size() != classes.size()) {
                throw new IllegalArgumentException(next.size() + " for " + classes.size() + " classes");
            }
        }

        /** The same, for runs that have at least one hop here. */
        public Climb notSkipped() {
            return new Climb(system, classes, first, next, last, false);
        }
    }

    /**
     * Hops that look the same to all effects, and so to any walk through them.
     *
     * @param like one of them; the texts and versions in it are its own
     * @param hops all of them in the words of a plan, {@code 1.8.2 → 1.9.4}, each once and at least one
     * @see Shape
     */
    public record HopClass(Item.Hop like, List<String> hops) {
        public HopClass {
            hops = List.copyOf(hops);
        }
    }

    private static SortedSet<Integer> fixed(SortedSet<Integer> indices) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(indices));
    }

    /** The one run that a plan is, each of its hops a class of its own. */
    public static PossibleRuns of(Plan plan) {
        List<Section> sections = new ArrayList<>();
        List<Item> outside = new ArrayList<>();
        for (Item item : plan.items()) {
            if (item instanceof Item.Ladder ladder) {
                addOutside(outside, sections);
                sections.add(climb(ladder));
            } else {
                outside.add(item);
            }
        }
        addOutside(outside, sections);
        return new PossibleRuns(1, List.of(new Course(plan.layout(), sections)), List.of());
    }

    private static void addOutside(List<Item> outside, List<Section> sections) {
        if (!outside.isEmpty()) {
            sections.add(new Outside(outside));
            outside.clear();
        }
    }

    /** The one way over a ladder that a plan knows, each of its hops a class of its own. */
    public static Climb climb(Item.Ladder ladder) {
        int hops = ladder.hops().size();
        List<SortedSet<Integer>> next = new ArrayList<>();
        for (int hop = 1; hop <= hops; hop++) {
            next.add(hop < hops ? only(hop) : new TreeSet<>());
        }
        return new Climb(
                ladder.system(),
                ladder.hops().stream()
                        .map(hop -> new HopClass(hop, List.of(hop.words())))
                        .toList(),
                hops == 0 ? new TreeSet<>() : only(0),
                next,
                hops == 0 ? new TreeSet<>() : only(hops - 1),
                hops == 0);
    }

    private static SortedSet<Integer> only(int index) {
        return new TreeSet<>(List.of(index));
    }
}
