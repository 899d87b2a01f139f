package dev.rung.repl.view;

import dev.rung.engine.run.WindowRule;
import dev.rung.model.expression.Durations;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.prove.Cut;
import dev.rung.model.wayback.Route;
import dev.rung.repl.view.Theme.Role;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows a plan: every hop and why, every statement with its number, what it does, and the way back from there. */
public final class PlanView {
    private static final int USUAL_COLUMNS = 80;
    private static final int LEAST_COLUMNS = 60;
    private static final int DETAIL_INDENT = 8;

    private final PrintStream to;
    private final Console.Drawing drawing;
    private Optional<PlanTimes> times = Optional.empty();
    private String lastWayBack = "";
    private int lastWayBackAt;

    public PlanView(PrintStream to, Console.Drawing drawing) {
        this.to = to;
        this.drawing = drawing;
    }

    /** @param rule what is known of how long it takes, and when it may be done */
    public void show(Plan plan, WindowRule rule) {
        times = Optional.of(new PlanTimes(plan, rule));
        List<PlanLine> lines = PlanWalk.through(plan);
        to.println(paint(Role.TITLE, fit(headline(plan))));
        if (!plan.staging().isEmpty()) {
            String files = Words.plural(plan.staging().size(), "file");
            to.println("Before the first stop, " + files + " fetched and checked: " + fit(staged(plan)));
        }
        lines.forEach(this::show);
        to.println();
        PlanSummary.of(statements(lines)).forEach(line -> to.println(fit(line)));
        times.stream().flatMap(known -> known.ofAll().stream()).forEach(line -> to.println(fit(line)));
        to.flush();
    }

    /** For a plan whose ladders have all been climbed already. */
    public void showNothingToDo(Plan plan) {
        to.println(fit(headline(plan) + ": nothing to do"));
        to.flush();
    }

    /** One statement of the plan: what it does, and the way back from behind it. */
    public void show(Plan plan, Item.Step step) {
        statements(PlanWalk.through(plan)).stream()
                .filter(line -> line.step().id().equals(step.id()))
                .findFirst()
                .ifPresent(this::statement);
        to.flush();
    }

    /** The plan in short, with marks at what is done and what comes next. */
    public void showMarked(Plan plan, List<Item.Step> ahead) {
        Set<String> open = ahead.stream().map(Item.Step::id).collect(Collectors.toSet());
        String next = ahead.isEmpty() ? "" : ahead.getFirst().id();
        for (PlanLine line : PlanWalk.through(plan)) {
            if (line instanceof PlanLine.Statement statement) {
                marked(statement, open, next);
            } else {
                show(line);
            }
        }
        to.flush();
    }

    private void marked(PlanLine.Statement line, Set<String> open, String next) {
        Item.Step step = line.step();
        boolean isNext = step.id().equals(next);
        boolean isDone = !open.contains(step.id());
        String mark =
                isNext ? drawing.glyphs().next() : isDone ? drawing.glyphs().done() : "";
        String words = String.format("%4d  ", line.number()) + "  ".repeat(line.depth()) + fit(step.text());
        String begun = "  " + Cells.padded(mark, 2) + words;
        to.println(isNext ? paint(Role.TITLE, begun) : isDone ? paint(Role.QUIET, begun) : begun);
    }

    /** The number of statements, whatever choices decide. */
    public static int count(Plan plan) {
        return statements(PlanWalk.through(plan)).size();
    }

    /** All statements, whatever choices decide. */
    public static List<Item.Step> steps(Plan plan) {
        return statements(PlanWalk.through(plan)).stream()
                .map(PlanLine.Statement::step)
                .toList();
    }

    /** {@code Ledger · ledger 1.8.2 → 3.1.0 in 4 hops} */
    public static String headline(Plan plan) {
        String ladders = plan.ladders()
                .map(ladder -> ladder.hops().isEmpty()
                        ? ladder.system() + " is at " + ladder.to() + " already"
                        : ladder.system() + " " + ladder.from() + " → " + ladder.to() + " in "
                                + Words.plural(ladder.hops().size(), "hop"))
                .collect(Collectors.joining(" · "));
        String where = new TreeMap<>(plan.installed())
                .entrySet().stream()
                        .map(system -> system.getKey() + " " + system.getValue())
                        .collect(Collectors.joining(" · "));
        return plan.title() + " · " + (ladders.isEmpty() ? where : ladders);
    }

    private static String staged(Plan plan) {
        return plan.staging().stream()
                .map(stage -> stage.artifact() + " " + stage.version())
                .collect(Collectors.joining(", "));
    }

