package dev.rung.driver.config;

import dev.rung.driver.config.Format.Document;
import dev.rung.driver.config.Format.Found;
import dev.rung.model.expression.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Edits a text key by key, and looks behind each edit whether that key alone is another one. */
record ConfigText(Format format, String text) {
    ConfigText at(String other) {
        return new ConfigText(format, other);
    }

    Optional<Found> find(String key) throws Malformed {
        return format.read(text).keys().find(key);
    }

    /** The bytes that say a key's value. */
    Optional<String> bytes(String key) throws Malformed {
        return find(key).map(this::bytes);
    }

    private String bytes(Found found) {
        return text.substring(found.from(), found.to());
    }

    /** What says so already stays as it is spelt. */
    ConfigText with(String key, Value value) throws Malformed {
        Document document = format.read(text);
        if (document.keys()
                .find(key)
                .map(Found::value)
                .filter(value.shown()::equals)
                .isPresent()) {
            return this;
        }
        ConfigText edited = at(document.with(key, value));
        return sure(edited, key, Optional.of(value.shown()));
    }

    ConfigText without(String key) throws Malformed {
        Document document = format.read(text);
        return document.keys().find(key).isEmpty() ? this : sure(at(document.without(key)), key, Optional.empty());
    }

    private ConfigText sure(ConfigText edited, String key, Optional<String> wanted) throws Malformed {
        if (!isEditOf(edited, key, wanted)) {
            throw new Malformed("the key `" + key + "` cannot be edited without a change of something else");
        }
        return edited;
    }

    private boolean isEditOf(ConfigText edited, String key, Optional<String> wanted) {
        try {
            return edited.find(key).map(Found::value).equals(wanted)
                    && others(edited.text, key).equals(others(text, key));
        } catch (Malformed spoilt) {
            return false;
        }
    }

    private SortedMap<String, List<String>> others(String of, String key) throws Malformed {
        SortedMap<String, List<String>> all =
                new TreeMap<>(format.read(of).keys().all());
        all.remove(key);
        return all;
    }

    /**
     * This text with a key as it was in a former one.
     *
     * @param made what an edit of that key made of the former one
     */
    ConfigText putBack(String key, ConfigText former, ConfigText made) throws Malformed {
        if (text.equals(made.text)) {
            return former;
        }
        Optional<Found> was = former.find(key);
        Optional<Found> is = find(key);
        List<String> tries = new ArrayList<>();
        if (was.isPresent() && is.isPresent()) {
            tries.add(text.substring(0, is.get().from())
                    + former.bytes(was.get())
                    + text.substring(is.get().to()));
        } else if (was.isPresent() || is.isPresent()) {
            tries.addAll(Hunk.between(made.text, former.text).appliedTo(text));
        }
        for (String tried : tries) {
            if (isEditOf(at(tried), key, was.map(Found::value))) {
                return at(tried);
            }
        }
        return was.isPresent() ? with(key, new Value.Text(was.get().value())) : without(key);
    }
}
