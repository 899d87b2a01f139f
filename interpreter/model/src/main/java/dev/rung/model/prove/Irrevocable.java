package dev.rung.model.prove;

import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.ChangeOver;
import dev.rung.model.effect.Changes;
import dev.rung.model.effect.NoReturn;
import dev.rung.model.effect.Start;
import dev.rung.model.effect.Unmet;
import dev.rung.model.plan.Item;
import dev.rung.model.state.Layout;
import dev.rung.model.state.State;
import dev.rung.model.text.Lists;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What is said of that from which nothing leads back: where it stands too early, and what cannot go on behind it. */
final class Irrevocable {
    private final Scene scene;
    private final State state;

    Irrevocable(Scene scene, State state) {
        this.scene = scene;
        this.state = state;
    }

    Gap noWayForward(String why) {
        Optional<Item.Step> point = Scene.last(scene.before(), NoReturn.class::isInstance);
        Telling telling = new Telling(scene, scene.layout().dataNames(), List.of());
        Trace trace = telling.of(
                Causes.CUT,
                step -> point.filter(step::equals).isPresent() ? "from here on nothing leads back" : "",
                telling.left(state, "changed"),
                "nothing leads back, by the word of the runbook, and to go on is a risk that somebody has to take");
        return new NoWayBack.NoWayForward(trace, Optional.empty(), why, Cures.forward(scene, point));
    }

    /** @param unmet what keeps this from being a place from which there is only a way forward */
    Gap pointTooEarly(Unmet unmet) {
        Telling telling = new Telling(scene, scene.layout().dataNames(), List.of());
        Trace trace = telling.of(
                "from here on nothing leads back",
                step -> "",
                telling.left(state, "changed"),
                deadEnd(new TreeSet<>(unmet.parts())));
        return new NoWayBack.NoWayForward(trace, Optional.of(unmet.need()), unmet.words(), behindQuestions());
    }

    private String deadEnd(Set<String> touched) {
        Optional<Layout.Service> migrating = scene.layout().services().stream()
                .filter(service ->
                        touched.isEmpty() || service.migrates().stream().anyMatch(touched::contains))
                .findFirst();
        String release =
                migrating.map(service -> scene.newRelease(service.system())).orElse("what runs");
        String by = "by line " + Trace.line(scene.step());
        if (touched.isEmpty()) {
            return "if " + release + " does not come up well, nobody may go back, " + by;
        }
        String backup = Scene.backups(scene.everBefore()).reversed().stream()
                .filter(step ->
                        Scene.backedUp(step).map(BackUp::data).orElseThrow().containsAll(touched))
                .findFirst()
                .map(step -> by + " nobody may restore the backup of line " + Trace.line(step))
                .orElse("no backup has " + Lists.quoted(touched));
        boolean isMigrating = migrating
                .filter(service -> !state.service(service.name()).isHeld())
                .isPresent();
        return isMigrating
                ? "if " + release + " has died in its migration, nobody may start it again, and " + backup
                : Lists.quoted(touched) + " may be half changed"
                        + scene.changer(scene.before(), touched)
                                .map(step -> " by line " + Trace.line(step))
                                .orElse("")
                        + ", and " + backup;
    }

    private String behindQuestions() {
        Optional<Item.Step> last = Scene.last(scene.behind(), Asking::asks);
        String system = scene.layout().systems().stream()
                .filter(group -> !group.artifacts().isEmpty())
                .map(Layout.CodeGroup::system)
                .findFirst()
                .orElse(scene.layout().systems().getFirst().system());
        return last.map(step -> "move it after " + Trace.named(step))
                .orElseGet(() -> "add " + new Asking(scene).both(system) + " before " + Trace.named(scene.step()));
    }

    /** Something is told to others, or done at their place, that nobody takes back. */
    Gap sentTooEarly() {
        Telling telling = new Telling(scene, List.of(), List.of());
        Trace trace =
                telling.of("it is done, and nobody can take it back", step -> "", whatFails(), List.of(), morning());
        return new NoWayBack.SentTooEarly(trace, open(), cure());
    }

    private Optional<Climbed> ladder() {
        return scene.ladders().stream()
                .filter(ladder -> ladder.isBehind(scene.step()))
                .findFirst();
    }

    private String open() {
        if (ladder().isPresent()) {
            return "the upgrade that stands after it may still fail";
        }
        return scene.isLast() ? "nobody has asked yet whether all is well" : "what stands after it may still fail";
    }

    private Optional<Trace.Moment> whatFails() {
        return ladder().map(ladder -> new Trace.Moment(
                        ladder.first(Start.class::isInstance)
                                .orElse(ladder.body().getFirst()),
                        "in the hop " + ladder.hops().getFirst() + " this fails, and all goes back to "
                                + ladder.from()))
                .or(() -> scene.behind().stream()
                        .filter(step -> !step.effects().isEmpty())
                        .findFirst()
                        .map(step -> new Trace.Moment(step, "fails, so that everything goes back")));
    }

    private String morning() {
        String told = "what line " + Trace.line(scene.step()) + " has ";
        return ladder().map(ladder -> ladder.from() + " runs again, and " + told + "done stands all the same")
                .orElse(
                        scene.hops().isEmpty()
                                ? "everything is as before, but for this"
                                : "everything is of the old release again, and others believe " + told + "told them");
    }

    private String cure() {
        String forward = mayGoForward()
                ? "; if nothing does that, write `point-of-no-return \"why\"` before it, and the way from there is"
                        + " forward"
                : "";
        return later() + ", or say with `undo { … }` how it is taken back" + forward
                + "; if it stays right when everything goes back, say `changes nothing`";
    }

    private String later() {
        Optional<Item.Step> last = scene.behind().isEmpty()
                ? Optional.empty()
                : Optional.of(scene.behind().getLast());
        boolean laddersAreLast =
                scene.ladders().stream().anyMatch(ladder -> ladder.isBehind(last.orElse(scene.step())));
        if (laddersAreLast) {
            return "move it into a phase of its own, after the one with `step-through`";
        }
        return last.map(step -> "move it after " + Trace.named(step)).orElseGet(this::behindQuestions);
    }

    /** Whether a point of no return would be accepted here, and nothing behind it begins what may end halfway. */
    private boolean mayGoForward() {
        boolean isFine = ladder().isEmpty()
                && new NoReturn("why").unmet(state, scene.layout()).isEmpty();
        return isFine
                && scene.behind().stream()
                        .flatMap(step -> step.effects().stream())
                        .noneMatch(effect -> effect instanceof Start
                                || effect instanceof ChangeOver
                                || Changes.of(effect)
                                        .filter(changes -> !changes.isNothing())
                                        .isPresent());
    }
}
