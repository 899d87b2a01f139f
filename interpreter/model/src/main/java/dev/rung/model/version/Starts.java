package dev.rung.model.version;

import dev.rung.model.version.ReleaseGraph.Stop;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Where one stands with a version that is installed. The lines are looked up, not asked one by one. */
final class Starts {
    private final List<Line> lines;
    private final Candidates candidates;
    private final Map<Integer, Map<Version, Release>> listed = new HashMap<>();
    /** Lines by the pieces of their numbers, the longest numbers first. */
    private final NavigableMap<Integer, Map<List<BigInteger>, List<Integer>>> byDepth =
            new TreeMap<>(Comparator.reverseOrder());

    Starts(ReleaseFile file, Candidates candidates) {
        this.candidates = candidates;
        this.lines = file.lines();
        for (int line = 0; line < lines.size(); line++) {
            Version number = lines.get(line).number();
            byDepth.computeIfAbsent(number.depth(), depth -> new HashMap<>())
                    .computeIfAbsent(number.pieces(number.depth()), pieces -> new ArrayList<>())
                    .add(line);
        }
    }

    /** Listed or not; empty if it belongs to no line. */
    Optional<Stop> of(Version installed) {
        return line(installed)
                .map(line -> new Stop(
                        installed,
                        line,
                        Optional.ofNullable(
                                listed.computeIfAbsent(line, this::listed).get(installed))));
    }

    private Map<Version, Release> listed(int line) {
        Map<Version, Release> releases = new HashMap<>();
        candidates.listedOf(lines.get(line)).forEach(release -> releases.putIfAbsent(release.version(), release));
        return releases;
    }

    /** As {@link ReleaseFile#line} finds it: its index in the file. */
    private Optional<Integer> line(Version version) {
        for (Map.Entry<Integer, Map<List<BigInteger>, List<Integer>>> lengths : byDepth.entrySet()) {
            List<Integer> alike = lengths.getValue().getOrDefault(version.pieces(lengths.getKey()), List.of());
            for (int line : alike) {
                if (version.startsWith(lines.get(line).number())) {
                    return Optional.of(line);
                }
            }
        }
        return Optional.empty();
    }
}
