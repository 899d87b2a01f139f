package dev.rung.engine.run;

import dev.rung.engine.driver.Artifact.Staged;
import dev.rung.engine.journal.Entry;
import dev.rung.engine.journal.Journal;
import dev.rung.model.expression.Value;
import dev.rung.model.state.State;
import dev.rung.model.version.Version;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a run's journal says, kept up to date while it is written: where the run is and what is believed of the parts. */
final class RunLog implements AutoCloseable {
    /** Stands for a statement where the engine itself works. */
    static final String WAY_BACK = "way-back";

    /** Stands for a statement where a run that is taken up waits for what the interruption has left working. */
    static final String SETTLING = "settling";

    /** Stands for a statement where the end of a hop is put right from which nothing leads back. */
    static final String LANDING = "landing";

    /** Stands for a statement where what a run holds is let go because it is given up. */
    static final String ABANDONING = "abandoning";

    /** Begins the note of a restore, in front of the backup's folder. */
    static final String RESTORED_FROM = "from ";

    private final String run;
    private final Journal journal;
    private final Map<String, Entry.Staged> staged = new LinkedHashMap<>();
    private final Set<String> stepsBehind = new LinkedHashSet<>();
    private final Map<String, Integer> effectsBehind = new LinkedHashMap<>();
    private final Map<String, Integer> timesBegun = new LinkedHashMap<>();
    private final Map<String, Boolean> decisions = new LinkedHashMap<>();
    private final Map<String, Value> kept = new LinkedHashMap<>();
    private final Notes notes = new Notes();
    private final Errands errands = new Errands();
    /** By hop, what deeds have made of each artifact. */
    private final Map<String, Map<String, Set<String>>> changedCode = new LinkedHashMap<>();

    private final SequencedHops hops = new SequencedHops();
    private final Trail trail = new Trail();
    private final Waivers waivers = new Waivers();
    private Entry.RunBegan began;
    private Optional<State> believed = Optional.empty();
    private Optional<Entry.Intended> open = Optional.empty();
    private Optional<Entry.WayBackBegan> homeBound = Optional.empty();
    private Optional<Entry.WayBackBegan> homeLeg = Optional.empty();
    private Optional<String> goingBackBefore = Optional.empty();
    private Optional<Entry.Ended> ended = Optional.empty();
    private boolean changed;

    RunLog(String run, Journal journal) {
        this.run = run;
        this.journal = journal;
        journal.entries().forEach(stamped -> take(stamped.entry()));
    }

    void append(Entry entry) {
        journal.append(entry);
        take(entry);
    }

    private void take(Entry entry) {
        Optional<State> before = believed;
        entry.believed().ifPresent(state -> believed = Optional.of(state));
        switch (entry) {
            case Entry.RunBegan begin -> began = begin;
            case Entry.Staged is -> staged.put(key(is.artifact(), is.version()), is);
            case Entry.HopBegan hop -> {
                trail.ends("it is the first statement of its hop");
                hops.began(hop, before.orElse(hop.state()));
                notes.began(hop.hop());
            }
            case Entry.Intended intended -> {
                trail.began(intended.step(), before);
                intended(intended);
            }
            case Entry.Done done -> {
                trail.began(done.step(), before);
                done(done);
            }
            case Entry.Failed failed -> {
                trail.began(failed.step(), before);
                closed(failed.step());
            }
            case Entry.Waived waived -> {
                stepsBehind.add(waived.step());
                waivers.passedOver(waived);
            }
            case Entry.Skipped is -> {
                trail.began(is.step(), before);
                stepsBehind.add(is.step());
                waivers.skipped(is);
            }
            case Entry.BackBegan back -> goingBackBefore = Optional.of(back.step());
            case Entry.TakenBack back -> takenBack(back.step());
            case Entry.Edited ignored -> {}
            case Entry.Acknowledged _, Entry.Downloading _, Entry.MarksRemoved _, Entry.SqlSent _ ->
                errands.take(entry);
            case Entry.Answered _, Entry.Pruned _ -> {}
            case Entry.Decided decided -> decisions.put(decided.choice(), decided.yes());
            case Entry.Kept is -> kept.put(is.statement(), is.value().value());
            case Entry.Noted noted -> notes.take(noted);
            case Entry.CodeChanged code ->
                changedCode
                        .computeIfAbsent(code.hop(), hop -> new LinkedHashMap<>())
                        .computeIfAbsent(code.artifact(), artifact -> new LinkedHashSet<>())
                        .add(code.digest());
            case Entry.HopLanded landed -> {
                trail.ends("its hop has landed");
                hops.landed(landed);
                notes.landed(landed.hop());
            }
            case Entry.WayBackBegan back -> {
                homeBound = homeBound.or(() -> Optional.of(back));
                homeLeg = Optional.of(back);
                goingBackBefore = Optional.empty();
            }
            case Entry.WayBackEnded ignored -> {}
            case Entry.Resumed ignored -> ended = Optional.empty();
            case Entry.Ended end -> ended = Optional.of(end);
        }
    }

