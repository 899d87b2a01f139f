package dev.rung.driver.contract;

import java.util.ArrayList;
import java.util.List;

/** All that drivers do to the world. */
final class Operations {
    private Operations() {}

    static List<Operation> all() {
        List<Operation> all = new ArrayList<>();
        all.addAll(FileOperations.all());
        all.addAll(ProcessOperations.all());
        all.addAll(DirectoryOperations.all());
        all.addAll(H2Operations.all());
        return all;
    }

    static Operation named(String name) {
        return all().stream()
                .filter(operation -> operation.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
