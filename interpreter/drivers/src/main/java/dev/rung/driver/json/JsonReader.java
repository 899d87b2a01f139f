package dev.rung.driver.json;

import dev.rung.driver.config.Malformed;
import dev.rung.driver.config.Node;
import dev.rung.driver.config.Node.Member;
import dev.rung.driver.config.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Reads what stands where. What is no JSON is told by its line alone: the library's words say what stands there. */
final class JsonReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String text;

    JsonReader(String text) {
        this.text = text;
    }

    Tree tree() throws Malformed {
        if (text.isBlank()) {
            return new Tree(text, Optional.empty());
        }
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            Node root = node(parser);
            if (parser.nextToken() != null) {
                throw Malformed.at(text, start(parser), "goes on behind the end of the JSON");
            }
            return new Tree(text, Optional.of(root));
        } catch (JacksonException broken) {
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            throw new Malformed("from line " + line + " on it is no JSON");
        }
    }

    private static int start(JsonParser parser) {
        return Math.toIntExact(parser.currentTokenLocation().getCharOffset());
    }

    private Node node(JsonParser parser) {
        int from = start(parser);
        return switch (parser.currentToken()) {
            case START_OBJECT -> group(parser, from);
            case START_ARRAY -> list(parser, from);
            case VALUE_STRING -> new Node.Scalar(parser.getString(), true, from, stringEnd(from), Optional.empty());
            default -> {
                int to = from;
                while (to < text.length() && ",]} \t\r\n".indexOf(text.charAt(to)) < 0) {
                    to++;
                }
                yield new Node.Scalar(text.substring(from, to), false, from, to, Optional.empty());
            }
        };
    }

    private Node group(JsonParser parser, int from) {
        List<Member> members = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            int start = start(parser);
            String name = parser.currentName();
            parser.nextToken();
            members.add(new Member(name, start, stringEnd(start), node(parser)));
        }
        return new Node.Group(members, true, from, start(parser) + 1, Optional.empty());
    }

    private Node list(JsonParser parser, int from) {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(parser));
        }
        return new Node.Other("a list", items, from, start(parser) + 1);
    }

    private int stringEnd(int from) {
        int at = from + 1;
        while (text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }
}
