package dev.rung.engine.driver;

import java.util.List;
import java.util.Optional;

/** The drivers and calls that an interpreter has, and what sends its requests. */
public record DriverSet(List<Driver> drivers, List<Call> calls, Requests requests) {
    public DriverSet {
        drivers = List.copyOf(drivers);
        calls = List.copyOf(calls);
    }

    public Optional<Driver> driver(String name) {
        return drivers.stream()
                .filter(driver -> driver.signature().name().equals(name))
                .findFirst();
    }

    public Optional<Call> call(String name) {
        return calls.stream()
                .filter(call -> call.signature().name().equals(name))
                .findFirst();
    }
}
