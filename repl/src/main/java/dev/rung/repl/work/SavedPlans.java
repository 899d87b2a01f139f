package dev.rung.repl.work;

import dev.rung.engine.driver.Trouble;
import dev.rung.engine.run.Engine;
import dev.rung.engine.run.Moments;
import dev.rung.engine.run.SavedPlan;
import dev.rung.model.plan.Plan;
import dev.rung.repl.view.NoteView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Plans in files: written when they are agreed on, held against the world when they are run. */
public record SavedPlans(Desk desk, Engine engine) {
    /** A plan as it would be saved now. */
    public SavedPlan of(Plan plan, Preparation.Loaded loaded, Map<String, String> sources) throws Trouble {
        return SavedPlan.of(
                plan,
                sources,
                loaded.inputs(),
                engine.found(loaded.installation(), loaded.folder()),
                "rung " + ThisRung.version(),
                desk.clock().instant().toString());
    }

    /** @throws Trouble if it cannot be written; then a former one is still there */
    public void write(String name, SavedPlan plan) throws Trouble {
        Path file = desk.path(name);
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        try {
            Files.writeString(partial, plan.written());
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new Trouble("the plan cannot be saved as " + name + ": " + failed.getMessage(), "", failed);
        }
    }

    /** @throws Trouble if there is none of this name, or it is none */
    public SavedPlan read(String name) throws UsageProblem, Trouble {
        try {
            return SavedPlan.read(name, new String(Files.readAllBytes(desk.path(name)), StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UsageProblem(
                    "there is no plan " + name + " that can be read", "`rung plan FILE --out PLAN` saves one");
        }
    }

    /** Tells all that is not as it was. @throws Trouble if anything is */
    public void mustBeAsItWas(String name, SavedPlan then, SavedPlan now) throws Trouble {
        List<String> differences = then.differences(now);
        for (String difference : differences) {
            NoteView.note(desk.console(), difference, "");
        }
        if (!differences.isEmpty()) {
            String made = Moments.shown(Instant.parse(then.made()), desk.clock().getZone());
            throw new Trouble(
                    name + " is of " + made + ", and is not what would be done now",
                    "look at what has changed, and plan anew");
        }
    }
}
