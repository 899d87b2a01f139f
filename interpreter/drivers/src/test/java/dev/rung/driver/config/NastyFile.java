package dev.rung.driver.config;

import dev.rung.driver.Drivers;
import dev.rung.driver.support.World;
import dev.rung.engine.driver.Driver;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A file as people write them.
 *
 * @param text a character a byte
 * @param keys what it says
 */
record NastyFile(String driver, String name, String text, Map<String, String> keys) {
    byte[] bytes() {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    Format format() {
        try {
            Driver made = Drivers.all().driver(driver, Type.CONFIG).orElseThrow();
            return World.open(ConfigFile.class, made, "settings", Path.of("/"), "path", "/settings")
                    .format();
        } catch (Trouble impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return driver + ": " + name;
    }

    private static NastyFile of(String driver, String name, String text, String... keys) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < keys.length; i += 2) {
            pairs.put(keys[i], keys[i + 1]);
        }
        String bytes = name.contains("latin")
                ? text
                : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return new NastyFile(driver, name, bytes, pairs);
    }

    static List<NastyFile> all() {
        List<NastyFile> all = new ArrayList<>();
        all.addAll(dotenv());
        all.addAll(properties());
        all.addAll(json());
        all.addAll(yaml());
        for (NastyFile each : List.copyOf(all)) {
            all.add(each.windows());
            all.add(each.unfinished());
            if (!each.name().contains("latin")) {
                all.add(each.marked());
            }
        }
        return all;
    }

    private NastyFile windows() {
        Map<String, String> same = new LinkedHashMap<>();
        keys.forEach((key, value) -> same.put(key, driver.equals("dotenv") ? value.replace("\n", "\r\n") : value));
        return new NastyFile(driver, name + ", as on Windows", text.replace("\n", "\r\n"), same);
    }

    /** Without the end of its last line. */
    private NastyFile unfinished() {
        return new NastyFile(driver, name + ", last line open", text.stripTrailing(), keys);
    }

    private NastyFile marked() {
        return new NastyFile(driver, name + ", with a mark", "\u00ef\u00bb\u00bf" + text, keys);
    }

    private static List<NastyFile> dotenv() {
        return List.of(
                of(
                        "dotenv",
                        "plain",
                        """
                        # a comment = here

                        A=1
                        export B="two words" # behind
                          C = 'single $x' \s
                        D=a=b==
                        E=
                        F= #none
                        G=with#hash #not
                        URL=postgres://u:p@h:5432/db?x=1

                        # the end
                        """,
                        "A",
                        "1",
                        "B",
                        "two words",
                        "C",
                        "single $x",
                        "D",
                        "a=b==",
                        "E",
                        "",
                        "F",
                        "",
                        "G",
                        "with#hash",
                        "URL",
                        "postgres://u:p@h:5432/db?x=1"),
                of(
                        "dotenv",
                        "over lines",
                        "KEY=\"-----BEGIN\nA=no\nline \\\"2\\\"\"\nNEXT=1\nYAML: style\n",
                        "KEY",
                        "-----BEGIN\nA=no\nline \"2\"",
                        "NEXT",
                        "1",
                        "YAML",
                        "style"),
                of("dotenv", "one", "ONLY=1\n", "ONLY", "1"),
                of("dotenv", "latin", "# caf\u00e9\nA=caf\u00e9\nB=2\n", "A", "caf\u00e9", "B", "2"));
    }

    private static List<NastyFile> properties() {
        return List.of(
                of(
                        "properties",
                        "plain",
                        """
                        # comment
                        ! another
                        a=1
                        b : two words \s
                           c   three
                        d.e = \\u00e9\\tx\\
                             and on
                        key\\ with\\ blanks=4
                        empty=
                        nothing
                        path=C:\\\\temp
                        last.one = 5
                        """,
                        "a",
                        "1",
                        "b",
                        "two words  ",
                        "c",
                        "three",
                        "d.e",
                        "\u00e9\txand on",
                        "key with blanks",
                        "4",
                        "empty",
                        "",
                        "nothing",
                        "",
                        "path",
                        "C:\\temp",
                        "last.one",
                        "5"),
                of("properties", "latin", "a=caf\u00e9\nb=2\n", "a", "caf\u00e9", "b", "2"),
                of("properties", "utf", "a=caf\u00e9\n#\u20ac\nb=2\n", "a", "caf\u00e9", "b", "2"));
    }

