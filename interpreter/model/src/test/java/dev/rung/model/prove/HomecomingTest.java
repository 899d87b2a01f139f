package dev.rung.model.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.model.state.CodeForm;
import dev.rung.model.state.DataForm;
import dev.rung.model.state.Deed;
import dev.rung.model.state.Layout;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.ServiceState.Running;
import dev.rung.model.state.State;
import dev.rung.model.version.Version;
import dev.rung.model.wayback.Origin;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What is said to have arrived is compared with the start, whatever the way back says of itself. */
class HomecomingTest {
    private static final Set<String> DATA = Set.of("db");
    private static final Layout LAYOUT = Handmade.layout("jar");

    private static String difference(ServiceState before, UnaryOperator<State> change) {
        State start = State.origin(LAYOUT, new TreeMap<>(Map.of("server", before)));
        Origin origin = new Origin(LAYOUT, start, Map.of("app", Version.of("1")));
        return new Homecoming(origin).difference(change.apply(start)).orElse("");
    }

    private static String difference(UnaryOperator<State> change) {
        return difference(new ServiceState(Running.OLD, false), change);
    }

    @Test
    void theStartItselfIsNoOther() {
        assertThat(difference(state -> state)).isEmpty();
    }

    @Test
    void codeIsOfTheFormerRelease() {
        assertThat(difference(state -> state.withCode("jar", CodeForm.MIXED))).contains("`jar`");
    }

    @Test
    void dataAreAsTheyWere() {
        assertThat(difference(state -> state.withData(DATA, form -> DataForm.NEW)))
                .contains("`db`");
    }

    @Test
    void noDeedStands() {
        Deed deed = new Deed("tidy", "run `tidy`", DATA, Set.of(), Deed.Moment.HELD, false);
        assertThat(difference(state -> state.withDeed(deed))).contains("run `tidy`");
    }

    @Test
    void whoRanRunsAndWithoutAMark() {
        assertThat(difference(state -> state.withService("server", ServiceState.HELD)))
                .contains("`server` ran before");
        assertThat(difference(state -> state.withService("server", new ServiceState(Running.NEW, false))))
                .contains("`server` ran before");
        assertThat(difference(state -> state.withService("server", new ServiceState(Running.OLD, true))))
                .contains("`server` ran before");
    }

    @Test
    void whoWasDownHasTheMarkThatItHad() {
        ServiceState loose = new ServiceState(Running.DOWN, false);
        assertThat(difference(loose, state -> state.withService("server", ServiceState.HELD)))
                .contains("was not kept down before");
        assertThat(difference(loose, state -> state)).isEmpty();
    }
}
