package dev.rung.repl.view;

import dev.rung.model.prove.Cut;
import dev.rung.model.prove.Exposure;
import dev.rung.model.prove.Proof;
import dev.rung.model.state.StateInWords;
import java.util.List;

/** A proof as JSON: what {@link ProofView} shows, for programs. */
public final class ProofJson {
    private ProofJson() {}

    /** The proof as one JSON document. */
    public static Json of(Proof proof) {
        return Json.document("proof/1")
                .with("holds", proof.holds())
                .with("starts", proof.starts())
                .with("hops", proof.hops())
                .with("outside", Json.each(proof.outside(), ProofJson::json))
                .with("shapes", Json.each(proof.classes(), ProofJson::json))
                .with(
                        "deadEnds",
                        Json.each(
                                proof.deadEnds(),
                                end -> new Json()
                                        .with("system", end.system())
                                        .with("version", end.version())
                                        .with("why", end.why())))
                .with("gaps", Json.each(proof.gaps(), DiagnosticView::json));
    }

    private static Json json(Proof.HopClass hops) {
        return new Json()
                .with("system", hops.system())
                .with("hops", hops.hops())
                .with("statements", Json.each(hops.statements(), ProofJson::json));
    }

    private static Json json(Exposure exposure) {
        return new Json()
                .with("id", exposure.step().id())
                .with("text", exposure.step().text())
                .with("at", exposure.step().at())
                .with("cuts", Json.each(exposure.cuts(), ProofJson::json))
                .with("onWord", exposure.onWord());
    }

    private static Json json(Cut cut) {
        return new Json()
                .with("parts", StateInWords.of(cut.left()))
                .with("wayBack", Words.of(cut.back()))
                .with("toEarlierStart", cut.toEarlierStart())
                .with("loses", List.copyOf(cut.loses()));
    }
}
