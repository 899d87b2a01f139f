package dev.rung.driver.yaml;

import dev.rung.driver.config.Format;
import dev.rung.driver.config.Lines;
import dev.rung.driver.config.Malformed;
import dev.rung.driver.config.Node;
import dev.rung.driver.config.Node.Group;
import dev.rung.driver.config.Node.Member;
import dev.rung.driver.config.Node.Scalar;
import dev.rung.driver.config.Tree;
import dev.rung.model.expression.Value;
import java.util.List;
import java.util.Optional;

/** A YAML file of one document. What others may stand for (anchors), or is a block of lines, is read and not edited. */
record YamlText(Tree tree) implements Format.Document {
    private static final String STEP = "  ";

    static YamlText read(String text) throws Malformed {
        return new YamlText(new YamlReader(text).tree());
    }

    @Override
    public Format.Keys keys() {
        return tree;
    }

    @Override
    public String with(String key, Value value) throws Malformed {
        Optional<Tree.Hit> hit = tree.editable(key);
        if (hit.isPresent()) {
            Scalar scalar = (Scalar) hit.get().member().value();
            String bytes = tree.text().substring(scalar.from(), scalar.to());
            String former = bytes.strip();
            String blanks = bytes.substring(0, bytes.indexOf(former));
            boolean near = !blanks.isEmpty() && blanks.chars().noneMatch(each -> each == '\n' || each == '\r');
            return tree.with(scalar, (near ? blanks : " ") + YamlWords.like(former, scalar.isText(), value));
        }
        String spelt = YamlWords.fresh(value);
        if (tree.root().isEmpty()) {
            String end = Lines.end(tree.text());
            return Lines.appended(tree.text(), lines("", List.of(key.split("\\.")), spelt, end));
        }
        return added(tree.spot(key), spelt);
    }

    private String added(Tree.Spot spot, String spelt) throws Malformed {
        if (spot.group().inline()) {
            StringBuilder member = new StringBuilder();
            for (String name : spot.names()) {
                member.append(member.isEmpty() ? "" : "{")
                        .append(YamlWords.text(name))
                        .append(": ");
            }
            member.append(spelt).append("}".repeat(spot.names().size() - 1));
            return tree.withInBraces(spot.group(), member.toString());
        }
        Member first = spot.group().members().getFirst();
        String lines = lines(indent(first), spot.names(), spelt, Lines.end(tree.text()));
        int at = behind(spot.group().to());
        boolean open = at == tree.text().length() && !Lines.endsLine(tree.text());
        String end = Lines.end(tree.text());
        return tree.put(at, open ? end + lines : lines + end);
    }

    private static String lines(String indent, List<String> names, String spelt, String end) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            lines.append(i == 0 ? "" : end)
                    .append(indent)
                    .append(STEP.repeat(i))
                    .append(YamlWords.text(names.get(i)))
                    .append(':');
        }
        return lines.append(' ').append(spelt).toString();
    }

    /** What stands in front of a key that begins its line. */
    private String indent(Member member) throws Malformed {
        String before = tree.text().substring(Lines.start(tree.text(), member.start()), member.start());
        if (!before.isBlank()) {
            throw Malformed.at(
                    tree.text(), member.start(), "has something in front of the key `" + member.name() + "`");
        }
        return before;
    }

    /** Behind the line in which something ends; a block of lines ends behind its last one. */
    private int behind(int position) {
        boolean begins = position > 0 && Lines.start(tree.text(), position) == position;
        return begins ? position : Lines.next(tree.text(), position);
    }

    @Override
    public String without(String key) throws Malformed {
        Tree.Hit hit = tree.editable(key).orElseThrow();
        Group group = hit.group();
        if (group.inline()) {
            return tree.withoutInBraces(hit);
        }
        if (group.members().size() == 1 && hit.groups().size() > 1) {
            return emptied(hit);
        }
        int from = hit.member().start() - indent(hit.member()).length();
        return Lines.without(tree.text(), from, behind(hit.member().value().to()));
    }

    /** A key without any below it would say something else. */
    private String emptied(Tree.Hit hit) throws Malformed {
        Member around = hit.members().get(hit.members().size() - 2);
        int colon = tree.text().indexOf(':', around.end());
        Node last = hit.member().value();
        String between = tree.text().substring(colon + 1, last.to());
        if (between.contains("#") || !between.contains(hit.member().name())) {
            throw Malformed.at(
                    tree.text(), around.start(), "has no other key below it, and a comment that would go with that");
        }
        return tree.text().substring(0, colon + 1) + " {}" + tree.text().substring(last.to());
    }
}
