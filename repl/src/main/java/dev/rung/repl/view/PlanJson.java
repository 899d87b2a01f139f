package dev.rung.repl.view;

import dev.rung.engine.run.WindowRule;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Stage;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.version.Version;
import java.util.List;
import java.util.TreeMap;

/** A plan as JSON: what {@link PlanView} shows, for programs. */
public final class PlanJson {
    private PlanJson() {}

    /** The plan as one JSON document. */
    public static Json of(Plan plan, WindowRule rule) {
        PlanTimes times = new PlanTimes(plan, rule);
        Json installed = new Json();
        new TreeMap<String, Version>(plan.installed()).forEach((system, version) -> installed.with(system, version));
        return Json.document("plan/1")
                .with("title", plan.title())
                .with("installed", installed)
                .with("staging", Json.each(plan.staging(), PlanJson::json))
                .with("lines", Json.each(PlanWalk.through(plan), line -> json(line, times)))
                .with("expected", times.json(plan));
    }

    private static Json json(Stage stage) {
        return new Json()
                .with("artifact", stage.artifact())
                .with("version", stage.version())
                .with("source", stage.source())
                .with("sha256", stage.sha256());
    }

    private static Json json(PlanLine line, PlanTimes times) {
        return switch (line) {
            case PlanLine.Phase phase -> new Json().with("kind", "phase").with("title", phase.title());
            case PlanLine.Hop hop ->
                new Json()
                        .with("kind", "hop")
                        .with("id", hop.hop().id())
                        .with("system", hop.hop().system())
                        .with("from", hop.hop().from())
                        .with("to", hop.hop().to())
                        .with("why", hop.hop().why())
                        .with(
                                "rollbacks",
                                hop.hop().rollbacks().stream()
                                        .map(Item.Rollback::name)
                                        .toList());
            case PlanLine.NothingToDo nothing ->
                new Json()
                        .with("kind", "nothing-to-do")
                        .with("id", nothing.ladder().id())
                        .with("system", nothing.ladder().system())
                        .with("installed", nothing.ladder().to());
            case PlanLine.When when ->
                new Json()
                        .with("kind", "when")
                        .with("condition", when.condition())
                        .with("depth", when.depth());
            case PlanLine.Each each ->
                new Json().with("kind", "for").with("text", each.text()).with("depth", each.depth());
            case PlanLine.Otherwise otherwise -> new Json().with("kind", "else").with("depth", otherwise.depth());
            case PlanLine.Statement statement -> json(statement).with("expected", times.json(statement.step()));
        };
    }

    private static Json json(PlanLine.Statement line) {
        Item.Step step = line.step();
        return new Json()
                .with("kind", "statement")
                .with("number", line.number())
                .with("id", step.id())
                .with("phase", step.phase())
                .with("text", step.text())
                .with("at", step.at())
                .with("effects", step.effects().stream().map(Words::of).toList())
                .with("changes", step.effects().stream().anyMatch(Effect::mutates))
                .with("undo", step.undo().stream().map(Item.Step::text).toList())
                .with("wayBack", line.done().map(done -> Words.of(done.back())).orElse(List.of()))
                .with("noWayBack", line.gaps())
                .with("within", step.within().map(Object::toString))
                .with("waivable", step.waivable())
                .with("depth", line.depth());
    }
}
