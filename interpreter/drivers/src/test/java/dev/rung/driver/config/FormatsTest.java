package dev.rung.driver.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.model.expression.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file looks like, an edit changes one key, and putting it back gives the text that was there. */
class FormatsTest {
    private static final List<String> VALUES = List.of(
            "plain",
            "",
            " blank around ",
            "two\nlines",
            "and\r\nwindows",
            "with \"double\" and 'single' quotes",
            "$HOME `date` \\n \\",
            "a#b #c",
            "k=v: x, [y] {z}",
            "true",
            "null",
            "0123",
            "8080",
            "http://localhost:8080/x?y=1&z",
            "ünïcödé €");

    static Stream<NastyFile> files() {
        return NastyFile.all().stream();
    }

    private static ConfigText text(NastyFile nasty) {
        byte[] bytes = nasty.bytes();
        ConfigStore.Content content = ConfigStore.Content.of(bytes);
        assertThat(content.charset().equals(StandardCharsets.ISO_8859_1))
                .isEqualTo(nasty.name().contains("latin"));
        return new ConfigText(nasty.format(), content.text());
    }

    private static Optional<String> value(ConfigText text, String key) throws Malformed {
        return text.find(key).map(Format.Found::value);
    }

    private static List<String> keys(NastyFile nasty) {
        List<String> keys = new ArrayList<>(nasty.keys().keySet());
        keys.addAll(List.of("fresh", "fresh.inner.most"));
        return keys;
    }

    @ParameterizedTest
    @MethodSource("files")
    void allKeysAreRead(NastyFile nasty) throws Exception {
        for (Map.Entry<String, String> key : nasty.keys().entrySet()) {
            assertThat(value(text(nasty), key.getKey())).as(key.getKey()).contains(key.getValue());
        }
        assertThat(value(text(nasty), "not.there")).isEmpty();
    }

    private static void othersAreTheSame(NastyFile nasty, ConfigText text, String key) throws Malformed {
        for (Map.Entry<String, String> other : nasty.keys().entrySet()) {
            if (!other.getKey().equals(key)) {
                assertThat(value(text, other.getKey())).contains(other.getValue());
            }
        }
    }

    /** Around the bytes of the value nothing moves, and no other key says anything else. */
    @ParameterizedTest
    @MethodSource("files")
    void aSetChangesOneKeyAndPuttingItBackGivesTheSameText(NastyFile nasty) throws Exception {
        ConfigText former = text(nasty);
        for (String key : keys(nasty)) {
            for (String value : VALUES) {
                ConfigText made = former.with(key, new Value.Text(value));
                assertThat(value(made, key)).as(key).contains(value);
                othersAreTheSame(nasty, made, key);
                Hunk hunk = Hunk.between(former.text(), made.text());
                Optional<Format.Found> was = former.find(key);
                if (was.isPresent() && hunk.start() < hunk.end()) {
                    assertThat(hunk.start()).isGreaterThanOrEqualTo(was.get().from());
                    assertThat(hunk.end()).isLessThanOrEqualTo(was.get().to());
                }
                ConfigText elsewhere = made.with("zz", new Value.Text("somebody else's"));
                ConfigText back = elsewhere.putBack(key, former, made);
                assertThat(value(back, "zz")).contains("somebody else's");
                assertThat(back.text())
                        .isEqualTo(former.with("zz", new Value.Text("somebody else's"))
                                .text());
                assertThat(made.putBack(key, former, made).text()).isEqualTo(former.text());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void anUnsetTakesOneKeyOutAndPuttingItBackGivesTheSameText(NastyFile nasty) throws Exception {
        ConfigText former = text(nasty);
        for (String key : nasty.keys().keySet()) {
            ConfigText made = former.without(key);
            assertThat(value(made, key)).as(key).isEmpty();
            othersAreTheSame(nasty, made, key);
            assertThat(made.without(key)).isEqualTo(made);
            assertThat(made.putBack(key, former, made).text()).isEqualTo(former.text());
        }
    }

    private record Step(String key, ConfigText former, ConfigText made) {}

    /** The latest first, as a way back does it, every byte is as it was; in any other order every key is. */
    @ParameterizedTest
    @MethodSource("files")
    void severalEditsArePutBack(NastyFile nasty) throws Exception {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            List<String> names = new ArrayList<>(nasty.keys().keySet());
            names.addAll(List.of("fresh", "another"));
            Collections.shuffle(names, random);
            List<Step> steps = new ArrayList<>();
            ConfigText text = text(nasty);
            for (String key : names.subList(0, Math.min(4, names.size()))) {
                ConfigText edited = random.nextBoolean() ? text.with(key, new Value.Text("new")) : text.without(key);
                steps.add(new Step(key, text, edited));
                text = edited;
            }
            ConfigText back = text;
            for (Step step : steps.reversed()) {
                back = back.putBack(step.key(), step.former(), step.made());
            }
            assertThat(back.text()).as("seed %d", seed).isEqualTo(text(nasty).text());
            Collections.shuffle(steps, random);
            for (Step step : steps) {
                text = text.putBack(step.key(), step.former(), step.made());
            }
            othersAreTheSame(nasty, text, "");
            assertThat(value(text, "fresh")).isEmpty();
        }
    }
}
