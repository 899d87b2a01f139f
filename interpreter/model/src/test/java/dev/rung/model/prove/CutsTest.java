package dev.rung.model.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.model.effect.Start;
import dev.rung.model.state.CodeForm;
import dev.rung.model.state.DataForm;
import dev.rung.model.state.DataPart;
import dev.rung.model.state.Layout;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.ServiceState.Running;
import dev.rung.model.state.State;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What has to be reckoned with once something was begun, and while nothing is. */
class CutsTest {
    private static final Set<String> BOOKS = Set.of("books");
    private static final ServiceState UP = new ServiceState(Running.OLD, false);
    private static final ServiceState LOOSE = new ServiceState(Running.DOWN, false);
    private static final Layout LAYOUT = new Layout(
            List.of(new Layout.CodeGroup("ledger", List.of("jar"), false)),
            List.of(new DataPart("books", true)),
            List.of(
                    new Layout.Service("gateway", "ledger", Set.of(), Set.of(), true),
                    new Layout.Service("server", "ledger", BOOKS, BOOKS, true)));

    private static State state(ServiceState gateway, ServiceState server) {
        return State.origin(LAYOUT, new TreeMap<>(Map.of("gateway", gateway, "server", server)));
    }

    @Test
    void eachServiceFallsOverByItselfAndAllWithTheMachine() {
        assertThat(Cuts.fallen(state(UP, UP), LAYOUT))
                .containsExactlyInAnyOrder(state(LOOSE, UP), state(UP, LOOSE), state(LOOSE, LOOSE));
        assertThat(Cuts.fallen(state(UP, ServiceState.HELD), LAYOUT)).containsExactly(state(LOOSE, ServiceState.HELD));
    }

    @Test
    void ofDataIsBelievedTheWorstWhateverIsSeen() {
        State before = state(ServiceState.HELD, ServiceState.HELD).withCode("jar", CodeForm.NEW);
        assertThat(Cuts.after(new Start("server"), before, LAYOUT)).isNotEmpty().allSatisfy(left -> {
            assertThat(left.data()).containsEntry("books", DataForm.TOUCHED);
            assertThat(left.code()).isEqualTo(before.code());
        });
        assertThat(Cuts.after(new Start("server"), before, LAYOUT))
                .extracting(left -> left.service("server"))
                .contains(ServiceState.HELD, LOOSE, new ServiceState(Running.NEW, false));
    }
}
