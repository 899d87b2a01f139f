package dev.rung.model.prove;

import dev.rung.model.diagnostic.Label;
import dev.rung.model.effect.Unmet.Need;
import dev.rung.model.plan.Item;
import dev.rung.model.text.Lists;
import dev.rung.model.text.Location;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A statement that must not begin where it stands, or from which nothing leads back if it fails. */
public sealed interface NoWayBack extends Gap {
    /** Which need of an effect was not met, if it was one. */
    Optional<Need> need();

    /**
     * Data that nothing would bring back.
     *
     * @param parts those that have to be brought back together
     * @param label what the statement does to them, and what is missing
     */
    record DataLost(Trace trace, Set<String> parts, String label, String help) implements NoWayBack {
        public DataLost {
            parts = Set.copyOf(parts);
        }

        @Override
        public String name() {
            return "no-way-back";
        }

        @Override
        public Optional<Need> need() {
            return Optional.of(Need.COVER);
        }

        @Override
        public String summary() {
            return "if this fails, nothing brings " + Lists.quoted(parts) + " back";
        }
    }

    /**
     * The only backup was taken while somebody wrote.
     *
     * @param backup the statement that takes it
     * @param writers the services that run meanwhile
     * @param label at the backup
     * @param breaks at the statement that would need it
     */
    record BackupWhileRunning(
            Trace trace,
            Item.Step backup,
            Set<String> parts,
            Set<String> writers,
            String label,
            String breaks,
            String help)
            implements NoWayBack {
        public BackupWhileRunning {
            parts = Set.copyOf(parts);
            writers = Set.copyOf(writers);
        }

        @Override
        public Optional<Need> need() {
            return Optional.of(Need.COVER);
        }

        @Override
        public Location at() {
            return backup.at();
        }

        @Override
        public String summary() {
            return "this backup cannot bring " + Lists.quoted(parts) + " back: it is taken while "
                    + Lists.quoted(writers) + " may write";
        }

        @Override
        public List<Label> labels() {
            return List.of(new Label(step().at(), breaks));
        }
    }

    /**
     * Users have written since the only backup, or will have: a way back would lose that.
     *
     * @param backup the statement that takes it, in this hop or before; empty if nobody knows of one
     * @param writers the services through which they have
     * @param label at the backup, or at the statement that needs it if nobody knows of one
     * @param breaks what needs it, at the statement that does
     */
    record StaleBackup(
            Trace trace,
            Optional<Item.Step> backup,
            Set<String> parts,
            Set<String> writers,
            String label,
            String breaks,
            String help)
            implements NoWayBack {
        public StaleBackup {
            parts = Set.copyOf(parts);
            writers = Set.copyOf(writers);
        }

        @Override
        public Optional<Need> need() {
            return Optional.of(Need.NO_LOSS);
        }

        @Override
        public Location at() {
            return backup.orElse(step()).at();
        }

        @Override
        public String summary() {
            return "if this upgrade fails, what users write to " + Lists.quoted(parts) + " after the backup is lost";
        }

        @Override
        public List<Label> labels() {
            return backup.isPresent() ? List.of(new Label(step().at(), breaks)) : List.of();
        }
    }

    /**
     * The backup lies inside of what it is to bring back, of what is replaced, or of what others work in.
     *
     * @param whose what makes that a bad place, as a clause behind the part's name
     */
    record BackupBesideTheData(Trace trace, String folder, String part, String whose, String help)
            implements NoWayBack {
        @Override
        public Optional<Need> need() {
            return Optional.of(Need.APART);
        }

        @Override
        public String summary() {
            return "the backup is put into `" + part + "`, " + whose;
        }

        @Override
        public String label() {
            return folder + " lies in the place of `" + part + "`";
        }
    }

    /** At or behind a point of no return something cannot be gone on from. @param why one sentence without a full stop */
    record NoWayForward(Trace trace, Optional<Need> need, String why, String help) implements NoWayBack {
        @Override
        public String summary() {
            return need().isPresent()
                    ? "from here on nothing leads back, and what was begun before may still fail"
                    : "if this fails, nothing leads back, and nothing leads on";
        }

        @Override
        public String label() {
            return why;
        }
    }

    /** Something is replaced under a running service. @param what the part that is replaced */
    record SwapWhileRunning(Trace trace, Set<String> what, Set<String> services, String label, String help)
            implements NoWayBack {
        public SwapWhileRunning {
            what = Set.copyOf(what);
            services = Set.copyOf(services);
        }

        @Override
        public Optional<Need> need() {
            return Optional.of(Need.HELD);
        }

        @Override
        public String summary() {
            return Lists.quoted(what) + " " + Lists.are(what) + " replaced while " + Lists.quoted(services) + " "
                    + Lists.are(services) + " not stopped";
        }
    }

    /** A service would start from files of two releases. */
    record MixedCode(Trace trace, String system, String label, String help) implements NoWayBack {
        @Override
        public Optional<Need> need() {
            return Optional.of(Need.WHOLE_GROUP);
        }

        @Override
        public String summary() {
            return "`" + system + "` would start with a part of each release";
        }
    }

    /** The former release would run over data that are not its own any more, or runs while they are changed. */
    record OldCodeOverNewData(Trace trace, Need unmet, Set<String> parts, String summary, String label, String help)
            implements NoWayBack {
        public OldCodeOverNewData {
            parts = Set.copyOf(parts);
        }

        @Override
        public Optional<Need> need() {
            return Optional.of(unmet);
        }
    }

    /** What nobody can take back is done while something may still fail. @param open what that is: a clause */
    record SentTooEarly(Trace trace, String open, String help) implements NoWayBack {
        @Override
        public Optional<Need> need() {
            return Optional.of(Need.NO_RETURN);
        }

        @Override
        public String summary() {
            return "this cannot be taken back, and " + open;
        }

        @Override
        public String label() {
            return "says nothing of how it is undone";
        }
    }

    /** Something is changed through a running service, and nobody says how it is taken back. */
    record NoUndo(Trace trace, Set<String> parts, Set<String> services, String help) implements NoWayBack {
        public NoUndo {
            parts = Set.copyOf(parts);
            services = Set.copyOf(services);
        }

        @Override
        public String name() {
            return "no-way-back";
        }

        @Override
        public Optional<Need> need() {
            return Optional.of(Need.UNDO);
        }

        @Override
        public String summary() {
            return "nothing takes back what this changes while " + Lists.quoted(services) + " runs";
        }

        @Override
        public String label() {
            return "changes " + Lists.quoted(parts) + ", and says nothing of how that is undone";
        }
    }

    /**
     * The way back from here does not arrive.
     *
     * @param why one sentence without a full stop, which goes on from "if this fails, "
     */
    record Stuck(Trace trace, Optional<Need> need, String why, String label, String help) implements NoWayBack {
        @Override
        public String name() {
            return "no-way-back";
        }

        @Override
        public String summary() {
            return "if this fails, " + why;
        }
    }
}
