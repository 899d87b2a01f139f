package dev.rung.engine.run;

import dev.rung.engine.driver.Driver;
import dev.rung.engine.driver.DriverSet;
import dev.rung.engine.driver.PlaceDriver.Need;
import dev.rung.engine.driver.PlaceDriver.Reached;
import dev.rung.engine.driver.Surroundings;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.plan.Installation;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reaches the places of an installation, and holds its drivers to what can be done there, before any part is looked at. */
record Places(Installation installation, DriverSet drivers, Surroundings here) {
    Map<String, Surroundings> reached() throws Trouble {
        Map<String, Surroundings> places = new LinkedHashMap<>();
        for (Installation.Place place : installation.places().values().stream()
                .sorted(Comparator.comparing(Installation.Place::name))
                .toList()) {
            Reached reached = drivers.place(place.driver())
                    .orElseThrow(() -> new Trouble("this Rung reaches no place by `" + place.driver() + "`"))
                    .reach(place, here);
            for (Installation.Part part : installation.parts()) {
                if (part.place().equals(Optional.of(place.name()))) {
                    mustFit(part, reached);
                }
            }
            places.put(place.name(), reached.surroundings());
        }
        return places;
    }

    private void mustFit(Installation.Part part, Reached reached) throws Trouble {
        Optional<Need> missing = driver(part, drivers).needs().stream()
                .filter(need -> !reached.offers().contains(need))
                .sorted()
                .findFirst();
        if (missing.isPresent()) {
            throw new Trouble(
                    "`" + part.name() + "` cannot be on `" + part.place().orElseThrow() + "`: `" + part.driver() + "` "
                            + missing.get().words() + " there, and " + reached.why(),
                    "leave `on " + part.place().orElseThrow() + "` out at `" + part.name() + "`, or mend that");
        }
    }

    static Driver driver(Installation.Part part, DriverSet drivers) throws Trouble {
        return drivers.driver(part.driver(), part.kind())
                .orElseThrow(() -> new Trouble("this Rung has no driver `" + part.driver() + "`"));
    }
}
