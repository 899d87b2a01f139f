package dev.rung.language.check;

import dev.rung.language.syntax.Declaration;
import dev.rung.language.syntax.Statement;
import dev.rung.language.syntax.SyntaxTree;
import dev.rung.model.expression.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The names of a runbook and what they stand for. Of two that are the same the first one counts. */
public final class Names {
    private final Map<String, Meaning> global = new LinkedHashMap<>();
    private final Map<String, Map<String, Meaning>> facts = new LinkedHashMap<>();
    private final List<String> confirmations = new ArrayList<>();

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
    }

    private void confirmations(List<Statement> body) {
        for (Statement statement : body) {
            if (statement instanceof Statement.Confirm confirm) {
                confirmations.add(confirm.name().text());
            }
            statement.bodies().forEach(this::confirmations);
        }
    }

    /** The names of all that people confirm, in the order of the file. */
    public List<String> confirmations() {
        return List.copyOf(confirmations);
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
        if (scope.locals().containsKey(name)) {
            return Optional.of(scope.locals().get(name));
        }
        Optional<Meaning> fact = scope.system().flatMap(system -> fact(system, name));
        return fact.isPresent() ? fact : Optional.ofNullable(global.get(name));
    }

    public Optional<Meaning> fact(String system, String name) {
        return Optional.ofNullable(facts.getOrDefault(system, Map.of()).get(name));
    }

    /** All that a bare name could be at a place. */
    public List<String> known(Scope scope) {
        return Stream.concat(
                        Stream.concat(
                                scope.locals().keySet().stream(),
                                scope.system().stream().flatMap(system -> facts(system).stream())),
                        global.entrySet().stream()
                                .filter(entry -> !(entry.getValue() instanceof Meaning.Given(Meaning.Word word))
                                        || !word.inHop()
                                        || scope.inHop())
                                .map(Map.Entry::getKey))
                .toList();
    }

    public List<String> facts(String system) {
        return List.copyOf(facts.getOrDefault(system, Map.of()).keySet());
    }

    /** The systems that have a fact of this name. */
    List<String> systemsWith(String fact) {
        return facts.entrySet().stream()
                .filter(entry -> entry.getValue().containsKey(fact))
                .map(Map.Entry::getKey)
                .toList();
    }

    public List<String> systems() {
        return List.copyOf(facts.keySet());
    }

    public List<String> places() {
        return global.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Meaning.Place)
                .map(Map.Entry::getKey)
                .toList();
    }

    public Optional<String> onlySystem() {
        return facts.size() == 1 ? Optional.of(facts.keySet().iterator().next()) : Optional.empty();
    }

    public Optional<Meaning.Part> part(String name) {
        return global.get(name) instanceof Meaning.Part part ? Optional.of(part) : Optional.empty();
    }

    /** Names of the parts of the given kinds, in the order of the file. */
    public List<String> parts(Type... kinds) {
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, Meaning> entry : global.entrySet()) {
            if (entry.getValue() instanceof Meaning.Part part
                    && List.of(kinds).contains(part.declaration().kind())) {
                names.add(entry.getKey());
            }
        }
        return names;
    }

    Optional<Meaning> declared(String name) {
        return Optional.ofNullable(global.get(name));
    }
}
