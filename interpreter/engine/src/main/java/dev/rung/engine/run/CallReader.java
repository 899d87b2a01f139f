package dev.rung.engine.run;

import dev.rung.engine.driver.Call;
import dev.rung.engine.driver.DriverSet;
import dev.rung.engine.driver.Surroundings;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Reader;
import dev.rung.model.expression.Signature;
import dev.rung.model.expression.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks what belongs to no part: files, addresses, programs. */
record CallReader(DriverSet drivers, Surroundings surroundings) implements Reader {
    @Override
    public Value read(Expression.Call call, List<Value> positional, Map<String, Value> named) {
        Optional<Call> reading = drivers.call(call.name());
        return reading.isPresent()
                ? reading.get().read(arguments(reading.get().signature(), positional, named), surroundings)
                : new Value.Unknown("this Rung cannot read `" + call.name() + "`");
    }

    private static Map<String, Value> arguments(Signature signature, List<Value> positional, Map<String, Value> named) {
        Map<String, Value> arguments = new LinkedHashMap<>(named);
        List<Signature.Parameter> parameters = signature.parameters();
        for (int i = 0; i < positional.size() && i < parameters.size(); i++) {
            boolean surplus = i == parameters.size() - 1 && positional.size() > parameters.size();
            Value value = surplus ? new Value.Listing(positional.subList(i, positional.size())) : positional.get(i);
            arguments.put(parameters.get(i).name(), value);
        }
        return arguments;
    }

    @Override
    public Value installed(String system) {
        return new Value.Unknown("no system is looked at here");
    }

    @Override
    public Value kept(String id) {
        return new Value.Unknown("nothing is kept here");
    }
}
