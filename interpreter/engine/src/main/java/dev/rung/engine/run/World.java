package dev.rung.engine.run;

import dev.rung.engine.driver.Artifact;
import dev.rung.engine.driver.Call;
import dev.rung.engine.driver.Commands;
import dev.rung.engine.driver.Config;
import dev.rung.engine.driver.Data;
import dev.rung.engine.driver.Database;
import dev.rung.engine.driver.Downloads;
import dev.rung.engine.driver.DriverSet;
import dev.rung.engine.driver.Part;
import dev.rung.engine.driver.Requests;
import dev.rung.engine.driver.Service;
import dev.rung.engine.driver.Surroundings;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Evaluator;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Reader;
import dev.rung.model.expression.Signature;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Installation;
import dev.rung.model.version.Spelling;
import dev.rung.model.version.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The installation as its drivers reach it: reads what expressions ask, and hands out parts. Reading changes nothing. */
public final class World implements Reader, AutoCloseable {
    /** One of the calls that ask a part. @param arguments the part itself first */
    private interface PartReading {
        Value read(World world, String part, List<Value> arguments) throws Trouble;
    }

    private static final Map<String, PartReading> OF_PARTS = Map.of(
            "fingerprint",
            (world, part, arguments) ->
                    new Value.Text(world.data(part).fingerprint().digest()),
            "has-key",
            (world, part, arguments) -> world.hasKey(part, arguments.get(1).shown()),
            "log-has",
            (world, part, arguments) ->
                    world.logHas(world.service(part), arguments.get(1).shown()),
            "running",
            (world, part, arguments) ->
                    new Value.Truth(world.service(part).look().up()),
            "size",
            (world, part, arguments) -> new Value.Size(world.size(part)),
            "sql-value",
            (world, part, arguments) ->
                    world.database(part).value(arguments.get(1).shown(), arguments.subList(2, arguments.size())),
            "value-of",
            (world, part, arguments) -> world.valueOf(part, arguments.get(1).shown()));

    private final Installation installation;
    private final DriverSet drivers;
    private final Surroundings surroundings;
    private final Map<String, Surroundings> places;
    private final Map<String, Part> parts;
    private final Map<String, Version> known = new LinkedHashMap<>();
    private Function<String, Optional<Value>> kept = statement -> Optional.empty();
    private final Outstanding outstanding = new Outstanding();

    private World(
            Installation installation,
            DriverSet drivers,
            Surroundings surroundings,
            Map<String, Surroundings> places,
            Map<String, Part> parts) {
        this.installation = installation;
        this.drivers = drivers;
        this.surroundings = surroundings;
        this.places = places;
        this.parts = parts;
    }

    /**
     * Reaches all places first, and makes the parts then.
     *
     * @throws Trouble if a place cannot be reached, if a driver cannot do its work where its part is, or cannot make a part of
     *     its arguments
     */
    public static World open(Installation installation, DriverSet drivers, Surroundings surroundings) throws Trouble {
        Map<String, Surroundings> places = new Places(installation, drivers, surroundings).reached();
        Map<String, Part> parts = new LinkedHashMap<>();
        for (Installation.Part part : installation.parts()) {
            Surroundings at = part.place().map(places::get).orElse(surroundings);
            parts.put(part.name(), Places.driver(part, drivers).open(part, at));
        }
        return new World(installation, drivers, surroundings, places, parts);
    }

    public Value evaluate(Expression expression) {
        return Evaluator.evaluate(expression, this);
    }

    /** With the values of secrets: for what is told to nobody. */
    Value revealed(Expression expression) {
        return evaluate(new Secrets(installation.secrets()).revealed(expression));
    }

    @Override
    public Value kept(String statement) {
        return kept.apply(statement).orElseGet(() -> new Value.Unknown("it is read only when the run comes to it"));
    }

    /** @param log what was read once, by statement */
    void remembers(Function<String, Optional<Value>> log) {
        kept = log;
    }

    /** How a part is found now, in words. @param name of one that the installation has */
    public String found(String name) {
        return PartsInWords.found(parts.get(name));
    }

    /** Ends whatever helpers the drivers keep, and waits for no answer any more. */
    @Override
    public void close() {
        outstanding.giveUp();
        parts.values().forEach(Part::close);
    }

    Installation installation() {
        return installation;
    }

    Requests requests() {
        return drivers.requests();
    }

    Downloads downloads() {
        return drivers.downloads();
    }

    Outstanding outstanding() {
        return outstanding;
    }

    /** Whether anything works that nobody waits for: a program that has outlived its statement, a request without an answer. */
    boolean isAtWork() {
        return !outstanding.open().isEmpty() || !working().isEmpty();
    }

