package dev.rung.language.check;

import dev.rung.language.check.Paths.Path;
import dev.rung.language.check.SystemFinding.PartInPart;
import dev.rung.language.signature.Signatures;
import dev.rung.language.syntax.Declaration;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.language.syntax.Name;
import dev.rung.language.syntax.SyntaxTree;
import dev.rung.model.expression.Signature;
import dev.rung.model.expression.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds parts that hold the same file: what brings one of them back would take the other one along. That may be so for a
 * database and what its server keeps, for a config in files or in an artifact that keeps it, and for different keys of
 * one file.
 */
final class PartsInParts {
    private final Names names;
    private final Findings findings;

    PartsInParts(Names names, Findings findings) {
        this.names = names;
        this.findings = findings;
    }

    /**
     * What a part holds.
     *
     * @param number of the part in the file
     * @param paths files, and folders with all that is in them
     * @param leftOut patterns of what is in a folder and is not held
     * @param kept patterns of what is in the folder of an artifact and goes along from release to release
     * @param keys the keys of a config that are said to be its own
     * @param other what a thing that is no file goes by
     */
    private record Held(
            int number,
            Declaration.Part part,
            Optional<String> place,
            List<Path> paths,
            List<String> leftOut,
            List<String> kept,
            List<String> keys,
            Optional<String> other) {
        Type kind() {
            return part.kind();
        }
    }

    void check(SyntaxTree tree) {
        Earlier earlier = new Earlier();
        for (Declaration.Sys system : tree.systems()) {
            for (Declaration.Part part : system.parts()) {
                Held held = held(part, system, earlier.count());
                earlier.near(held).stream()
                        .filter(other -> share(other, held))
                        .min((one, next) -> Integer.compare(one.number(), next.number()))
                        .ifPresent(other -> tell(held, other));
                earlier.add(held);
            }
        }
    }

    /** The parts before one, by what they hold, so that of very many only those are compared that may share it. */
    private static final class Earlier {
        private final Map<List<Object>, Folder> tops = new HashMap<>();
        private final Map<List<Object>, List<Held>> others = new HashMap<>();
        private int count;

        /** @param here what holds it as a whole @param within what holds something in it */
        private record Folder(Map<String, Folder> folders, List<Held> here, List<Held> within) {
            private Folder() {
                this(new HashMap<>(), new ArrayList<>(), new ArrayList<>());
            }
        }

        private int count() {
            return count;
        }

        private void add(Held held) {
            count++;
            held.other()
                    .ifPresent(other -> others.computeIfAbsent(List.of(held.place(), other), key -> new ArrayList<>())
                            .add(held));
            for (Path path : held.paths()) {
                Folder at = top(held, path);
                for (String name : path.names()) {
                    at.within().add(held);
                    at = at.folders().computeIfAbsent(name, key -> new Folder());
                }
                at.here().add(held);
            }
        }

        private Folder top(Held held, Path path) {
            return tops.computeIfAbsent(List.of(held.place(), path.fromTop()), key -> new Folder());
        }

        /** Those that hold the same, what it lies in, or what lies in it. */
        private Set<Held> near(Held held) {
            Set<Held> near = Collections.newSetFromMap(new IdentityHashMap<>());
            held.other().ifPresent(other -> near.addAll(others.getOrDefault(List.of(held.place(), other), List.of())));
            for (Path path : held.paths()) {
                Optional<Folder> at = Optional.of(top(held, path));
                for (String name : path.names()) {
                    at.ifPresent(folder -> near.addAll(folder.here()));
                    at = at.flatMap(
                            folder -> Optional.ofNullable(folder.folders().get(name)));
                }
                at.ifPresent(folder -> near.addAll(folder.here()));
                at.ifPresent(folder -> near.addAll(folder.within()));
            }
            return near;
        }
    }

    private void tell(Held held, Held earlier) {
        boolean laterInside = isInside(held, earlier);
        Name inner = laterInside ? held.part().name() : earlier.part().name();
        Held outer = laterInside ? earlier : held;
        findings.add(new PartInPart(
                findings.at(held.part().name().span()),
                inner.text(),
                outer.part().name().text(),
                outer.kind() == Type.ARTIFACT,
                findings.at(earlier.part().name().span())));
    }