    private void show(PlanLine line) {
        switch (line) {
            case PlanLine.Phase phase -> {
                to.println();
                to.println(paint(Role.TITLE, phase.title().isEmpty() ? "Outside of all phases" : fit(phase.title())));
            }
            case PlanLine.Hop hop -> hop(hop);
            case PlanLine.NothingToDo(Item.Ladder ladder) ->
                to.println("  " + fit(ladder.system() + " is at " + ladder.to() + " already: no hop is needed"));
            case PlanLine.When when -> to.println(indent(when.depth()) + fit("when " + when.condition()));
            case PlanLine.Each each -> to.println(indent(each.depth()) + fit(each.text()));
            case PlanLine.Otherwise otherwise -> to.println(indent(otherwise.depth()) + "else");
            case PlanLine.Statement statement -> statement(statement);
        }
    }

    private void hop(PlanLine.Hop line) {
        Item.Hop hop = line.hop();
        lastWayBack = "";
        String head = "  hop " + line.number() + "/" + line.of() + "  " + hop.from() + " → " + hop.to();
        String why = hop.why().isEmpty() ? "" : "  (" + hop.why() + ")";
        to.println(paint(Role.TITLE, fit(head)) + paint(Role.QUIET, fit(why)));
        times.stream().flatMap(known -> known.of(hop).stream()).forEach(words -> to.println("       " + fit(words)));
        hop.rollbacks()
                .forEach(rollback ->
                        to.println("       " + fit("may go back by `" + rollback.name() + "` instead of a restore")));
    }

    private void statement(PlanLine.Statement line) {
        Item.Step step = line.step();
        String beginning = String.format("%4d  ", line.number()) + "  ".repeat(line.depth());
        List<String> words = Wrapped.hanging(beginning, fit(tail(step)), columns());
        int room = columns() - Cells.of(words.getFirst()) - Cells.of(step.id());
        boolean fits = words.size() == 1 && room >= 2;
        to.println(words.getFirst() + (fits ? " ".repeat(room) + paint(Role.QUIET, fit(step.id())) : ""));
        words.stream().skip(1).forEach(to::println);
        if (!fits) {
            detail("id", step.id(), Role.QUIET);
        }
        Words.doing(step.effects())
                .filter(does -> differs(does, step))
                .ifPresent(does -> detail("does", does, Role.QUIET));
        if (!step.undo().isEmpty()) {
            detail("undo", undo(step), Role.QUIET);
        }
        line.done().ifPresent(done -> wayBack(line, done));
        line.gaps().forEach(gap -> detail("no proof", gap, Role.BAD));
    }

    /** A statement whose effect says nothing new needs no second line. */
    private static boolean differs(String does, Item.Step step) {
        return !step.text().replace("\"", "").startsWith(does.replace("`", ""));
    }

    private String undo(Item.Step step) {
        return step.undo().stream().map(this::tail).collect(Collectors.joining(", "));
    }

    private String tail(Item.Step step) {
        Optional<String> limit = step.within()
                .filter(within -> !step.text().contains(" within "))
                .map(within -> "at most " + Durations.shown(within));
        String both = Stream.concat(times.flatMap(known -> known.of(step)).stream(), limit.stream())
                .collect(Collectors.joining(", "));
        return both.isEmpty() ? step.text() : step.text() + "  (" + both + ")";
    }

    private void wayBack(PlanLine.Statement line, Cut done) {
        if (done.back() instanceof Route.Back back && back.arrived()) {
            lastWayBack = "";
            return;
        }
        String words = Words.way(done);
        Role role = done.back() instanceof Route.None ? Role.BAD : Role.QUIET;
        if (words.equals(lastWayBack)) {
            detail("way back", "as for " + lastWayBackAt, role);
        } else {
            detail("way back", words, role);
            lastWayBack = words;
            lastWayBackAt = line.number();
        }
    }

    private void detail(String name, String words, Role role) {
        String beginning = " ".repeat(DETAIL_INDENT) + Cells.padded(name, 10);
        Wrapped.hanging(beginning, fit(words), columns()).forEach(line -> to.println(paint(role, line)));
    }

    private static List<PlanLine.Statement> statements(List<PlanLine> lines) {
        return lines.stream()
                .filter(PlanLine.Statement.class::isInstance)
                .map(PlanLine.Statement.class::cast)
                .toList();
    }

    private String indent(int depth) {
        return "      " + "  ".repeat(depth);
    }

    private int columns() {
        int columns = drawing.columns().getAsInt();
        return columns == 0 ? USUAL_COLUMNS : Math.max(LEAST_COLUMNS, columns);
    }

    private String fit(String text) {
        return drawing.glyphs().fit(text);
    }

    private String paint(Role role, String text) {
        return drawing.theme().paint(role, text);
    }
}