    private static List<NastyFile> json() {
        return List.of(
                of(
                        "json",
                        "indented",
                        """
                        {
                          "a": 1,
                          "b" : { "c": "x\\"y\\u00e9", "d": [1, {"c": 2}], "e":true },
                          "flat.name": "f",
                          "empty": {},
                          "n": null,
                          "last": -1.5e3
                        }
                        """,
                        "a",
                        "1",
                        "b.c",
                        "x\"y\u00e9",
                        "b.e",
                        "true",
                        "flat.name",
                        "f",
                        "n",
                        "null",
                        "last",
                        "-1.5e3"),
                of("json", "tight", "{\"a\":\"1\",\"b\":{\"c\":2}}\n", "a", "1", "b.c", "2"),
                of("json", "one", "{\n\t\"only\": \"\u20ac\"\n}\n", "only", "\u20ac"));
    }

    private static List<NastyFile> yaml() {
        return List.of(
                of(
                        "yaml",
                        "block",
                        """
                        # comment
                        ---
                        a: 1   # one
                        b:
                            c: "double \\"x\\""
                            # within
                            d: 'single ''y'''
                            list:
                            - x: 1
                            - y
                            e: yes
                        flow: {g: 1, "h": two}
                        text: |
                          a: no
                          b
                        far:
                          near
                        nothing:
                        cluster.name: mine
                        "quoted key": z
                        \u20ac: euro \u20ac

                        # the end
                        """,
                        "a",
                        "1",
                        "b.c",
                        "double \"x\"",
                        "b.d",
                        "single 'y'",
                        "b.e",
                        "yes",
                        "flow.g",
                        "1",
                        "flow.h",
                        "two",
                        "far",
                        "near",
                        "nothing",
                        "",
                        "cluster.name",
                        "mine",
                        "quoted key",
                        "z",
                        "\u20ac",
                        "euro \u20ac"),
                of("yaml", "nested", "a:\n  b:\n    c: 1\n\n", "a.b.c", "1"),
                of("yaml", "in braces", "{a: 1, b: {c: \"2\"}}\n", "a", "1", "b.c", "2"),
                of("yaml", "ends in a block", "a: 1\nb: x\ntext: |\n  y\n", "a", "1", "b", "x"));
    }

    static Stream<NastyFile> broken() {
        return Stream.of(
                of("dotenv", "twice", "A=secret\nB=1\nA=secret2\n", "A", ""),
                of("dotenv", "open quote", "A=1\nB=\"secret\n", "A", "", "B", ""),
                of("dotenv", "no entry", "A=1\nsecret word\n", "A", ""),
                of("dotenv", "no value", "A\n", "A", ""),
                of("dotenv", "behind a quote", "A=\"x\" secret\n", "A", ""),
                of("properties", "twice", "a=secret\na:secret\n", "a", ""),
                of("properties", "unicode", "a=\\u12secret\n", "a", "", "b", ""),
                of("json", "none", "{ a: secret }", "a", ""),
                of("json", "cut", "{ \"a\": \"secret", "a", ""),
                of("json", "behind", "{} \"secret\"", "a", ""),
                of("json", "twice", "{\"a\": {\"b\": 1}, \"a\": {\"b\": \"secret\"}}", "a.b", ""),
                of("json", "ambiguous", "{\"a\": {\"b\": 1}, \"a.b\": \"secret\"}", "a.b", ""),
                of(
                        "json",
                        "group",
                        "{\"a\": {\"b\": \"secret\"}, \"l\": [\"secret\"]}",
                        "a",
                        "",
                        "l",
                        "",
                        "a.b.c",
                        "",
                        "a..b",
                        ""),
                of("yaml", "none", "a: 'secret\n", "a", ""),
                of("yaml", "tab", "a:\n\tb: secret\n", "a.b", ""),
                of(
                        "yaml",
                        "anchor",
                        "a: &x secret\nb: *x\nc: {<<: *x}\nd: !!str secret\n",
                        "a",
                        "",
                        "b",
                        "",
                        "c.z",
                        "",
                        "d",
                        ""),
                of("yaml", "anchored group", "a: &x\n  b: secret\nc: *x\n", "a.b", "", "a.z", "", "c.b", ""),
                of("yaml", "twice", "a: secret\na: secret\n", "a", ""),
                of("yaml", "two", "a: 1\n---\na: secret\n", "a", ""),
                of("yaml", "block", "a: |\n  secret\n", "a", ""),
                of("yaml", "list", "a:\n- secret\nb:\n  c: 1\n", "a", "", "b", ""),
                of("yaml", "top", "- secret\n", "a", ""));
    }
}
