package dev.rung.driver.contract;

import java.util.List;

/** One entry for each driver, alphabetical. A driver without one fails the contract. */
final class Fixtures {
    private Fixtures() {}

    static List<Fixture> all() {
        return List.of(new DirectoryFixture(), new FileFixture(), new H2Fixture(), new ProcessFixture());
    }

    static <F extends Fixture> F of(Class<F> kind) {
        return all().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }
}
