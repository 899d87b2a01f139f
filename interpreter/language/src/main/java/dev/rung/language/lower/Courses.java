package dev.rung.language.lower;

import dev.rung.language.lower.LowerFinding.NoPath;
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
        private final Map<Map<String, Version>, Map<Way, Integer>> laid = new HashMap<>();
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

        /**
         * Up to where it meets one that was laid before, or to where a ladder within a hop has no way.
         *
         * @param line that of the release which it begins from
         * @param within what is installed of the systems whose ladders stand within its hops
         * @return what has none, if anything has not
         */
        Optional<NoPath> lay(Optional<Way> way, Version line, Map<String, Version> within, HopForms forms) {
            mayBeSkipped |= way.isEmpty();
            Optional<Integer> before = Optional.empty();
            Version from = line;
            Map<String, Version> inner = within;
            for (Optional<Way> at = way; at.isPresent(); at = at.get().then()) {
                Way here = at.get();
                Map<Way, Integer> alike = laid.computeIfAbsent(inner, is -> new IdentityHashMap<>());
                Integer known = before.isEmpty() ? null : alike.get(here);
                if (known != null) {
                    before.map(next::get).orElse(first).add(known);
                    return Optional.empty();
                }
                HopForms.Form form = forms.like(
                        here.leg(), from, before.isEmpty(), here.then().isEmpty(), inner);
                if (form.closed().isPresent()) {
                    return form.closed();
                }
                int index = index(here, form.like());
                before.map(next::get).orElse(first).add(index);
                if (before.isPresent()) {
                    alike.put(here, index);
                }
                inner = form.after();
                before = Optional.of(index);
                from = here.leg().to().line();
            }
            before.ifPresent(last::add);
            return Optional.empty();
        }

        private int index(Way way, Item.Hop hop) {
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
