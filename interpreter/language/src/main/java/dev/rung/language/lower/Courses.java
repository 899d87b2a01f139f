package dev.rung.language.lower;

import dev.rung.model.plan.Item;
import dev.rung.model.plan.PossibleRuns;
import dev.rung.model.plan.PossibleRuns.Course;
import dev.rung.model.plan.PossibleRuns.HopClass;
import dev.rung.model.plan.PossibleRuns.Outside;
import dev.rung.model.plan.PossibleRuns.Section;
import dev.rung.model.plan.Shape;
import dev.rung.model.state.Layout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Lays runs over each other: those that look the same outside of hops become one course. */
final class Courses {
    private final Layout layout;
    private final Map<Shape, List<Object>> courses = new LinkedHashMap<>();

    /** @param layout the parts as they are outside of all hops */
    Courses(Layout layout) {
        this.layout = layout;
    }

    /** @param items of a whole run */
    void add(List<Item> items) {
        List<Object> sections = courses.computeIfAbsent(Shape.of(items), shape -> sections(items));
        List<Ways> ways = new ArrayList<>();
        for (Object section : sections) {
            if (section instanceof Ways way) {
                ways.add(way);
            }
        }
        int at = 0;
        for (Item item : items) {
            if (item instanceof Item.Ladder ladder) {
                ways.get(at++).add(ladder.hops());
            }
        }
    }

    /** A {@link Section} that is complete, or {@link Ways} that grow. */
    private static List<Object> sections(List<Item> items) {
        List<Object> sections = new ArrayList<>();
        List<Item> outside = new ArrayList<>();
        for (Item item : items) {
            if (item instanceof Item.Ladder ladder) {
                if (!outside.isEmpty()) {
                    sections.add(new Outside(outside));
                    outside.clear();
                }
                sections.add(new Ways(ladder.system()));
            } else {
                outside.add(item);
            }
        }
        if (!outside.isEmpty()) {
            sections.add(new Outside(outside));
        }
        return sections;
    }

    List<Course> courses() {
        return courses.values().stream()
                .map(sections -> new Course(
                        layout,
                        sections.stream()
                                .map(section -> section instanceof Ways ways ? ways.climb() : (Section) section)
                                .toList()))
                .toList();
    }

    /** The ways over one ladder. */
    private static final class Ways {
        private final String system;
        private final Map<Item.Hop, Integer> indices = new LinkedHashMap<>();
        private final Map<Shape, Integer> byShape = new LinkedHashMap<>();
        private final List<Item.Hop> like = new ArrayList<>();
        private final List<Set<String>> hops = new ArrayList<>();
        private final SortedSet<Integer> first = new TreeSet<>();
        private final List<SortedSet<Integer>> next = new ArrayList<>();
        private final SortedSet<Integer> last = new TreeSet<>();
        private boolean mayBeSkipped;

        Ways(String system) {
            this.system = system;
        }

        void add(List<Item.Hop> way) {
            if (way.isEmpty()) {
                mayBeSkipped = true;
                return;
            }
            int at = index(way.getFirst());
            first.add(at);
            for (Item.Hop hop : way.subList(1, way.size())) {
                int then = index(hop);
                next.get(at).add(then);
                at = then;
            }
            last.add(at);
        }

        private int index(Item.Hop hop) {
            return indices.computeIfAbsent(hop, is -> {
                int index = byShape.computeIfAbsent(Shape.of(hop), shape -> like.size());
                if (index == like.size()) {
                    like.add(hop);
                    hops.add(new LinkedHashSet<>());
                    next.add(new TreeSet<>());
                }
                hops.get(index).add(hop.words());
                return index;
            });
        }

        PossibleRuns.Climb climb() {
            List<HopClass> classes = new ArrayList<>();
            for (int i = 0; i < like.size(); i++) {
                classes.add(new HopClass(like.get(i), List.copyOf(hops.get(i))));
            }
            return new PossibleRuns.Climb(system, classes, first, next, last, mayBeSkipped);
        }
    }
}
