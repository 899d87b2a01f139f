package dev.rung.language.lower;

import dev.rung.model.plan.Item;
import dev.rung.model.plan.PossibleRuns.Climb;
import dev.rung.model.plan.PossibleRuns.Course;
import dev.rung.model.plan.PossibleRuns.HopClass;
import dev.rung.model.plan.PossibleRuns.Outside;
import dev.rung.model.plan.PossibleRuns.Section;
import dev.rung.model.plan.Shape;
import dev.rung.model.state.Layout;
import dev.rung.model.version.Version;
import dev.rung.model.version.Way;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Lays runs over each other: those that look the same outside of hops become one course. */
final class Courses {
    private final Layout layout;
    private final Map<List<Object>, List<Stretch>> courses = new LinkedHashMap<>();

    /** @param layout the parts as they are outside of all hops */
    Courses(Layout layout) {
        this.layout = layout;
    }

    /** A part of a course that is still being made. */
    sealed interface Stretch {
        /** What tells it from others in its place. */
        Object look();

        Section section();

        /** Statements outside of hops. */
        record Level(List<Item> items) implements Stretch {
            @Override
            public Object look() {
                return Shape.of(items);
            }

            @Override
            public Section section() {
                return new Outside(items);
            }
        }
    }

    /** The course that looks like this one: this one itself, if it is the first. */
    List<Stretch> like(List<Stretch> course) {
        return courses.computeIfAbsent(course.stream().map(Stretch::look).toList(), looks -> course);
    }

    List<Course> courses() {
        return courses.values().stream()
                .map(course ->
                        new Course(layout, course.stream().map(Stretch::section).toList()))
                .toList();
    }

    /** The ways over one ladder. */
    static final class Ways implements Stretch {
        private final String system;
        private final Map<Way, Integer> laid = new IdentityHashMap<>();
        private final Map<Item.Hop, Integer> indices = new IdentityHashMap<>();
        private final Map<Shape, Integer> byShape = new HashMap<>();
        private final List<Item.Hop> like = new ArrayList<>();
        private final List<Set<String>> hops = new ArrayList<>();
        private final SortedSet<Integer> first = new TreeSet<>();
        private final List<SortedSet<Integer>> next = new ArrayList<>();
        private final SortedSet<Integer> last = new TreeSet<>();
        private boolean mayBeSkipped;

        Ways(String system) {
            this.system = system;
        }

        @Override
        public Object look() {
            return system;
        }

        /** Up to where it meets one that was laid before. @param line that of the release which it begins from */
        void lay(Optional<Way> way, Version line, HopForms forms) {
            mayBeSkipped |= way.isEmpty();
            Optional<Integer> before = Optional.empty();
            Version from = line;
            for (Optional<Way> at = way; at.isPresent(); at = at.get().then()) {
                Way here = at.get();
                Integer known = before.isEmpty() ? null : laid.get(here);
                int index = known == null ? index(here, from, before.isEmpty(), forms) : known;
                before.map(next::get).orElse(first).add(index);
                if (known != null) {
                    return;
                }
                if (before.isPresent()) {
                    laid.put(here, index);
                }
                before = Optional.of(index);
                from = here.leg().to().line();
            }
            before.ifPresent(last::add);
        }

        private int index(Way way, Version line, boolean isFirst, HopForms forms) {
            Item.Hop hop = forms.like(way.leg(), line, isFirst, way.then().isEmpty());
            int index = indices.computeIfAbsent(hop, this::index);
            hops.get(index).add(way.leg().toString());
            return index;
        }

        private int index(Item.Hop hop) {
            int index = byShape.computeIfAbsent(Shape.of(hop), shape -> like.size());
            if (index == like.size()) {
                like.add(hop);
                hops.add(new LinkedHashSet<>());
                next.add(new TreeSet<>());
            }
            return index;
        }

        @Override
        public Section section() {
            List<HopClass> classes = new ArrayList<>();
            for (int i = 0; i < like.size(); i++) {
                classes.add(new HopClass(like.get(i), List.copyOf(hops.get(i))));
            }
            return new Climb(system, classes, first, next, last, mayBeSkipped);
        }
    }
}
