package dev.rung.language.signature;

import static dev.rung.language.signature.Parameters.free;

import dev.rung.model.expression.Signature;
import dev.rung.model.expression.Signature.Parameter;
import dev.rung.model.expression.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All drivers, places and calls of the language: the one table that checker, completion and documentation read. It says
 * what may be written; which of it this interpreter carries out, its drivers say. A test holds each of them to its line.
 */
public final class Signatures {
    private static final List<Signature> DRIVERS = DriverTable.all();
    private static final List<Signature> CALLS = CallTable.all();
    private static final List<Signature> PLACES = PlaceTable.all();
    private static final Map<String, List<Signature>> DRIVERS_BY_NAME = byName(DRIVERS);
    private static final Map<String, List<Signature>> CALLS_BY_NAME = byName(CALLS);
    private static final Map<String, List<Signature>> PLACES_BY_NAME = byName(PLACES);

    private static final List<Parameter> OF_EVERY_SERVICE = List.of(
            free(
                    "migrates",
                    "the data that it migrates when new code starts; all of its system, but configs, if left out",
                    Type.LIST),
            free(
                    "writes",
                    "the data that it writes while it runs; all of its system, but configs, if left out",
                    Type.LIST));
    private static final List<Parameter> OF_EVERY_CONFIG =
            List.of(free("must-keep", "keys whose values are secrets and stay the same over every hop", Type.LIST));
    private static final List<Parameter> OF_EVERY_CALL =
            List.of(free("on", "where it is asked; here if left out", Type.PLACE));

    private Signatures() {}

    /** In alphabetical order; those of one name by what they make. */
    public static List<Signature> drivers() {
        return DRIVERS;
    }

    /** In alphabetical order. */
    public static List<Signature> calls() {
        return CALLS;
    }

    /** What stands behind {@code place NAME =}, in alphabetical order. */
    public static List<Signature> places() {
        return PLACES;
    }

    public static Optional<Signature> driver(String name, Type kind) {
        return drivers(name).stream().filter(driver -> driver.gives() == kind).findFirst();
    }

    /** All that go by a name, by what they make. */
    public static List<Signature> drivers(String name) {
        return DRIVERS_BY_NAME.getOrDefault(name, List.of());
    }

    public static Optional<Signature> call(String name) {
        return CALLS_BY_NAME.getOrDefault(name, List.of()).stream().findFirst();
    }

    public static Optional<Signature> place(String name) {
        return PLACES_BY_NAME.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** What every driver of a kind takes besides its own parameters, by name alone. */
    public static List<Parameter> ofEvery(Type kind) {
        return switch (kind) {
            case SERVICE -> OF_EVERY_SERVICE;
            case CONFIG -> OF_EVERY_CONFIG;
            default -> List.of();
        };
    }

    /** What every call takes besides its own parameters, by name alone. */
    public static List<Parameter> ofEveryCall() {
        return OF_EVERY_CALL;
    }

    private static Map<String, List<Signature>> byName(List<Signature> signatures) {
        Map<String, List<Signature>> byName = new HashMap<>();
        signatures.forEach(signature -> byName.computeIfAbsent(signature.name(), name -> new ArrayList<>())
                .add(signature));
        byName.replaceAll((name, own) -> List.copyOf(own));
        return Map.copyOf(byName);
    }
}
