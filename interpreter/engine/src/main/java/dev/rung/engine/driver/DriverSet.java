package dev.rung.engine.driver;

import dev.rung.model.expression.Type;
import java.util.List;
import java.util.Optional;

/**
 * The drivers and calls that an interpreter has, what it reaches of other places, what sends its requests, and what brings
 * files from addresses.
 */
public record DriverSet(
        List<Driver> drivers, List<PlaceDriver> places, List<Call> calls, Requests requests, Downloads downloads) {
    public DriverSet {
        drivers = List.copyOf(drivers);
        places = List.copyOf(places);
        calls = List.copyOf(calls);
    }

    /** One that reaches no places. */
    public DriverSet(List<Driver> drivers, List<Call> calls, Requests requests, Downloads downloads) {
        this(drivers, List.of(), calls, requests, downloads);
    }

    public Optional<PlaceDriver> place(String name) {
        return places.stream()
                .filter(place -> place.signature().name().equals(name))
                .findFirst();
    }

    /** @param kind what it makes: one name may serve several kinds */
    public Optional<Driver> driver(String name, Type kind) {
        return drivers.stream()
                .filter(driver -> driver.signature().name().equals(name)
                        && driver.signature().gives() == kind)
                .findFirst();
    }

    public Optional<Call> call(String name) {
        return calls.stream()
                .filter(call -> call.signature().name().equals(name))
                .findFirst();
    }
}
