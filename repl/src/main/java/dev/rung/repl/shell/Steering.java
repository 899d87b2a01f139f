package dev.rung.repl.shell;

import dev.rung.engine.driver.Trouble;
import dev.rung.engine.run.Ending;
import dev.rung.engine.run.NotProved;
import dev.rung.engine.run.Session;
import dev.rung.model.plan.Item;
import dev.rung.repl.view.PlanView;
import dev.rung.repl.work.Desk;
import dev.rung.repl.work.UsageProblem;
import java.util.List;
import java.util.Optional;

/** What the person at the prompt has the run of the loaded runbook do. Each gives how the run ended, if it did. */
record Steering(Climb climb, Screen screen, Lines lines, Desk desk) {
    static final String OVER = "this run is over; `rung run` or `rung repl` begin another";
    private static final String STAYS =
            "the run stays in front of it: :next tries it again, :back takes the statement before it back, :skip"
                    + " leaves it out, :rollback goes back to the start of the hop";

    Optional<Ending> next(int count) throws Trouble {
        if (!climb.hasMore()) {
            screen.say(OVER);
            return Optional.empty();
        }
        return stayed(climb.next(count));
    }

    /** @param argument {@code to N}, or nothing */
    Optional<Ending> run(Optional<String> argument) throws Trouble, UsageProblem {
        if (argument.isPresent()) {
            return to(argument.get());
        }
        if (!climb.hasMore()) {
            screen.say(OVER);
            return Optional.empty();
        }
        boolean agreed = lines.yes("Carry out the " + climb.ahead().size() + " statements that are left?");
        return agreed ? stayed(climb.toTheEnd()) : Optional.empty();
    }

    private Optional<Ending> to(String argument) throws Trouble, UsageProblem {
        List<Item.Step> all = PlanView.steps(climb.plan());
        String[] words = argument.split("\\s+");
        boolean isForm = words.length == 2 && words[0].equals("to") && words[1].matches("[1-9][0-9]{0,4}");
        int number = isForm ? Integer.parseInt(words[1]) : 0;
        if (number < 1 || number > all.size()) {
            throw new UsageProblem(
                    "`:run` does not take `" + argument + "`",
                    "`:run to N` stops in front of statement N; the plan has the statements 1 to " + all.size());
        }
        Item.Step step = all.get(number - 1);
        List<Item.Step> ahead = climb.ahead();
        int between = ahead.stream().map(Item.Step::id).toList().indexOf(step.id());
        if (between < 0) {
            throw new Trouble("statement " + number + " is behind: `" + step.text() + "`", ":plan shows what is ahead");
        }
        boolean agreed = between > 0
                && lines.yes(
                        "Carry out " + between + " statements, up to `" + step.text() + "`, which comes next then?");
        return agreed ? stayed(climb.to(step)) : Optional.empty();
    }

    Optional<Ending> back() throws Trouble {
        Session session = underWay();
        List<String> effects = session.backProspect();
        screen.say("  takes back: " + session.last().map(Item.Step::text).orElse(""));
        screen.say("  by: " + (effects.isEmpty() ? "nothing: it has changed nothing" : String.join(", ", effects)));
        if (effects.isEmpty() || lines.yes("Take it back?")) {
            climb.takeBack();
        }
        return Optional.empty();
    }

    /** @param reason goes into the journal */
    Optional<Ending> skip(Optional<String> reason) throws Trouble, UsageProblem {
        if (reason.isEmpty()) {
            throw new UsageProblem("`:skip` needs a reason", "it goes into the journal and the report: `:skip REASON`");
        }
        if (!climb.hasMore()) {
            screen.say(OVER);
            return Optional.empty();
        }
        try {
            return climb.skip(reason.get());
        } catch (NotProved broken) {
            screen.findings(List.copyOf(broken.gaps()));
            throw new Trouble("without this statement the run is not proved, so it is not skipped", "", broken);
        }
    }

    Optional<Ending> rollBack() throws Trouble {
        screen.prospect(underWay().prospect(), desk.clock().getZone());
        return lines.yes("Take it?") ? climb.back() : Optional.empty();
    }

    private Session underWay() throws Trouble {
        return climb.session()
                .filter(open -> open.ending().isEmpty())
                .orElseThrow(() -> new Trouble(
                        "no run is under way",
                        "`rung rollback RUN` takes back one that has ended; `rung history` lists them"));
    }

    private Optional<Ending> stayed(Optional<Ending> ending) {
        if (ending.isEmpty() && climb.hasStayed()) {
            screen.say(STAYS);
        }
        return ending;
    }
}
