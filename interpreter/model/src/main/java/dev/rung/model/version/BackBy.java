package dev.rung.model.version;

import java.util.List;

/**
 * For which hops a named {@code rollback} may be used: {@code back by migrate-down since 46 except 49}.
 *
 * @param since the first release, or line, at which either end of a hop may stand
 * @param except releases or lines at which neither may stand
 */
public record BackBy(String rollback, Version since, List<Version> except) {
    public BackBy {
        except = List.copyOf(except);
    }

    /** Whether the rollback is offered for the way back from one release to an older one. */
    public boolean offeredBetween(Version older, Version newer) {
        return covers(older) && covers(newer);
    }

    private boolean covers(Version version) {
        boolean late = version.compareTo(since) >= 0 || version.startsWith(since);
        return late && except.stream().noneMatch(version::startsWith);
    }
}
