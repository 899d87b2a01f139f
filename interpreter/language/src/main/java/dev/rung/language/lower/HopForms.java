package dev.rung.language.lower;

import dev.rung.language.lower.LowerFinding.NoSource;
import dev.rung.language.lower.Questions.Question;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.plan.Item;
import dev.rung.model.version.Leg;
import dev.rung.model.version.ReleaseFile;
import dev.rung.model.version.Requirement;
import dev.rung.model.version.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Tells which hops of one ladder look the same. Of those only one is lowered: while that is done, all that its body asks of
 * the hop is heard, and whichever other hop gives the same answers has the same body but for numbers and texts.
 */
final class HopForms {
    private final PlanLowering.Site site;
    private final Environment environment;
    private final ReleaseFile file;
    private final PossibleRunsLowering.Lowerings lowerings;
    private final Consumer<Diagnostic> findings;
    private final Map<Given, Node> roots = new HashMap<>();

    HopForms(
            PlanLowering.Site site,
            Environment environment,
            PossibleRunsLowering.Lowerings lowerings,
            Consumer<Diagnostic> findings) {
        this.site = site;
        this.environment = environment;
        this.file = environment.runbook().releaseFile(site.system()).orElseThrow();
        this.lowerings = lowerings;
        this.findings = findings;
    }

    /** What the release file gives a hop beside its numbers. */
    private record Given(List<Requirement> requires, List<String> rollbacks) {}

    /** What was asked by all bodies that have got the same answers so far, with what came of each answer. */
    private static final class Node {
        private Question question;
        private final Map<Object, Node> answers = new HashMap<>();
        private Form form;
    }

    /** @param missing what is not said about where artifacts are fetched from */
    private record Form(Item.Hop like, List<NoSource> missing) {}

    private record Asked(Question question, Object answer) {}

    /** A hop that looks the same as this one; always the same one for those that do. */
    Item.Hop like(Leg leg, Version line, boolean isFirst, boolean isLast) {
        Environment.Hop hop = new Environment.Hop(site.system(), leg.from(), line, leg.to(), isFirst, isLast);
        List<String> rollbacks = file.rollbacks(leg.from(), leg.to().version());
        Node root = roots.computeIfAbsent(new Given(leg.requires(), rollbacks), given -> new Node());
        Node node = answered(root, hop);
        if (node.form == null) {
            return lowered(root, hop, leg).like();
        }
        for (NoSource one : node.form.missing()) {
            findings.accept(
                    new NoSource(one.at(), one.artifact(), leg.to().version().written()));
        }
        return node.form.like();
    }

    private Node answered(Node root, Environment.Hop hop) {
        ExpressionLowering in = new ExpressionLowering(environment.in(hop));
        Node node = root;
        while (node.question != null) {
            node = node.answers.computeIfAbsent(node.question.answer(in), answer -> new Node());
        }
        return node;
    }

    private Form lowered(Node root, Environment.Hop hop, Leg leg) {
        List<Asked> asked = new ArrayList<>();
        List<NoSource> missing = new ArrayList<>();
        Environment heard = environment.heardBy((question, answer) -> asked.add(new Asked(question, answer)));
        Consumer<Diagnostic> found = finding -> {
            findings.accept(finding);
            if (finding instanceof NoSource source) {
                missing.add(source);
            }
        };
        Form form = new Form(lowerings.in(heard, found).hop(site, hop, leg), missing);
        Node node = root;
        for (Asked one : asked) {
            node.question = node.question == null ? one.question() : node.question;
            node = node.answers.computeIfAbsent(one.answer(), answer -> new Node());
        }
        node.form = form;
        return form;
    }
}
