package dev.rung.repl.view;

import dev.rung.model.effect.Effect;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.wayback.Route;
import java.util.List;

/** A plan as a Mermaid flowchart: what is done in full lines, the ways back in dotted ones. */
public final class PlanMermaid {
    private final StringBuilder chart = new StringBuilder("flowchart TD\n");
    private String last = "start";
    private String goal = "start";
    private String title = "";
    private boolean isOpen;

    private PlanMermaid() {}

    /** The chart, as a Markdown page takes it between its fences. */
    public static String of(Plan plan) {
        PlanMermaid mermaid = new PlanMermaid();
        mermaid.node("start", "([", PlanView.headline(plan), "])");
        PlanWalk.through(plan).forEach(mermaid::line);
        mermaid.close();
        mermaid.node("done", "([", "done", "])");
        mermaid.chart.append("  ").append(mermaid.last).append(" --> done\n");
        return mermaid.chart.toString();
    }

    private void line(PlanLine line) {
        switch (line) {
            case PlanLine.Phase phase -> open("phase" + chart.length(), phase.title());
            case PlanLine.Hop hop -> hop(hop);
            case PlanLine.NothingToDo(Item.Ladder ladder) ->
                next("nothing" + chart.length(), "([", ladder.system() + " is at " + ladder.to() + " already", "])");
            case PlanLine.When when -> next("when" + chart.length(), "{{", "when " + when.condition(), "}}");
            case PlanLine.Each each -> next("each" + chart.length(), "{{", each.text(), "}}");
            case PlanLine.Otherwise ignored -> next("else" + chart.length(), "{{", "else", "}}");
            case PlanLine.Statement statement -> statement(statement);
        }
    }

    private void hop(PlanLine.Hop line) {
        Item.Hop hop = line.hop();
        String name = "hop" + line.number() + "-" + chart.length();
        open(name, "hop " + line.number() + "/" + line.of() + " " + hop.words());
        next("at" + chart.length(), "([", hop.system() + " " + hop.from(), "])");
        goal = last;
    }

    private void open(String name, String words) {
        close();
        title = words;
        chart.append("  subgraph ")
                .append(name)
                .append("[\"")
                .append(escaped(title))
                .append("\"]\n");
        isOpen = true;
    }

    private void close() {
        chart.append(isOpen ? "  end\n" : "");
        isOpen = false;
    }

    private void statement(PlanLine.Statement line) {
        String name = "s" + line.number();
        boolean changes = line.step().effects().stream().anyMatch(Effect::mutates);
        next(name, changes ? "[" : "(", line.number() + "  " + line.step().text(), changes ? "]" : ")");
        line.done()
                .map(done -> done.back())
                .filter(route -> changes && route instanceof Route.Back back && !back.arrived())
                .ifPresent(route -> chart.append("  ")
                        .append(name)
                        .append(" -. \"")
                        .append(escaped(String.join(", ", Words.of(route))))
                        .append("\" .-> ")
                        .append(goal)
                        .append('\n'));
        List<String> gaps = line.gaps();
        if (!gaps.isEmpty()) {
            node(name + "gap", "[/", "no proof: " + String.join("; ", gaps), "/]");
            chart.append("  ").append(name).append(" -.- ").append(name).append("gap\n");
        }
    }

    private void next(String name, String opens, String words, String closes) {
        node(name, opens, words, closes);
        chart.append("  ").append(last).append(" --> ").append(name).append('\n');
        last = name;
    }

    private void node(String name, String opens, String words, String closes) {
        chart.append("  ")
                .append(name)
                .append(opens)
                .append('"')
                .append(escaped(words))
                .append('"')
                .append(closes);
        chart.append('\n');
    }

    /** Mermaid knows no quotes within quotes, takes a backtick for Markdown and an angle bracket for HTML. */
    private static String escaped(String words) {
        return words.replace("#", "#35;")
                .replace("\"", "#quot;")
                .replace("<", "#lt;")
                .replace(">", "#gt;")
                .replace("`", "'")
                .replace("\n", " ");
    }
}
