package dev.rung.runbooks.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Holds the compiled classes to what ARCHITECTURE.md draws and promises. */
class LayersTest {
    private static final String PAGE = "interpreter/ARCHITECTURE.md";
    private static final Pattern IN_A_DESCRIPTOR = Pattern.compile("L([\\w$]+(?:/[\\w$]+)+)[;<]");
    private static final List<String> WITHOUT_WORLD = List.of("interpreter/model", "interpreter/language");

    /** Of the packages that reach out into the world, what is but a value or an exception. */
    private static final Set<String> HARMLESS = Set.of(
            "java.io.IOException",
            "java.io.Serializable",
            "java.io.UncheckedIOException",
            "java.net.URI",
            "java.net.URISyntaxException");

    private static final Pattern WORLD = Pattern.compile(
            "java\\.(io|net|nio\\.file|nio\\.channels|sql)\\..*|java\\.lang\\.(Process.*|Runtime|Thread)|java\\.util\\.(Timer|Random|concurrent\\.ThreadLocalRandom)");
    private static final Pattern WORLDLY_MEMBER = Pattern.compile(
            "java\\.lang\\.System\\.(in|out|err|getenv|getProperty|nanoTime|currentTimeMillis)|java\\.lang\\.Math\\.random|java\\.util\\.UUID\\.randomUUID");
    private static final Pattern MUTABLE = Pattern.compile(
            "Ljava/util/(concurrent/)?(\\w*(HashMap|HashSet|TreeMap|TreeSet|ArrayList|LinkedList|ArrayDeque|Queue|Random)|atomic/\\w+|BitSet);"
                + "|Ljava/lang/(StringBuilder|StringBuffer|ThreadLocal);");

    private final Project project = Project.here();

    @Test
    void everyPackageHasItsPlaceInTheDiagram() {
        Diagram diagram = Diagram.of(project.block(PAGE, "layers"));
        Set<String> homeless = new TreeSet<>();
        interpreterAndRepl()
                .map(LayersTest::packageOf)
                .filter(name -> !diagram.draws(name))
                .forEach(homeless::add);
        assertThat(homeless).isEmpty();
    }

    @Test
    void packagesSeeOnlyWhatStandsToTheLeftOfThem() {
        Diagram diagram = Diagram.of(project.block(PAGE, "layers"));
        Set<String> wrong = new TreeSet<>();
        interpreterAndRepl()
                .forEach(one -> seen(one)
                        .filter(other -> other.startsWith("dev.rung."))
                        .filter(other -> !diagram.allows(packageOf(one), packageOf(other)))
                        .forEach(other -> wrong.add(nameOf(one) + " sees " + other)));
        assertThat(wrong).isEmpty();
    }

    @Test
    void aLibraryIsSeenWhereTheTableSaysSo() {
        Map<String, List<String>> allowed = libraries();
        Set<String> wrong = new TreeSet<>();
        Stream.concat(interpreterAndRepl(), project.classes("grammar").stream())
                .forEach(one -> seen(one)
                        .filter(other -> !mayUse(allowed, packageOf(one), other))
                        .forEach(other -> wrong.add(nameOf(one) + " uses " + other)));
        assertThat(wrong).isEmpty();
    }