    /** While a cut statement's remains are waited for it is still that statement that was cut. */
    private void intended(Entry.Intended intended) {
        timesBegun.merge(intended.step(), 1, Integer::sum);
        if (!intended.step().equals(SETTLING)) {
            open = Optional.of(intended);
            errands.sqlSent().intended();
        }
        changed = true;
    }

    private void closed(String step) {
        open = step.equals(SETTLING) ? open : Optional.empty();
    }

    private void done(Entry.Done done) {
        closed(done.step());
        effectsBehind.put(done.step(), done.effect() + 1);
        if (done.last()) {
            stepsBehind.add(done.step());
        }
    }

    private void takenBack(String step) {
        trail.takenBack(step);
        stepsBehind.remove(step);
        effectsBehind.remove(step);
        timesBegun.remove(step);
        kept.remove(step);
        waivers.takenBack(step);
        open = Optional.empty();
        goingBackBefore = Optional.empty();
    }

    private static String key(String artifact, String version) {
        return artifact + " " + version;
    }

    String run() {
        return run;
    }

    String system() {
        return began.system();
    }

    Entry.RunBegan began() {
        return began;
    }

    boolean hasBegun() {
        return began != null;
    }

    Optional<Staged> staged(String artifact, Version version) {
        return Optional.ofNullable(staged.get(key(artifact, version.written())))
                .map(is -> new Staged(version, is.digest(), is.location()));
    }

    boolean isBehind(String step) {
        return stepsBehind.contains(step);
    }

    /** The number of a step's effects that are done. */
    int effectsBehind(String step) {
        return effectsBehind.getOrDefault(step, 0);
    }

    /** How often anything that may change something was begun in a step. */
    int timesBegun(String step) {
        return timesBegun.getOrDefault(step, 0);
    }

    int stepsBehind() {
        return stepsBehind.size();
    }

    Optional<Boolean> decision(String choice) {
        return Optional.ofNullable(decisions.get(choice));
    }

    /** What was read once, at the statement with this id. */
    Optional<Value> kept(String statement) {
        return Optional.ofNullable(kept.get(statement));
    }

    Notes notes() {
        return notes;
    }

    Errands errands() {
        return errands;
    }

    /** The digests of what deeds have made of an artifact in a hop. */
    Set<String> changedCode(String hop, String artifact) {
        return changedCode.getOrDefault(hop, Map.of()).getOrDefault(artifact, Set.of());
    }

    SequencedHops hops() {
        return hops;
    }

    State believed() {
        return believed.orElseThrow(() -> new IllegalStateException("the run has not begun"));
    }

    /** What was intended and has no outcome: the run was cut in its middle. */
    Optional<Entry.Intended> open() {
        return open;
    }

    /** The way back that was begun: from then on the run goes home, also after a crash, and never forward again. */
    Optional<Entry.WayBackBegan> homeBound() {
        return homeBound;
    }

    /** Of a way back over several starts the one that is under way: to that of a hop, then to that of what stands around it. */
    Optional<Entry.WayBackBegan> homeLeg() {
        return homeLeg;
    }

    Optional<Entry.Ended> ended() {
        return ended;
    }

    Waivers waivers() {
        return waivers;
    }

    /** What was begun last in the hop under way, or outside of hops. */
    Trail trail() {
        return trail;
    }

    /** The statement that is being taken back: nothing else is done before that is done. */
    Optional<String> goingBackBefore() {
        return goingBackBefore;
    }

    /** What it says of backups. */
    Retrospect retrospect() {
        return Retrospect.of(journal.entries());
    }

    /** Whether anything was begun that may leave a part changed. */
    boolean hasChangedAnything() {
        return changed;
    }

    @Override
    public void close() {
        journal.close();
    }
}