    private Held held(Declaration.Part part, Declaration.Sys system, int number) {
        Map<String, ExpressionNode> arguments = arguments(part);
        Constants constants = new Constants(names);
        List<Path> paths = new ArrayList<>();
        for (String name : List.of("path", "file")) {
            boolean isFile = name.equals("path") || part.kind() == Type.DATABASE;
            Optional.ofNullable(arguments.get(name))
                    .filter(value -> isFile && part.kind() != Type.SERVICE)
                    .flatMap(constants::text)
                    .ifPresent(text -> paths.addAll(files(part, text)));
        }
        Optional<String> other = paths.isEmpty() ? identity(part, arguments, constants) : Optional.empty();
        return new Held(
                number,
                part,
                part.place().or(system::place).map(Name::text),
                paths,
                texts(arguments, "exclude", constants),
                texts(arguments, "keep", constants),
                texts(arguments, "must-keep", constants),
                other);
    }

    private static Map<String, ExpressionNode> arguments(Declaration.Part part) {
        Map<String, ExpressionNode> arguments = new HashMap<>();
        Signatures.driver(part.driver().text(), part.kind())
                .ifPresent(
                        driver -> Arguments.of(part.driver(), driver, Signatures.ofEvery(part.kind()), part.arguments())
                                .byParameter()
                                .forEach((parameter, value) -> arguments.put(parameter.name(), value)));
        return arguments;
    }

    private static List<Path> files(Declaration.Part part, String path) {
        return switch (part.driver().text()) {
            case "h2" -> List.of(Path.of(path.endsWith(".mv.db") ? path : path + ".mv.db"));
            case "war" -> List.of(Path.of(path), Path.of(path.replaceFirst("\\.war$", "")));
            default -> List.of(Path.of(path));
        };
    }

    /** What has no path goes by the first thing that its driver has to be told. */
    private static Optional<String> identity(
            Declaration.Part part, Map<String, ExpressionNode> arguments, Constants constants) {
        if (!part.kind().isData() || part.driver().text().equals("commands")) {
            return Optional.empty();
        }
        return Signatures.driver(part.driver().text(), part.kind())
                .flatMap(driver -> driver.parameters().stream()
                        .filter(Signature.Parameter::required)
                        .findFirst())
                .flatMap(parameter -> Optional.ofNullable(arguments.get(parameter.name())))
                .flatMap(constants::text)
                .map(first -> part.driver().text() + " " + first
                        + Optional.ofNullable(arguments.get("endpoint"))
                                .flatMap(constants::text)
                                .map(endpoint -> " " + endpoint)
                                .orElse(""));
    }

    private static List<String> texts(Map<String, ExpressionNode> arguments, String name, Constants constants) {
        return Optional.ofNullable(arguments.get(name)).map(constants::texts).orElse(List.of());
    }

    private static boolean share(Held one, Held other) {
        if (!one.place().equals(other.place()) || keeps(one, other) || keeps(other, one)) {
            return false;
        }
        if (one.kind() == Type.CONFIG && other.kind() == Type.CONFIG) {
            return one.paths().stream().anyMatch(other.paths()::contains)
                    && one.keys().stream().anyMatch(other.keys()::contains);
        }
        boolean same = one.other().isPresent() && one.other().equals(other.other());
        return same || isInside(one, other) || isInside(other, one);
    }

    /** A database and its {@code files:}. */
    private static boolean keeps(Held database, Held files) {
        return database.part().arguments().stream()
                .anyMatch(argument -> argument.name()
                                .filter(name -> name.text().equals("files"))
                                .isPresent()
                        && argument.value() instanceof ExpressionNode.Use use
                        && use.name().equals(files.part().name().text()));
    }

    private static boolean isInside(Held inner, Held outer) {
        if (inner.kind() == Type.CONFIG && outer.kind() == Type.FILES) {
            return false;
        }
        return inner.paths().stream()
                .anyMatch(path -> outer.paths().stream()
                        .flatMap(folder -> path.inside(folder).stream())
                        .anyMatch(way -> !Paths.among(outer.leftOut(), way)
                                && !(inner.kind() == Type.CONFIG && Paths.among(outer.kept(), way))));
    }
}
