package dev.rung.language.check;

import dev.rung.language.syntax.Declaration;
import dev.rung.language.syntax.Statement;
import dev.rung.language.syntax.SyntaxTree;
import dev.rung.model.expression.Type;
import dev.rung.model.text.Nearest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names of a runbook and what they stand for. Of two that are the same the first one counts. */
public final class Names {
    private final Map<String, Meaning> global = new LinkedHashMap<>();
    private final Map<String, Map<String, Meaning>> facts = new LinkedHashMap<>();
    private final List<String> confirmations = new ArrayList<>();
    private final Set<String> confirmed = new HashSet<>();
    private final Map<String, List<String>> systemsByFact = new HashMap<>();
    private final List<String> systems;
    private final List<String> places;
    /** What was asked for once: many ask the same. */
    private final Map<String, List<String>> factNames = new HashMap<>();

    private final Map<Set<Type>, List<String>> partNames = new HashMap<>();

    Names(SyntaxTree tree) {
        for (Meaning.Word word : Meaning.Word.values()) {
            global.put(word.spelling(), new Meaning.Given(word));
        }
        tree.phases().forEach(phase -> confirmations(phase.body()));
        for (Declaration declaration : tree.declarations()) {
            switch (declaration) {
                case Declaration.Input input ->
                    global.putIfAbsent(
                            input.name().text(),
                            new Meaning.Input(input, InputTypes.of(input).orElse(Type.TEXT)));
                case Declaration.Let let -> global.putIfAbsent(let.name().text(), new Meaning.Let(let));
                case Declaration.Place place -> global.putIfAbsent(place.name().text(), new Meaning.Place(place));
                case Declaration.Secret secret ->
                    global.putIfAbsent(secret.name().text(), new Meaning.Secret(secret));
                case Declaration.Sys system -> system(system);
                case Declaration.InputSet set -> {
                    // is chosen from outside, and goes by no name here
                }
                case Declaration.Include include -> {
                    // what it includes stands in its place
                }
                case Declaration.MaxLoss loss -> {
                    // has no name
                }
                case Declaration.Window window -> {
                    // has no name
                }
                case Declaration.Phase phase -> {
                    // a phase has a title, not a name
                }
            }
        }
        this.systems = List.copyOf(facts.keySet());
        this.places = global.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Meaning.Place)
                .map(Map.Entry::getKey)
                .toList();
        facts.forEach((system, own) -> own.keySet()
                .forEach(fact -> systemsByFact
                        .computeIfAbsent(fact, name -> new ArrayList<>())
                        .add(system)));
    }

    private void confirmations(List<Statement> body) {
        for (Statement statement : body) {
            if (statement instanceof Statement.Confirm confirm) {
                confirmations.add(confirm.name().text());
                confirmed.add(confirm.name().text());
            }
            statement.bodies().forEach(this::confirmations);
        }
    }

    /** The names of all that people confirm, in the order of the file. */
    public List<String> confirmations() {
        return Collections.unmodifiableList(confirmations);
    }

    private void system(Declaration.Sys system) {
        String name = system.name().text();
        global.putIfAbsent(name, new Meaning.Sys(system));
        Map<String, Meaning> own = facts.computeIfAbsent(name, key -> new LinkedHashMap<>());
        for (Declaration.Part part : system.parts()) {
            global.putIfAbsent(part.name().text(), new Meaning.Part(part, name));
        }
        for (Declaration.Fact fact : system.facts()) {
            boolean installed = fact.name().text().equals("installed");
            if (global.get(fact.name().text()) instanceof Meaning.Given) {
                continue; // is nobody's to declare, and keeps its meaning
            }
            own.putIfAbsent(fact.name().text(), installed ? new Meaning.Installed(name) : new Meaning.Fact(fact, name));
        }
    }

    /** What a bare name stands for; what its body has named comes first, then the facts of the system there. */
    public Optional<Meaning> of(String name, Scope scope) {
        Optional<Meaning.Local> local = scope.locals().get(name);
        if (local.isPresent()) {
            return Optional.of(local.get());
        }
        Optional<Meaning> fact = scope.system().flatMap(system -> fact(system, name));
        return fact.isPresent() ? fact : Optional.ofNullable(global.get(name));
    }

    public Optional<Meaning> fact(String system, String name) {
        return Optional.ofNullable(facts.getOrDefault(system, Map.of()).get(name));
    }

    /** What a bare name could be at a place: of very many the first ones, as many as {@link Nearest} looks at. */
    public List<String> known(Scope scope) {
        List<String> known = new ArrayList<>();
        known.addAll(scope.locals().names(Nearest.MOST));
        scope.system()
                .ifPresent(system -> facts(system).stream().limit(Nearest.MOST).forEach(fact -> add(fact, known)));
        for (Map.Entry<String, Meaning> entry : global.entrySet()) {
            if (known.size() == Nearest.MOST) {
                break;
            }
            boolean elsewhere =
                    entry.getValue() instanceof Meaning.Given(Meaning.Word word) && word.inHop() && !scope.inHop();
            if (!elsewhere) {
                add(entry.getKey(), known);
            }
        }
        return known;
    }

    private static void add(String name, List<String> known) {
        if (known.size() < Nearest.MOST) {
            known.add(name);
        }
    }

    public List<String> facts(String system) {
        return factNames.computeIfAbsent(
                system, name -> List.copyOf(facts.getOrDefault(name, Map.of()).keySet()));
    }

    boolean isConfirmed(String name) {
        return confirmed.contains(name);
    }

    boolean isSystem(String name) {
        return facts.containsKey(name);
    }

    /** The systems that have a fact of this name. */
    List<String> systemsWith(String fact) {
        return systemsByFact.getOrDefault(fact, List.of());
    }

    public List<String> systems() {
        return systems;
    }

    public List<String> places() {
        return places;
    }

    public Optional<String> onlySystem() {
        return facts.size() == 1 ? Optional.of(facts.keySet().iterator().next()) : Optional.empty();
    }

    public Optional<Meaning.Part> part(String name) {
        return global.get(name) instanceof Meaning.Part part ? Optional.of(part) : Optional.empty();
    }

    /** Names of the parts of the given kinds, in the order of the file. */
    public List<String> parts(Type... kinds) {
        return partNames.computeIfAbsent(
                Set.of(kinds),
                wanted -> global.entrySet().stream()
                        .filter(entry -> entry.getValue() instanceof Meaning.Part part
                                && wanted.contains(part.declaration().kind()))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    Optional<Meaning> declared(String name) {
        return Optional.ofNullable(global.get(name));
    }
}
