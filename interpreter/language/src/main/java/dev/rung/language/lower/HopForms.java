package dev.rung.language.lower;

import dev.rung.language.lower.LowerFinding.NoPath;
import dev.rung.language.lower.LowerFinding.NoSource;
import dev.rung.language.lower.Questions.Question;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.plan.Item;
import dev.rung.model.version.Leg;
import dev.rung.model.version.Line;
import dev.rung.model.version.ReleaseFile;
import dev.rung.model.version.Requirement;
import dev.rung.model.version.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Set<String> within;
    private final Map<List<Object>, Form> apart = new HashMap<>();

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
        this.within = new LinkedHashSet<>(Ladders.within(site.step()));
    }

    /** The systems whose ladders stand within its hops. */
    Set<String> within() {
        return within;
    }

    /** What the release file gives a hop beside its numbers. */
    private record Given(List<Requirement> requires, List<String> rollbacks) {}

    /** What was asked by all bodies that have got the same answers so far, with what came of each answer. */
    private static final class Node {
        private Question question;
        private final Map<Object, Node> answers = new HashMap<>();
        private Form form;
    }

    /**
     * A hop that stands for all that look the same.
     *
     * @param missing what is not said about where artifacts are fetched from
     * @param after what is installed behind it of the systems whose ladders stand within it
     * @param closed why one of these has no way from where it stands: no run comes of that
     */
    record Form(Item.Hop like, List<NoSource> missing, Map<String, Version> after, Optional<NoPath> closed) {}

    private record Asked(Question question, Object answer) {}

    /**
     * One that looks the same as this one; always the same hop for those that do. Those with ladders within are lowered one by
     * one: which hops these have depends on numbers.
     */
    Form like(Leg leg, Version line, boolean isFirst, boolean isLast, Map<String, Version> installed) {
        List<Version> before = isFirst
                ? List.of()
                : file.lines().stream()
                        .map(Line::number)
                        .filter(number -> number.compareTo(line) < 0)
                        .toList();
        Environment.Hop hop = new Environment.Hop(site.system(), leg.from(), line, leg.to(), isFirst, isLast, before);
        if (!within.isEmpty()) {
            Map<String, Version> inner = new HashMap<>(installed);
            inner.keySet().retainAll(within);
            return apart.computeIfAbsent(List.of(hop, inner), key -> alone(hop, leg, inner));
        }
        List<String> rollbacks = file.rollbacks(leg.from(), leg.to().version());
        Node root = roots.computeIfAbsent(new Given(leg.requires(), rollbacks), given -> new Node());
        Node node = answered(root, hop);
        if (node.form == null) {
            return lowered(root, hop, leg);
        }
        for (NoSource one : node.form.missing()) {
            findings.accept(
                    new NoSource(one.at(), one.artifact(), leg.to().version().written()));
        }
        return node.form;
    }

    private Form alone(Environment.Hop hop, Leg leg, Map<String, Version> installed) {
        List<NoPath> closed = new ArrayList<>();
        Consumer<Diagnostic> found = finding -> {
            if (finding instanceof NoPath path) {
                closed.add(path);
            } else {
                findings.accept(finding);
            }
        };
        PlanLowering lowering = lowerings.in(environment, installed, found);
        Item.Hop like = lowering.hop(site, hop, leg);
        Map<String, Version> after = new HashMap<>(lowering.reached());
        after.keySet().retainAll(within);
        return new Form(like, List.of(), after, closed.stream().findFirst());
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
        Form form =
                new Form(lowerings.in(heard, Map.of(), found).hop(site, hop, leg), missing, Map.of(), Optional.empty());
        Node node = root;
        for (Asked one : asked) {
            node.question = node.question == null ? one.question() : node.question;
            node = node.answers.computeIfAbsent(one.answer(), answer -> new Node());
        }
        node.form = form;
        return form;
    }
}
