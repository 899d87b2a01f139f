package dev.rung.driver.config;

import dev.rung.driver.config.Node.Group;
import dev.rung.driver.config.Node.Member;
import dev.rung.driver.config.Node.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A file whose keys lie within each other; a key is a path of names with dots between. A name may have dots itself, as long
 * as that leaves one way to read the path.
 *
 * @param root empty if there is nothing in the file
 */
public record Tree(String text, Optional<Node> root) implements Format.Keys {
    /** Keys that are taken from elsewhere. */
    private static final String MERGED = "<<";

    /** Where a scalar is: the groups around it with the members that lead there, the outermost first. */
    public record Hit(List<Group> groups, List<Member> members) {
        public Hit {
            groups = List.copyOf(groups);
            members = List.copyOf(members);
        }

        Hit through(Group group, Member member) {
            List<Group> more = new ArrayList<>(groups);
            more.add(group);
            List<Member> longer = new ArrayList<>(members);
            longer.add(member);
            return new Hit(more, longer);
        }

        public Group group() {
            return groups.getLast();
        }

        public Member member() {
            return members.getLast();
        }
    }

    /** Where a key would be put: into this group, with these names within each other. */
    public record Spot(Group group, List<String> names) {
        public Spot {
            names = List.copyOf(names);
        }
    }

    /** @throws Malformed if it stands twice, or is no scalar */
    public Optional<Hit> hit(String key) throws Malformed {
        if (root.isEmpty()) {
            return Optional.empty();
        }
        List<Hit> hits = new ArrayList<>();
        collect(key, names(key), root.get(), new Hit(List.of(), List.of()), hits);
        if (hits.size() > 1) {
            throw Malformed.twice(
                    key,
                    text,
                    hits.get(0).member().start(),
                    hits.get(1).member().start());
        }
        return hits.stream().findFirst();
    }

    @Override
    public Optional<Format.Found> find(String key) throws Malformed {
        Optional<Hit> hit = hit(key);
        if (hit.isEmpty()) {
            return Optional.empty();
        }
        Scalar scalar = (Scalar) hit.get().member().value();
        return Optional.of(new Format.Found(scalar.value(), scalar.from(), scalar.to()));
    }

    /** One that may be edited. */
    public Optional<Hit> editable(String key) throws Malformed {
        Optional<Hit> hit = hit(key);
        if (hit.isPresent()) {
            mayChange(key, hit.get().groups());
            Scalar scalar = (Scalar) hit.get().member().value();
            if (scalar.why().isPresent()) {
                throw cannot(key, scalar.why().get(), scalar.from());
            }
        }
        return hit;
    }

    /** @throws Malformed if something else stands on the way */
    public Spot spot(String key) throws Malformed {
        List<String> names = names(key);
        if (!(root.orElseThrow() instanceof Group top)) {
            throw new Malformed("what stands in it has no keys");
        }
        Group group = top;
        List<Group> groups = new ArrayList<>(List.of(top));
        while (names.size() > 1) {
            List<Member> next = group.named(names.getFirst());
            if (next.isEmpty()) {
                break;
            }
            group = (Group) next.getFirst().value();
            groups.add(group);
            names = names.subList(1, names.size());
        }
        mayChange(key, groups);
        return new Spot(group, names);
    }

    private void mayChange(String key, List<Group> groups) throws Malformed {
        for (Group group : groups) {
            if (group.why().isPresent()) {
                throw cannot(key, group.why().get(), group.from());
            }
        }
    }

    private Malformed cannot(String key, String why, int position) {
        return new Malformed(
                "the key `" + key + "` cannot be edited: line " + Malformed.line(text, position) + " " + why);
    }

    private static List<String> names(String key) throws Malformed {
        List<String> names = List.of(key.split("\\.", -1));
        if (names.stream().anyMatch(String::isBlank)) {
            throw new Malformed("`" + key + "` is no path of names with dots between");
        }
        return names;
    }

    private void collect(String key, List<String> names, Node node, Hit way, List<Hit> hits) throws Malformed {
        if (!(node instanceof Group group)) {
            throw new Malformed(
                    way.members().isEmpty()
                            ? "what stands in it has no keys"
                            : "`" + way.member().name() + "` in line "
                                    + Malformed.line(text, way.member().start()) + " has no keys, so there is no `"
                                    + key + "`");
        }
        int before = hits.size();
        for (int many = 1; many <= names.size(); many++) {
            for (Member member : group.named(String.join(".", names.subList(0, many)))) {
                Hit further = way.through(group, member);
                if (many < names.size()) {
                    collect(key, names.subList(many, names.size()), member.value(), further, hits);
                } else if (member.value() instanceof Scalar) {
                    hits.add(further);
                } else {
                    String what = member.value() instanceof Node.Other other ? other.what() : "a group of keys";
                    throw new Malformed("`" + key + "` in line " + Malformed.line(text, member.start()) + " is " + what
                            + ", and no single value");
                }
            }
        }
        if (hits.size() == before && !group.named(MERGED).isEmpty()) {
            throw new Malformed("the keys around `" + key + "` take others from elsewhere (`<<`, in line "
                    + Malformed.line(text, group.named(MERGED).getFirst().start()) + "), so it is not known");
        }
    }

    /** What all scalars say, by their paths. */
    @Override
    public SortedMap<String, List<String>> all() {
        SortedMap<String, List<String>> all = new TreeMap<>();
        root.ifPresent(node -> all("", node, all));
        return all;
    }

    private void all(String path, Node node, SortedMap<String, List<String>> all) {
        switch (node) {
            case Scalar scalar ->
                all.computeIfAbsent(path, key -> new ArrayList<>()).add(scalar.value());
            case Group group ->
                group.members()
                        .forEach(member ->
                                all(path.isEmpty() ? member.name() : path + "." + member.name(), member.value(), all));
            case Node.Other(String what, List<Node> items, int from, int to) -> {
                List<String> said = all.computeIfAbsent(path, key -> new ArrayList<>());
                said.add(items.isEmpty() ? text.substring(from, to) : what);
                for (int i = 0; i < items.size(); i++) {
                    all(path + "[" + i + "]", items.get(i), all);
                }
            }
        }
    }

    /** The text without a member of a group in braces. */
    public String withoutInBraces(Hit hit) {
        List<Member> members = hit.group().members();
        int at = members.indexOf(hit.member());
        int from = at > 0 ? members.get(at - 1).value().to() : hit.group().from() + 1;
        int to = hit.member().value().to();
        if (at < members.size() - 1) {
            from = hit.member().start();
            to = members.get(at + 1).start();
        }
        return text.substring(0, from) + text.substring(to);
    }

    /** The text with a member more in a group in braces. */
    public String withInBraces(Group group, String member) {
        if (group.members().isEmpty()) {
            return put(group.from() + 1, member);
        }
        List<Member> members = group.members();
        int last = members.getLast().start();
        int before = members.size() == 1
                ? group.from() + 1
                : text.indexOf(',', members.get(members.size() - 2).value().to()) + 1;
        String blanks = text.substring(before, last);
        String between = blanks.isBlank() && !blanks.isEmpty() || members.size() > 1 ? blanks : " ";
        return put(members.getLast().value().to(), "," + (between.isBlank() ? between : " ") + member);
    }

    public String put(int position, String piece) {
        return text.substring(0, position) + piece + text.substring(position);
    }

    public String with(Scalar scalar, String bytes) {
        return text.substring(0, scalar.from()) + bytes + text.substring(scalar.to());
    }
}
