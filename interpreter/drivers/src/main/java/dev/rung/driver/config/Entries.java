package dev.rung.driver.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The entries of a file that has one under the other. */
public record Entries(String text, List<Entry> list) implements Format.Keys {
    public Entries {
        list = List.copyOf(list);
    }

    /**
     * @param start of its first line
     * @param end behind its last line
     * @param from of the value's bytes; {@code to} their end
     * @param says whether it has a value at all
     */
    public record Entry(String key, String value, int start, int end, int from, int to, boolean says) {}

    /** @throws Malformed if it stands twice, or says nothing */
    public Optional<Entry> one(String key) throws Malformed {
        List<Entry> same =
                list.stream().filter(entry -> entry.key().equals(key)).toList();
        if (same.size() > 1) {
            throw Malformed.twice(key, text, same.get(0).start(), same.get(1).start());
        }
        if (!same.isEmpty() && !same.getFirst().says()) {
            throw Malformed.at(text, same.getFirst().start(), "has the key `" + key + "` and no `=`");
        }
        return same.stream().findFirst();
    }

    @Override
    public Optional<Format.Found> find(String key) throws Malformed {
        return one(key).map(entry -> new Format.Found(entry.value(), entry.from(), entry.to()));
    }

    @Override
    public SortedMap<String, List<String>> all() {
        SortedMap<String, List<String>> all = new TreeMap<>();
        list.forEach(entry ->
                all.computeIfAbsent(entry.key(), key -> new ArrayList<>()).add(entry.value()));
        return all;
    }

    /** The text with other bytes for the value of an entry. */
    public String with(Entry entry, String bytes) {
        return text.substring(0, entry.from()) + bytes + text.substring(entry.to());
    }

    public String without(String key) throws Malformed {
        Entry entry = one(key).orElseThrow();
        return Lines.without(text, entry.start(), entry.end());
    }
}