    /** A program that has outlived its statement, and what reaches it. */
    record AtWork(Commands commands, Commands.Working program) {}

    List<AtWork> working() {
        List<AtWork> working = new ArrayList<>();
        Stream.concat(Stream.of(surroundings), places.values().stream())
                .map(Surroundings::commands)
                .forEach(commands ->
                        commands.stillWorking().forEach(program -> working.add(new AtWork(commands, program))));
        return working;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /** @param place the name of one; here, if empty */
    Surroundings surroundings(Optional<String> place) {
        return place.map(places::get).orElse(surroundings);
    }

    Map<String, Part> parts() {
        return parts;
    }

    Artifact artifact(String name) {
        return (Artifact) parts.get(name);
    }

    Config config(String name) {
        return (Config) parts.get(name);
    }

    Data data(String name) {
        return (Data) parts.get(name);
    }

    Database database(String name) {
        return (Database) parts.get(name);
    }

    Service service(String name) {
        return (Service) parts.get(name);
    }

    /** What a system's {@code installed} answers now, in its release file's spelling; unknown stays unknown. */
    public Optional<Version> readInstalled(String system) {
        return switch (evaluate(installation.system(system).installed())) {
            case Value.Number(Version version) -> spelled(system, version.written());
            case Value.Text(String text) -> spelled(system, text);
            case Value ignored -> Optional.empty();
        };
    }

    /** Why {@link #readInstalled} has no answer. */
    public String whyNotInstalled(String system) {
        return evaluate(installation.system(system).installed()) instanceof Value.Unknown(String why)
                ? why
                : "what it answers is no version number";
    }

    private Optional<Version> spelled(String system, String written) {
        return Spelling.read(installation.system(system).spellings(), written).map(Spelling.Spelled::version);
    }

    /** The journal's word for a system's version, for whenever nothing answers. */
    void knows(String system, Version version) {
        known.put(system, version);
    }

    @Override
    public Value installed(String system) {
        return readInstalled(system)
                .or(() -> Optional.ofNullable(known.get(system)))
                .<Value>map(Value.Number::new)
                .orElseGet(() -> new Value.Unknown(whyNotInstalled(system)));
    }

    @Override
    public Value read(Expression.Call call, List<Value> positional, Map<String, Value> named) {
        try {
            if (!call.positional().isEmpty() && call.positional().getFirst() instanceof Expression.Part(String name)) {
                return readPart(call.name(), name, positional);
            }
            Call reading = drivers.call(call.name())
                    .orElseThrow(() -> new Trouble("this Rung cannot read `" + call.name() + "`"));
            Map<String, Value> arguments = arguments(reading.signature(), positional, named);
            return reading.read(arguments, at(reading.signature(), arguments));
        } catch (Trouble trouble) {
            return new Value.Unknown(trouble.words());
        }
    }

    /** A call says by {@code on} where it is asked, or is asked of a place itself; that is then no argument of it. */
    private Surroundings at(Signature signature, Map<String, Value> arguments) {
        Optional<String> named = Optional.ofNullable(arguments.remove("on")).map(Value::shown);
        Optional<Signature.Parameter> asked = signature.parameters().stream()
                .filter(parameter -> parameter.types().contains(Type.PLACE))
                .filter(parameter ->
                        arguments.get(parameter.name()) instanceof Value place && places.containsKey(place.shown()))
                .findFirst();
        return surroundings(named.or(
                () -> asked.map(parameter -> arguments.remove(parameter.name())).map(Value::shown)));
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

    private Value readPart(String call, String name, List<Value> arguments) throws Trouble {
        PartReading reading = OF_PARTS.get(call);
        if (reading == null) {
            throw new Trouble("this Rung cannot read `" + call + "` of a part");
        }
        return reading.read(this, name, arguments);
    }

    /** The calls that ask a part, by their names; all others are the drivers'. */
    public static Set<String> readingsOfParts() {
        return OF_PARTS.keySet();
    }

    private long size(String part) throws Trouble {
        return switch (parts.get(part)) {
            case Artifact artifact -> artifact.size();
            case Data data -> data.size();
            case Service service -> throw new Trouble("`" + part + "` is a service and has no size");
        };
    }

    private Value hasKey(String part, String key) throws Trouble {
        return new Value.Truth(config(part).value(key).isPresent());
    }

    private Value valueOf(String part, String key) throws Trouble {
        return config(part)
                .value(key)
                .map(Value.Text::new)
                .orElseThrow(() -> new Trouble("`" + part + "` has no key `" + key + "`"));
    }

    private Value logHas(Service service, String regex) throws Trouble {
        return new Value.Truth(
                Pattern.compile(regex, Pattern.MULTILINE).matcher(service.log()).find());
    }
}
