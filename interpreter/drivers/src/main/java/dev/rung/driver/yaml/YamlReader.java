package dev.rung.driver.yaml;

import dev.rung.driver.config.Malformed;
import dev.rung.driver.config.Node;
import dev.rung.driver.config.Node.Member;
import dev.rung.driver.config.Tree;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads what stands where. What is no YAML is told by its line alone: the library's words say what stands there. */
final class YamlReader {
    private final String text;
    private Iterator<Event> events = List.<Event>of().iterator();
    private Event event;

    YamlReader(String text) {
        this.text = text;
    }

    Tree tree() throws Malformed {
        try {
            LoadSettings settings =
                    LoadSettings.builder().setUseMarks(true).setLabel("it").build();
            events = new Parse(settings).parseString(text).iterator();
            Optional<Node> root = Optional.empty();
            while (events.hasNext()) {
                next();
                if (event.getEventId() == Event.ID.DocumentStart) {
                    if (root.isPresent()) {
                        throw Malformed.at(text, start(), "begins a second document");
                    }
                    next();
                    root = Optional.of(node());
                }
            }
            return new Tree(text, root.filter(node -> !isNothing(node)));
        } catch (MarkedYamlEngineException broken) {
            long line = broken.getProblemMark().map(Mark::getLine).orElse(0) + 1L;
            throw new Malformed("in line " + line + " it is no YAML");
        } catch (YamlEngineException broken) {
            throw new Malformed("it is no YAML");
        }
    }

    private static boolean isNothing(Node node) {
        return node instanceof Node.Scalar scalar && scalar.value().isEmpty() && scalar.from() == scalar.to();
    }

    private void next() {
        event = events.next();
    }

    private int start() {
        return event.getStartMark().map(this::offset).orElse(0);
    }

    private int end() {
        return event.getEndMark().map(this::offset).orElse(0);
    }

    /** The library counts characters and not the halves of them. */
    private int offset(Mark mark) {
        return text.offsetByCodePoints(0, mark.getIndex());
    }

    private Node node() {
        return switch (event) {
            case ScalarEvent scalar -> scalar(scalar);
            case MappingStartEvent mapping -> group(mapping);
            case CollectionStartEvent list -> list(list);
            case AliasEvent ignored -> new Node.Other("an alias of something else", List.of(), start(), end());
            default -> throw new IllegalStateException("no node: " + event.getEventId());
        };
    }

    private static Optional<String> anchored(NodeEvent node) {
        return node.getAnchor().map(anchor -> "has an anchor, and others may stand for it");
    }

    private Node.Scalar scalar(ScalarEvent scalar) {
        boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
        Optional<String> why = anchored(scalar)
                .or(() -> scalar.getTag().map(tag -> "has a tag"))
                .or(() ->
                        scalar.getScalarStyle() == ScalarStyle.LITERAL || scalar.getScalarStyle() == ScalarStyle.FOLDED
                                ? Optional.of("is a block of lines")
                                : Optional.empty());
        boolean isText = !plain || YamlWords.isText(scalar.getValue());
        return new Node.Scalar(scalar.getValue(), isText, start(), end(), why);
    }

    private Node group(MappingStartEvent mapping) {
        int from = start();
        int to = end();
        List<Member> members = new ArrayList<>();
        for (next(); event.getEventId() != Event.ID.MappingEnd; next()) {
            Node key = node();
            next();
            Node value = node();
            String name = key instanceof Node.Scalar scalar ? scalar.value() : text.substring(key.from(), key.to());
            value = value instanceof Node.Scalar scalar ? scalar.from(valueStart(key.to(), scalar)) : value;
            members.add(new Member(name, key.from(), key.to(), value));
            to = Math.max(value.to(), key.to());
        }
        boolean inline = mapping.isFlow();
        Optional<String> why = anchored(mapping);
        return new Node.Group(members, inline, from, inline ? end() : to, why);
    }

    /** Right behind the colon, so that a value that is nothing has a place, too. */
    private int valueStart(int nameEnd, Node.Scalar value) {
        int colon = text.indexOf(':', nameEnd);
        boolean near = colon >= 0
                && colon < value.to()
                && text.substring(nameEnd, colon).isBlank()
                && (colon >= value.from()
                        || text.substring(colon + 1, value.from()).isBlank());
        return near && value.why().isEmpty() ? colon + 1 : value.from();
    }

    private Node list(CollectionStartEvent list) {
        int from = start();
        int to = end();
        List<Node> items = new ArrayList<>();
        for (next(); event.getEventId() != Event.ID.SequenceEnd; next()) {
            Node item = node();
            items.add(item);
            to = item.to();
        }
        return new Node.Other("a list", items, from, list.isFlow() ? end() : to);
    }
}
