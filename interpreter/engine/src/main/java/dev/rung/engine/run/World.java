package dev.rung.engine.run;

import dev.rung.engine.driver.Artifact;
import dev.rung.engine.driver.Config;
import dev.rung.engine.driver.Data;
import dev.rung.engine.driver.Database;
import dev.rung.engine.driver.Downloads;
import dev.rung.engine.driver.Driver;
import dev.rung.engine.driver.DriverSet;
import dev.rung.engine.driver.Part;
import dev.rung.engine.driver.Requests;
import dev.rung.engine.driver.Service;
import dev.rung.engine.driver.Surroundings;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Evaluator;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Reader;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Installation;
import dev.rung.model.version.Spelling;
import dev.rung.model.version.Version;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

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
    private final Secrets secrets;
    private final Map<String, Part> parts;
    private final Map<String, Version> known = new LinkedHashMap<>();
    private Function<String, Optional<Value>> kept = statement -> Optional.empty();
    private final Outstanding outstanding = new Outstanding();

    private World(
            Installation installation,
            DriverSet drivers,
            Surroundings surroundings,
            Secrets secrets,
            Map<String, Part> parts) {
        this.installation = installation;
        this.drivers = drivers;
        this.surroundings = surroundings;
        this.secrets = secrets;
        this.parts = parts;
    }

    /** @throws Trouble if a driver cannot make a part of its arguments */
    public static World open(Installation installation, DriverSet drivers, Surroundings surroundings) throws Trouble {
        Surroundings here = new Surroundings(
                surroundings.folder(),
                surroundings.state(),
                Discreet.of(surroundings.commands(), Secrets.variables(installation.secrets())),
                surroundings.clock(),
                surroundings.sleep());
        Secrets secrets = new Secrets(installation.secrets(), new CallReader(drivers, here));
        Map<String, Part> parts = new LinkedHashMap<>();
        for (Installation.Part part : installation.parts()) {
            Driver driver = drivers.driver(part.driver(), part.kind())
                    .orElseThrow(() -> new Trouble("this Rung has no driver `" + part.driver() + "`"));
            parts.put(part.name(), driver.open(part.with(secrets.arguments(part)), here));
        }
        return new World(installation, drivers, here, secrets, parts);
    }

    /** With the values of secrets: a runbook has them only where they are told to nobody. */
    public Value evaluate(Expression expression) {
        return Evaluator.evaluate(secrets.revealed(expression), this);
    }

    /** Of a secret the name was kept, and it is read anew. */
    @Override
    public Value kept(String statement) {
        Value value =
                kept.apply(statement).orElseGet(() -> new Value.Unknown("it is read only when the run comes to it"));
        return value instanceof Value.Secret(String name) ? secrets.value(name) : value;
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
        return !outstanding.open().isEmpty()
                || !surroundings.commands().stillWorking().isEmpty();
    }

    Surroundings surroundings() {
        return surroundings;
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
            return discreet(call, new CallReader(drivers, surroundings).read(call, positional, named));
        } catch (Trouble trouble) {
            return new Value.Unknown(hide(trouble.words()));
        }
    }

    /** What a call makes of a secret is one as well. */
    private Value discreet(Expression.Call call, Value answer) {
        if (answer instanceof Value.Unknown(String why)) {
            return new Value.Unknown(hide(why));
        }
        if (call.type() == Type.SECRET) {
            secrets.mask().add(call.name(), answer.shown());
        }
        return answer;
    }

    /** Without any secret that was read until now. */
    String hide(String text) {
        return secrets.mask().hide(text);
    }

    /** What comes from outside, and past the outcome of an effect, may have a secret in it. */
    Event hidden(Event event) {
        return switch (event) {
            case Event.Said(String text) -> new Event.Said(hide(text));
            case Event.Waiting(String answer, Duration left) -> new Event.Waiting(hide(answer), left);
            default -> event;
        };
    }

    /** Without any secret, whoever has told it. */
    Trouble hidden(Trouble trouble) {
        String words = hide(trouble.words());
        String help = hide(trouble.help());
        boolean tellsNone = words.equals(trouble.words()) && help.equals(trouble.help());
        return tellsNone ? trouble : new Trouble(words, help);
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
