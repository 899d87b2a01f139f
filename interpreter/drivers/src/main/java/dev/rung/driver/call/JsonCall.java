package dev.rung.driver.call;

import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.JsonPath;
import dev.rung.model.expression.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A value out of JSON. */
final class JsonCall {
    /** A sum of money stays the number that it is, and does not become the nearest one in base two. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonCall() {}

    static Value read(Asked asked) throws IOException, Trouble {
        String source = asked.text("source");
        Optional<List<String>> path = JsonPath.parse(asked.text("path"));
        if (path.isEmpty()) {
            return asked.unknown("uses a path that is not known here: write it like `$.a.b[0]['c']`");
        }
        if (!source.startsWith("http://") && !source.startsWith("https://")) {
            return find(asked, source, path.get());
        }
        WebCalls.Heard heard = WebCalls.ask(asked, "source");
        return heard.status() < 300 ? find(asked, heard.text(), path.get()) : WebCalls.refused(asked, heard);
    }

    private static Value find(Asked asked, String json, List<String> path) {
        JsonNode node;
        try {
            node = MAPPER.readTree(json);
        } catch (JacksonException malformed) {
            return asked.unknown("got no JSON, but: " + start(json));
        }
        StringBuilder way = new StringBuilder("$");
        for (String step : path) {
            JsonNode next = node.isArray() ? element(node, step) : node.get(step);
            if (next == null) {
                return asked.unknown("has nothing at `" + way + "` for `" + step + "`" + there(node));
            }
            way.append('.').append(step);
            node = next;
        }
        return value(asked, node, way.toString());
    }

    private static JsonNode element(JsonNode array, String step) {
        return step.matches("\\d{1,9}") ? array.get(Integer.parseInt(step)) : null;
    }

    private static String there(JsonNode node) {
        if (node.isObject()) {
            List<String> names = new ArrayList<>(node.propertyNames());
            return names.isEmpty()
                    ? ": it is empty"
                    : "; there is " + String.join(", ", names.subList(0, Math.min(8, names.size())));
        }
        return node.isArray() ? "; there is a list of " + node.size() : "";
    }

    private static Value value(Asked asked, JsonNode node, String way) {
        if (node.isNull()) {
            return asked.unknown("has null at `" + way + "`");
        }
        if (node.isArray()) {
            List<Value> items = new ArrayList<>();
            for (JsonNode item : node) {
                items.add(value(asked, item, way));
            }
            return new Value.Listing(items);
        }
        if (node.isObject()) {
            return asked.unknown("has no single value at `" + way + "`" + there(node));
        }
        if (node.isBoolean()) {
            return new Value.Truth(node.booleanValue());
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return new Value.Whole(node.longValue());
        }
        return new Value.Text(node.isNumber() ? node.decimalValue().toPlainString() : node.asString());
    }

    private static String start(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.isEmpty() ? "nothing" : line.length() > 60 ? line.substring(0, 60) + "…" : line;
    }
}