    @Test
    void modelAndLanguageDoNotTouchTheWorld() {
        Set<String> wrong = new TreeSet<>();
        for (ClassModel one : WITHOUT_WORLD.stream()
                .map(project::classes)
                .flatMap(List::stream)
                .toList()) {
            seen(one)
                    .filter(other -> WORLD.matcher(other).matches() && !HARMLESS.contains(other))
                    .forEach(other -> wrong.add(nameOf(one) + " uses " + other));
            members(one)
                    .filter(member -> WORLDLY_MEMBER.matcher(member).matches() || readsTheClock(member))
                    .forEach(member -> wrong.add(nameOf(one) + " calls " + member));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void nothingIsKeptInStaticFieldsThatCanChange() {
        List<String> wrong = new ArrayList<>();
        interpreterAndRepl()
                .forEach(one -> one.fields().stream()
                        .filter(field -> field.flags().has(AccessFlag.STATIC)
                                && !field.flags().has(AccessFlag.SYNTHETIC))
                        .filter(field -> !field.flags().has(AccessFlag.FINAL)
                                || MUTABLE.matcher(field.fieldType().stringValue())
                                        .matches()
                                || isOpenTable(field))
                        .forEach(field ->
                                wrong.add(nameOf(one) + "." + field.fieldName().stringValue())));
        assertThat(wrong).isEmpty();
    }

    /** A table of constants may be an array as long as nobody else gets hold of it. */
    private static boolean isOpenTable(FieldModel field) {
        return field.fieldType().stringValue().startsWith("[") && !field.flags().has(AccessFlag.PRIVATE);
    }

    private Stream<ClassModel> interpreterAndRepl() {
        List<ClassModel> all = project.modules().stream()
                .filter(module -> module.startsWith("interpreter/") || module.equals("repl"))
                .map(project::classes)
                .flatMap(List::stream)
                .toList();
        assertThat(all).as("compiled classes").hasSizeGreaterThan(100);
        return all.stream();
    }

    /** A library's prefix, and the packages (or their parents) that may see it. */
    private Map<String, List<String>> libraries() {
        Map<String, List<String>> table = new LinkedHashMap<>();
        for (String line : project.block(PAGE, "libraries")) {
            String[] halves = line.strip().split("\\s+", 2);
            table.put(
                    halves[0] + ".",
                    Stream.of(halves[1].split(","))
                            .map(name -> "dev.rung." + name.strip())
                            .toList());
        }
        return table;
    }

    private static boolean mayUse(Map<String, List<String>> allowed, String from, String seen) {
        return allowed.entrySet().stream()
                .filter(library -> seen.startsWith(library.getKey()))
                .findFirst()
                .map(library -> library.getValue().stream().anyMatch(place -> (from + ".").startsWith(place + ".")))
                .orElse(seen.matches("(dev\\.rung|java|javax|jdk)\\..*"));
    }

    /** Every class that a class names: in its code, its descriptors, its generic signatures and its annotations. */
    private static Stream<String> seen(ClassModel one) {
        Set<String> names = new TreeSet<>();
        for (PoolEntry entry : one.constantPool()) {
            if (entry instanceof ClassEntry named && !named.asInternalName().startsWith("[")) {
                names.add(named.asInternalName().replace('/', '.'));
            } else if (entry instanceof Utf8Entry text) {
                Matcher descriptor = IN_A_DESCRIPTOR.matcher(text.stringValue());
                while (descriptor.find()) {
                    names.add(descriptor.group(1).replace('/', '.'));
                }
            }
        }
        return names.stream().filter(name -> name.contains("."));
    }

    private static Stream<String> members(ClassModel one) {
        return StreamSupport.stream(one.constantPool().spliterator(), false)
                .filter(MemberRefEntry.class::isInstance)
                .map(MemberRefEntry.class::cast)
                .map(member -> member.owner().asInternalName().replace('/', '.') + "." + member.name()
                        + withoutParameters(member));
    }

    private static String withoutParameters(MemberRefEntry member) {
        return member.type().stringValue().startsWith("()") && member.name().equalsString("now") ? "()" : "";
    }

    private static boolean readsTheClock(String member) {
        return member.startsWith("java.time.")
                && (member.endsWith(".now()") || member.matches(".*\\.Clock\\.system\\w+"));
    }

    private static String nameOf(ClassModel one) {
        return one.thisClass().asInternalName().replace('/', '.');
    }

    private static String packageOf(ClassModel one) {
        return packageOf(nameOf(one));
    }

    private static String packageOf(String className) {
        return className.substring(0, className.lastIndexOf('.'));
    }
}
