package dev.rung.driver.json;

import dev.rung.driver.config.Format;
import dev.rung.driver.config.Malformed;
import dev.rung.driver.config.Node.Group;
import dev.rung.driver.config.Node.Member;
import dev.rung.driver.config.Node.Scalar;
import dev.rung.driver.config.Tree;
import dev.rung.model.expression.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** A JSON file. A scalar stays of the kind that it was, as long as that can say its new value. */
record JsonText(Tree tree) implements Format.Document {
    private static final Pattern BARE = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?|true|false");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static JsonText read(String text) throws Malformed {
        return new JsonText(new JsonReader(text).tree());
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
            boolean bare = !scalar.isText() && isBare(value, scalar.value().equals("null"));
            return tree.with(scalar, bare ? value.shown() : quoted(value.shown()));
        }
        String spelt = isBare(value, true) ? value.shown() : quoted(value.shown());
        if (tree.root().isEmpty()) {
            return "{\n  " + member(List.of(key.split("\\.")), ": ", spelt) + "\n}\n";
        }
        Tree.Spot spot = tree.spot(key);
        return tree.withInBraces(spot.group(), member(spot.names(), sign(spot.group()), spelt));
    }

    /** @param fresh whether nothing says yet what it is */
    private static boolean isBare(Value value, boolean fresh) {
        boolean typed = value instanceof Value.Whole || value instanceof Value.Truth;
        return typed || !fresh && BARE.matcher(value.shown()).matches();
    }

    /** As the last member has it. */
    private String sign(Group group) {
        if (group.members().isEmpty()) {
            return ": ";
        }
        Member last = group.members().getLast();
        String sign = tree.text().substring(last.end(), last.value().from());
        return sign.strip().equals(":") && !sign.contains("\n") ? sign : ": ";
    }

    private static String member(List<String> names, String sign, String spelt) {
        StringBuilder member = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            member.append(i == 0 ? "" : "{").append(quoted(names.get(i))).append(sign);
        }
        return member.append(spelt).append("}".repeat(names.size() - 1)).toString();
    }

    private static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }

    @Override
    public String without(String key) throws Malformed {
        return tree.withoutInBraces(tree.editable(key).orElseThrow());
    }
}
