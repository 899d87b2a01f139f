package dev.rung.repl.work;

import dev.rung.driver.Drivers;
import dev.rung.engine.driver.DriverSet;
import dev.rung.engine.run.World;
import dev.rung.language.check.CheckedRunbook.Use;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.Location;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Something that the language has and this Rung does not carry out yet: it can be checked and proved, and not be run. */
record NotBuilt(Location at, String what) implements Diagnostic {
    /** The forms that need an engine to do something and have one that does. */
    private static final Set<String> FORMS = Set.of("window");

    /** @param uses what a runbook uses of the language */
    static List<NotBuilt> among(List<Use> uses) {
        DriverSet drivers = Drivers.all();
        return uses.stream()
                .filter(use -> !isBuilt(use, drivers))
                .map(use -> new NotBuilt(use.at(), words(use)))
                .toList();
    }

    private static boolean isBuilt(Use use, DriverSet drivers) {
        return switch (use) {
            case Use.Driver driver ->
                drivers.driver(driver.name(), driver.kind()).isPresent();
            case Use.Call call
            when call.of().isPresent() ->
                World.readingsOfParts().contains(call.call().name());
            case Use.Call call -> drivers.call(call.call().name()).isPresent();
            case Use.Place place -> drivers.place(place.driver()).isPresent();
            case Use.Form form -> FORMS.contains(form.word());
        };
    }

    private static String words(Use use) {
        return switch (use) {
            case Use.Driver driver ->
                "`" + driver.name() + "` of " + driver.kind().word();
            case Use.Call call ->
                "`" + call.call().name() + "`"
                        + Optional.of(call)
                                .flatMap(Use.Call::of)
                                .map(kind -> " of " + kind.word())
                                .orElse("");
            case Use.Place place -> "the place `" + place.driver() + "`";
            case Use.Form form -> "`" + form.word() + "`";
        };
    }

    @Override
    public String summary() {
        return "this Rung does not carry out " + what + " yet";
    }

    @Override
    public String help() {
        return "it can be checked and proved: `rung lint`, `rung prove`";
    }
}
