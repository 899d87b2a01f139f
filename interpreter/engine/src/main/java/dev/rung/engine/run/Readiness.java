package dev.rung.engine.run;

import dev.rung.engine.driver.Artifact.Staged;
import dev.rung.engine.driver.Trouble;
import dev.rung.engine.journal.Entry;
import dev.rung.model.effect.Stage;
import dev.rung.model.prove.Foresight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Before the first statement: whatever can be found wrong now is, and all artifacts of all hops are brought. */
record Readiness(Equipment equipment) {
    /** @return all that stands in the way, if anything does */
    Optional<Ending.Refused> bring() {
        try {
            WindowRule.of(equipment).mustBeOpen();
        } catch (OutsideWindow closed) {
            return Optional.of(new Ending.Refused(List.of(new Ending.Reason(closed.getMessage(), closed.help()))));
        }
        List<Trouble> found = find();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Ending.Refused(found.stream()
                        .map(trouble -> new Ending.Reason(trouble.words(), trouble.help()))
                        .toList()));
    }

    private List<Trouble> find() {
        List<Trouble> found = new ArrayList<>();
        Foresight.find(equipment.plan(), equipment.log().began().state().services())
                .forEach(gap -> found.add(new Trouble("`" + gap.step().text() + "`: " + gap.summary(), gap.help())));
        found.addAll(new Preflight(equipment.world()).find(equipment.plan()));
        return found.isEmpty() ? stage() : found;
    }

    /** Brings what is not there yet of all artifacts. @return what cannot be brought */
    List<Trouble> stage() {
        List<Trouble> found = new ArrayList<>();
        RunLog log = equipment.log();
        List<Stage> open = equipment.plan().staging().stream()
                .filter(stage -> log.staged(stage.artifact(), stage.version()).isEmpty())
                .toList();
        if (!open.isEmpty()) {
            equipment.events().accept(new Event.Staging(open.size()));
        }
        for (Stage stage : open) {
            try {
                Staged staged = staged(stage);
                log.append(new Entry.Staged(
                        stage.artifact(), stage.version().written(), staged.digest(), staged.location()));
            } catch (Trouble trouble) {
                found.add(trouble);
            }
        }
        return found;
    }

    private Staged staged(Stage stage) throws Trouble {
        return equipment
                .world()
                .artifact(stage.artifact())
                .stage(
                        stage.version(),
                        stage.source(),
                        stage.sha256(),
                        (what, done, total) -> equipment.events().accept(new Event.Progressed(what, done, total)));
    }
}
