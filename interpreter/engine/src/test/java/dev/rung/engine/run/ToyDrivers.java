package dev.rung.engine.run;

import dev.rung.engine.driver.Call;
import dev.rung.engine.driver.Driver;
import dev.rung.engine.driver.Part;
import dev.rung.engine.driver.Surroundings;
import dev.rung.model.expression.Signature;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Installation;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Drivers and calls around what a toy has already. */
final class ToyDrivers {
    private ToyDrivers() {}

    static Driver driver(String name, Type kind, Part part) {
        Signature signature = new Signature(name, kind, List.of(), Set.of(), "");
        return new Driver() {
            @Override
            public Signature signature() {
                return signature;
            }

            @Override
            public Part open(Installation.Part ignored, Surroundings surroundings) {
                return part;
            }
        };
    }

    static Call call(String name, java.util.function.Supplier<Value> answer) {
        Signature signature = new Signature(name, Type.READING, List.of(), Set.of(), "");
        return new Call() {
            @Override
            public Signature signature() {
                return signature;
            }

            @Override
            public Value read(Map<String, Value> arguments, Surroundings surroundings) {
                return answer.get();
            }
        };
    }
}
