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
import java.util.stream.Stream;

/** The installation as its drivers reach it: reads what expressions ask, and hands out parts. Reading changes nothing. */
public final class World implements Reader, AutoCloseable {
    private final Installation installation;
    private final DriverSet drivers;
    private final Surroundings surroundings;
    private final Map<String, Surroundings> places;
    private final Secrets secrets;
    private final Map<String, Part> parts;
    private final Map<String, Version> known = new LinkedHashMap<>();
    private Function<String, Optional<Value>> kept = statement -> Optional.empty();
    private final Outstanding outstanding = new Outstanding();

    private World(
            Installation installation,
            DriverSet drivers,
            Surroundings surroundings,
            Map<String, Surroundings> places,
            Secrets secrets,
            Map<String, Part> parts) {
        this.installation = installation;
        this.drivers = drivers;
        this.surroundings = surroundings;
        this.places = places;
        this.secrets = secrets;
        this.parts = parts;
    }

    /**
     * Reaches all places first, and makes the parts then.
     *
     * @throws Trouble if a place cannot be reached, if a driver cannot do its work where its part is, or cannot make a part of
     *     its arguments
     */
    public static World open(Installation installation, DriverSet drivers, Surroundings surroundings) throws Trouble {
        Set<String> variables = Secrets.variables(installation.secrets());
        Surroundings here = surroundings.with(Discreet.of(surroundings.commands(), variables));
        Map<String, Surroundings> places = new Places(installation, drivers, here).reached();
        places.replaceAll((name, place) -> place.with(Discreet.of(place.commands(), variables)));
        Secrets secrets = new Secrets(installation.secrets(), new CallReader(drivers, here, places));
        Map<String, Part> parts = new LinkedHashMap<>();
        for (Installation.Part part : installation.parts()) {
            Surroundings at = part.place().map(places::get).orElse(here);
            parts.put(part.name(), Places.driver(part, drivers).open(part.with(secrets.arguments(part)), at));
        }
        return new World(installation, drivers, here, places, secrets, parts);
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
                return PartReadings.read(call.name(), this, name, positional);
            }
            return discreet(call, new CallReader(drivers, surroundings, places).read(call, positional, named));
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

    /** Without any secret, whoever has told it. */
    Trouble hidden(Trouble trouble) {
        String words = hide(trouble.words());
        String help = hide(trouble.help());
        boolean tellsNone = words.equals(trouble.words()) && help.equals(trouble.help());
        return tellsNone ? trouble : new Trouble(words, help);
    }

    /** The calls that ask a part, by their names; all others are the drivers'. */
    public static Set<String> readingsOfParts() {
        return PartReadings.names();
    }
}
