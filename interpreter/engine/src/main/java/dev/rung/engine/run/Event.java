package dev.rung.engine.run;

import dev.rung.model.plan.Item;
import java.time.Duration;
import java.util.List;

/** What a run tells while it goes on, for whoever shows it. Nothing depends on anybody listening. */
public sealed interface Event {
    /** @param journal the path of its log */
    record RunBegan(String run, String journal) implements Event {}

    /** @param journal the path of its log */
    record RunResumed(String run, String journal, int stepsBehind) implements Event {}

    /** Before the first stop: all artifacts of all hops are fetched and checked. */
    record Staging(int artifacts) implements Event {}

    /** @param number from 1 */
    record HopBegan(Item.Hop hop, int number, int of) implements Event {}

    record HopLanded(Item.Hop hop, Duration took) implements Event {}

    record StepBegan(Item.Step step) implements Event {}

    /** How far something long has come. @param total in bytes; negative if nobody knows */
    record Progressed(String what, long done, long total) implements Event {}

    /** What a waiting statement last heard. */
    record Waiting(String answer, Duration left) implements Event {}

    /** @param note what was read or made, or empty */
    record StepEnded(Item.Step step, Duration took, String note) implements Event {}

    record StepFailed(Item.Step step, String words, String help) implements Event {}

    /** {@code else continue}: recorded and passed over. */
    record StepWaived(Item.Step step, String words) implements Event {}

    /** A person has left it out. @param reason in that person's words */
    record StepSkipped(Item.Step step, String reason) implements Event {}

    /** What it did is being taken back. @param ahead what that will do, as things are now */
    record StepBackBegan(Item.Step step, List<String> ahead) implements Event {}

    /** Everything is as it was before it, and it is ahead again. */
    record StepTakenBack(Item.Step step) implements Event {}

    record Said(String text) implements Event {}

    /** @param ahead what it will do, as things are now */
    record WayBackBegan(String to, String reason, List<String> ahead) implements Event {}

    record WayBackStep(String words) implements Event {}

    record WayBackEnded(String to, Duration took) implements Event {}

    /** @param downtime how long a service that ran before was down, all hops together */
    record RunEnded(String run, Ending ending, Duration took, Duration downtime) implements Event {}
}
