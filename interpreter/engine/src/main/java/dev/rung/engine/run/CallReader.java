package dev.rung.engine.run;

import dev.rung.engine.driver.Call;
import dev.rung.engine.driver.DriverSet;
import dev.rung.engine.driver.Surroundings;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Reader;
import dev.rung.model.expression.Signature;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks what belongs to no part: files, addresses, programs. */
record CallReader(DriverSet drivers, Surroundings here, Map<String, Surroundings> places) implements Reader {
    @Override
    public Value read(Expression.Call call, List<Value> positional, Map<String, Value> named) {
        Optional<Call> reading = drivers.call(call.name());
        if (reading.isEmpty()) {
            return new Value.Unknown("this Rung cannot read `" + call.name() + "`");
        }
        Signature signature = reading.get().signature();
        Map<String, Value> arguments = arguments(signature, positional, named);
        return reading.get().read(arguments, at(signature, arguments));
    }

    /** A call says by {@code on} where it is asked, or is asked of a place itself; that is then no argument of it. */
    private Surroundings at(Signature signature, Map<String, Value> arguments) {
        Optional<String> named = Optional.ofNullable(arguments.remove("on")).map(Value::shown);
        Optional<Signature.Parameter> asked = signature.parameters().stream()
                .filter(parameter -> parameter.types().contains(Type.PLACE))
                .filter(parameter ->
                        arguments.get(parameter.name()) instanceof Value place && places.containsKey(place.shown()))
                .findFirst();
        return named.or(() -> asked.map(parameter -> arguments.remove(parameter.name()))
                        .map(Value::shown))
                .map(places::get)
                .orElse(here);
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
