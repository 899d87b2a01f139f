package dev.rung.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.model.diagnostic.Diagnostic;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever is told something can see the whole message on some page, where it is a test as well. */
class FindingsPagesTest {
    private static final Path PAGES = Path.of("../runbooks/reference");
    private static final List<Path> CLASSES =
            List.of(Path.of("../interpreter/language/target/classes"), Path.of("../interpreter/model/target/classes"));
    private static final Pattern MESSAGE = Pattern.compile("(?m)^(?:error|warning|note)\\[([a-z0-9-]+)]: ");

    /** What no page can show, with the reason. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "bad-input", "is about what stands on a command line",
            "not-known", "is about values that only inputs give",
            "not-one-statement", "is about what is typed into a shell",
            "rests-on-too-many", "takes an example of a thousand lines",
            "unknown-input", "is about what stands on a command line");

    @Test
    void everyKindOfFindingIsShownWholeOnSomePage() throws IOException, ReflectiveOperationException {
        Map<String, Set<String>> kinds = new TreeMap<>();
        for (Class<?> type : findings()) {
            kinds.computeIfAbsent(name(type), name -> new TreeSet<>()).add(type.getSimpleName());
        }
        kinds.keySet().removeAll(ELSEWHERE.keySet());
        Set<String> shown = shown();

        assertThat(kinds).hasSizeGreaterThan(100);
        kinds.keySet().removeAll(shown);
        assertThat(kinds).as("kinds of findings that no page shows").isEmpty();
    }

    private static Set<String> shown() throws IOException {
        try (Stream<Path> pages = Files.walk(PAGES)) {
            Set<String> shown = new TreeSet<>();
            for (Path page :
                    pages.filter(path -> path.toString().endsWith(".md")).toList()) {
                MESSAGE.matcher(Files.readString(page))
                        .results()
                        .map((MatchResult message) -> message.group(1))
                        .forEach(shown::add);
            }
            return shown;
        }
    }

    private static List<Class<?>> findings() throws IOException, ClassNotFoundException {
        List<String> names = new ArrayList<>();
        for (Path root : CLASSES) {
            try (Stream<Path> files = Files.walk(root)) {
                files.map(file -> root.relativize(file).toString())
                        .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                        .map(file -> file.replace('/', '.').substring(0, file.length() - ".class".length()))
                        .forEach(names::add);
            }
        }
        List<Class<?>> types = new ArrayList<>();
        for (String name : names) {
            Class<?> type = Class.forName(name, false, FindingsPagesTest.class.getClassLoader());
            if (type.isRecord() && Diagnostic.class.isAssignableFrom(type)) {
                types.add(type);
            }
        }
        return types;
    }

    /** As one that is made of nothing calls itself. */
    private static String name(Class<?> type) throws ReflectiveOperationException {
        var constructor = type.getDeclaredConstructor(Stream.of(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class[]::new));
        constructor.setAccessible(true);
        try {
            Object empty = constructor.newInstance(Stream.of(type.getRecordComponents())
                    .map(part -> nothing(part.getType()))
                    .toArray());
            return ((Diagnostic) empty).name();
        } catch (InvocationTargetException failed) {
            throw new AssertionError(type + " cannot be made of nothing", failed);
        }
    }

    private static Object nothing(Class<?> type) {
        return switch (type.getName()) {
            case "boolean" -> false;
            case "int" -> 0;
            case "java.lang.String" -> "";
            case "java.util.List" -> List.of();
            case "java.util.Map" -> Map.of();
            case "java.util.Optional" -> Optional.empty();
            case "java.util.Set" -> Set.of();
            default -> null;
        };
    }
}
