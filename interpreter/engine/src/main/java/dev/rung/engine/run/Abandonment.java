package dev.rung.engine.run;

import dev.rung.engine.driver.Trouble;
import dev.rung.model.effect.ReleaseHold;
import dev.rung.model.state.Layout;
import dev.rung.model.state.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives a run up where it is: services that it holds are let go, and not started; all else stays as it is. */
record Abandonment(Equipment equipment, Stretch stretch) {
    Ending take(String by) {
        List<String> left = new ArrayList<>();
        State atBeginning = equipment.log().began().state();
        int number = 0;
        for (Layout.Service service : stretch.layout().services()) {
            if (!atBeginning.service(service.name()).held()) {
                letGo(service.name(), number++).ifPresent(left::add);
            }
        }
        List<String> parts = PartsInWords.found(equipment.world());
        return left.isEmpty()
                ? new Ending.Abandoned(by, parts)
                : new Ending.NeedsPerson(
                        "it could not be given up, because not all that it holds was let go", parts, left);
    }

    /** @return what is left to do, if it could not be done */
    private Optional<String> letGo(String service, int number) {
        ReleaseHold release = new ReleaseHold(service);
        try {
            if (equipment.world().service(service).look().held()) {
                equipment.bench().carryOut(RunLog.ABANDONING, number, true, release, stretch, Optional.empty());
            }
            return Optional.empty();
        } catch (Trouble | Unanswered failed) {
            return Optional.of(release.words() + ": " + failed.getMessage());
        }
    }
}
