package dev.rung.language.lint;

import java.util.List;

/** All rules of the linter, in alphabetical order. */
public final class Rules {
    private static final List<Rule> ALL = List.of(
            new ArtifactOnlyProbe(),
            new BackupBesideTheData(),
            new BackupWhileRunning(),
            new BrokenPath(),
            new HopNeverLands(),
            new MixedCode(),
            new NoWayBack(),
            new NoWayForward(),
            new OldCodeOverNewData(),
            new ReleaseWithoutChecksum(),
            new SentTooEarly(),
            new ServiceLeftDown(),
            new StaleBackup(),
            new SwapWhileRunning(),
            new UndeclaredEffect(),
            new UnpinnedArtifact());

    private Rules() {}

    public static List<Rule> all() {
        return ALL;
    }

    static List<String> names() {
        return ALL.stream().map(Rule::name).toList();
    }
}
