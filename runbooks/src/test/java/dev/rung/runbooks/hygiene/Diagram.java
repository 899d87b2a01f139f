package dev.rung.runbooks.hygiene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The layers as ARCHITECTURE.md draws them, a line for each module: {@code module  a, b ← c ← …}. A package may see those
 * to the left of its arrow, and not its neighbours between commas. A name with a capital is the module's own package;
 * {@code …} stands for each package that is not named.
 */
record Diagram(List<Line> lines) {
    private static final String OTHERS = "…";

    record Line(String module, List<Set<String>> layers) {
        /** How far to the right a package stands, or empty if it is not drawn. */
        private Optional<Integer> place(String name) {
            return layerWith(name).or(() -> layerWith(OTHERS));
        }

        private Optional<Integer> layerWith(String name) {
            for (int i = 0; i < layers.size(); i++) {
                if (layers.get(i).contains(name)) {
                    return Optional.of(i);
                }
            }
            return Optional.empty();
        }
    }

    static Diagram of(List<String> drawn) {
        return new Diagram(drawn.stream().map(Diagram::line).toList());
    }

    private static Line line(String drawn) {
        String[] halves = drawn.strip().split("\\s+", 2);
        List<Set<String>> layers = new ArrayList<>();
        for (String layer : halves[1].split("←")) {
            Set<String> names = new TreeSet<>();
            for (String name : layer.split(",")) {
                names.add(Character.isUpperCase(name.strip().charAt(0)) ? "" : name.strip());
            }
            layers.add(names);
        }
        return new Line(halves[0], layers);
    }

    /** Whether the diagram has a place for a package such as {@code dev.rung.model.plan}. */
    boolean draws(String packageName) {
        return line(packageName, packageName)
                .flatMap(line -> line.place(local(line, packageName)))
                .isPresent();
    }

    /** Whether one package may see the other. Packages of two modules are Maven's business. */
    boolean allows(String from, String to) {
        return line(from, to)
                .map(line -> local(line, from).equals(local(line, to))
                        || line.place(local(line, from)).orElse(0)
                                > line.place(local(line, to)).orElse(0))
                .orElse(true);
    }

    private Optional<Line> line(String one, String other) {
        return lines.stream()
                .filter(line -> isIn(line, one) && isIn(line, other))
                .findFirst();
    }

    private static boolean isIn(Line line, String packageName) {
        return (packageName + ".").startsWith(prefix(line) + ".");
    }

    /** The package's name in the diagram; a package inside of another goes by the outer one's. */
    private static String local(Line line, String packageName) {
        return packageName.equals(prefix(line))
                ? ""
                : packageName.substring(prefix(line).length() + 1).split("\\.")[0];
    }

    private static String prefix(Line line) {
        return "dev.rung." + line.module();
    }
}
