package dev.rung.engine.run;

import dev.rung.engine.driver.Trouble;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Stage;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A plan that was agreed on, to be run later: what it would do, and what it rests on. It is run only as long as planning
 * anew comes to the same, over a world that looks the same.
 *
 * @param format of the file; a reader refuses a newer one
 * @param made when, in UTC
 * @param sources a digest of each text that it was made of, by name
 * @param inputs as they were given
 * @param installed the version of each system, as written
 * @param accepted what was accepted by name
 * @param parts how code and services were found, by name; data change all the time, and do not count
 * @param staged what is fetched, with its source
 * @param statements in order
 */
public record SavedPlan(
        int format,
        String tool,
        String made,
        String title,
        Map<String, String> sources,
        Map<String, String> inputs,
        Map<String, String> installed,
        List<String> accepted,
        Map<String, String> parts,
        List<String> staged,
        List<Statement> statements) {
    static final int FORMAT = 1;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** @param effects in the words of a plan */
    public record Statement(String id, String text, List<String> effects) {}

    /**
     * @param sources the texts that it was made of
     * @param parts see {@link Engine#found}
     */
    public static SavedPlan of(
            Plan plan,
            Map<String, String> sources,
            Map<String, String> inputs,
            Map<String, String> parts,
            String tool,
            String made) {
        Map<String, String> digests = new TreeMap<>();
        sources.forEach((name, text) -> digests.put(name, sha256(text)));
        return new SavedPlan(
                FORMAT,
                tool,
                made,
                plan.title(),
                digests,
                new TreeMap<>(inputs),
                new TreeMap<>(Stretch.written(plan.installed())),
                List.copyOf(new TreeSet<>(plan.premises().accepted())),
                new TreeMap<>(parts),
                plan.staging().stream().map(SavedPlan::words).toList(),
                plan.steps().stream().map(SavedPlan::statement).toList());
    }

    private static String words(Stage stage) {
        return stage.artifact() + " " + stage.version() + " from " + stage.source()
                + stage.sha256().map(digest -> " sha256 " + digest).orElse("");
    }

    private static Statement statement(Item.Step step) {
        List<String> effects = step.effects().stream().map(Effect::words).toList();
        return new Statement(step.id(), step.text(), effects);
    }

    /** As a file has it. */
    public String written() {
        return MAPPER.writeValueAsString(this) + "\n";
    }

    /** @throws Trouble if it is none, or a newer Rung has written it */
    public static SavedPlan read(String name, String text) throws Trouble {
        try {
            SavedPlan saved = MAPPER.readValue(text, SavedPlan.class);
            if (saved.format > FORMAT) {
                throw new Trouble(
                        "the plan " + name + " was saved by a newer Rung (" + saved.tool + ")",
                        "run it with that one, or plan anew");
            }
            boolean isWhole = saved.format > 0 && saved.statements != null && saved.sources != null;
            if (isWhole) {
                return saved;
            }
        } catch (JacksonException unreadable) {
            // Then it is none.
        }
        throw new Trouble(name + " is no saved plan", "`rung plan FILE --out PLAN` saves one");
    }

    /** What is not as it was when this was saved, a line each; none if it may be run. @param now the same, planned anew */
    public List<String> differences(SavedPlan now) {
        List<String> all = new ArrayList<>();
        compare("the version of ", installed, now.installed, all);
        compare("the input ", inputs, now.inputs, all);
        compare("", parts, now.parts, all);
        texts(now, all);
        if (!Objects.equals(accepted, now.accepted)) {
            all.add("accepted was " + listed(accepted) + ", and is " + listed(now.accepted));
        }
        if (!Objects.equals(staged, now.staged)) {
            all.add("other files would be fetched: " + listed(now.staged) + "; it was " + listed(staged));
        }
        statements(now, all);
        return all;
    }

    private static String listed(List<String> words) {
        return words.isEmpty() ? "nothing" : String.join(", ", words);
    }

    private static void compare(String what, Map<String, String> then, Map<String, String> now, List<String> all) {
        TreeSet<String> names = new TreeSet<>(then.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            String was = then.getOrDefault(name, "not given");
            String is = now.getOrDefault(name, "not given");
            if (!was.equals(is)) {
                all.add(what + "`" + name + "` was " + was + ", and is " + is);
            }
        }
    }

    private void texts(SavedPlan now, List<String> all) {
        TreeSet<String> names = new TreeSet<>(sources.keySet());
        names.addAll(now.sources.keySet());
        names.stream()
                .filter(name -> !Objects.equals(sources.get(name), now.sources.get(name)))
                .forEach(name -> all.add(name + " was changed"));
    }

    private void statements(SavedPlan now, List<String> all) {
        Map<String, Statement> then = byId(statements);
        Map<String, Statement> today = byId(now.statements);
        today.forEach((id, statement) -> {
            Statement was = then.get(id);
            if (was == null) {
                all.add("`" + statement.text() + "` was not in it (" + id + ")");
            } else if (!was.equals(statement)) {
                all.add("`" + was.text() + "` is `" + statement.text() + "` now (" + id + ")");
            }
        });
        then.forEach((id, statement) -> {
            if (!today.containsKey(id)) {
                all.add("`" + statement.text() + "` is not in it any more (" + id + ")");
            }
        });
        boolean sameOrder = new ArrayList<>(then.keySet()).equals(new ArrayList<>(today.keySet()));
        if (!sameOrder && then.keySet().equals(today.keySet())) {
            all.add("the same statements stand in another order");
        }
    }

    private static Map<String, Statement> byId(List<Statement> statements) {
        return statements.stream()
                .collect(Collectors.toMap(
                        Statement::id, statement -> statement, (first, second) -> first, LinkedHashMap::new));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
