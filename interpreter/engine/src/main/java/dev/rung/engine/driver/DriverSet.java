package dev.rung.engine.driver;

import dev.rung.model.expression.Type;
import java.util.List;
import java.util.Optional;

/** The drivers and calls that an interpreter has, what sends its requests, and what brings files from addresses. */
public record DriverSet(List<Driver> drivers, List<Call> calls, Requests requests, Downloads downloads) {
    public DriverSet {
        drivers = List.copyOf(drivers);
        calls = List.copyOf(calls);
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
