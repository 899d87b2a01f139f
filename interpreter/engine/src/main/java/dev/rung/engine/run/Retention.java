package dev.rung.engine.run;

import dev.rung.engine.backup.Backups.Lying;
import dev.rung.engine.driver.Trouble;
import dev.rung.engine.journal.Entry;
import dev.rung.model.effect.BackUp;
import dev.rung.model.plan.Item;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Removes backups that are older than as many as a runbook keeps, once its run has come to its goal. What a way back may
 * still want stays: the backups of this run, of every run that can be resumed, and of runs that nobody here knows.
 */
record Retention(Equipment equipment) {
    /** Where backups of a system lie. */
    private record Place(Path directory, String system) {}

    /** What cannot be removed is said: it is no failure of the run. */
    void prune() {
        Map<Place, Integer> places = new LinkedHashMap<>();
        equipment.plan().items().forEach(item -> collect(item, equipment.log().system(), places));
        places.forEach((place, many) -> {
            try {
                prune(place, many);
            } catch (Trouble left) {
                equipment.events().accept(new Event.Said(left.words()));
            }
        });
    }

    private void collect(Item item, String system, Map<Place, Integer> places) {
        switch (item) {
            case Item.Step step ->
                step.effects().stream()
                        .filter(BackUp.class::isInstance)
                        .map(BackUp.class::cast)
                        .forEach(backUp -> collect(backUp, system, places));
            case Item.Choice choice -> {
                choice.then().forEach(inner -> collect(inner, system, places));
                choice.otherwise().forEach(inner -> collect(inner, system, places));
            }
            case Item.Each each -> each.body().forEach(inner -> collect(inner, system, places));
            case Item.Ladder ladder ->
                ladder.hops().forEach(hop -> hop.body().forEach(inner -> collect(inner, hop.system(), places)));
        }
    }

    private void collect(BackUp backUp, String system, Map<Place, Integer> places) {
        Path directory = equipment
                .world()
                .surroundings()
                .folder()
                .resolve(backUp.directory())
                .normalize();
        backUp.keep().ifPresent(many -> places.merge(new Place(directory, system), many, Math::max));
    }

    private void prune(Place place, int many) throws Trouble {
        equipment.backups().removePartial(place.directory(), place.system());
        List<Lying> lying = equipment.backups().of(place.directory(), place.system());
        for (Lying old : lying.subList(Math.min(many, lying.size()), lying.size())) {
            if (mayGo(old)) {
                equipment.log().append(new Entry.Pruned(old.folder().toString()));
                equipment.backups().remove(old.folder());
                equipment
                        .events()
                        .accept(new Event.Said("removed the backup " + old.folder() + ": the newest " + many + " of `"
                                + place.system() + "` are kept"));
            }
        }
    }

    private boolean mayGo(Lying backup) {
        String run = backup.manifest().run();
        return !run.equals(equipment.log().run()) && equipment.isOver().test(run);
    }
}
