package dev.rung.driver.config;

import java.util.List;
import java.util.Optional;

/** A piece of a file whose keys lie within each other, with the place of its bytes. */
public sealed interface Node {
    int from();

    /** Behind its last byte. */
    int to();

    /**
     * @param isText whether it is one, and not a number, a truth or nothing
     * @param why it cannot be edited; empty if it can
     */
    record Scalar(String value, boolean isText, int from, int to, Optional<String> why) implements Node {
        public Scalar from(int other) {
            return new Scalar(value, isText, other, to, why);
        }
    }

    /**
     * Keys with their values.
     *
     * @param inline whether it stands in braces
     * @param why it cannot be edited; empty if it can
     */
    record Group(List<Member> members, boolean inline, int from, int to, Optional<String> why) implements Node {
        public Group {
            members = List.copyOf(members);
        }

        public List<Member> named(String name) {
            return members.stream().filter(member -> member.name().equals(name)).toList();
        }
    }

    /** @param what it is, behind "is": {@code a list} */
    record Other(String what, List<Node> items, int from, int to) implements Node {
        public Other {
            items = List.copyOf(items);
        }
    }

    /** @param start of its name's bytes; {@code end} behind them */
    record Member(String name, int start, int end, Node value) {}
}
