package dev.rung.driver.local;

import dev.rung.engine.driver.PlaceDriver;
import dev.rung.engine.driver.Surroundings;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Signature;
import dev.rung.model.expression.Signature.Parameter;
import dev.rung.model.expression.Type;
import dev.rung.model.plan.Installation;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code place db = local(user: "postgres")}: this machine, as somebody else. */
public final class LocalPlaceDriver implements PlaceDriver {
    private static final Set<Need> ALL = Set.of(Need.values());

    @Override
    public Signature signature() {
        return new Signature(
                "local",
                Type.PLACE,
                List.of(new Parameter("user", Set.of(Type.TEXT), true, "who")),
                Set.of(),
                "this machine, as somebody else");
    }

    @Override
    public Reached reach(Installation.Place place, Surroundings here) throws Trouble {
        User user = User.named(place.arguments().get("user").shown(), place.name(), here);
        Optional<Becoming> becoming = Becoming.find(user, place.name(), here);
        if (becoming.isEmpty()) {
            return new Reached(here, ALL, "");
        }
        UserCommands commands = new UserCommands(here.commands(), user, becoming.get());
        Optional<UserThread> thread = UserThread.of(user);
        if (thread.isEmpty()) {
            Surroundings programsAlone = new Surroundings(
                    here.folder(), here.state(), commands, here.processes(), here.clock(), here.sleep());
            return new Reached(
                    programsAlone,
                    Set.of(Need.PROGRAMS, Need.PROCESSES),
                    "on this kind of machine Rung writes files as nobody but itself");
        }
        UserFiles files = new UserFiles(thread.get(), user.name());
        Surroundings there = new Surroundings(
                files.path(here.folder()), here.state(), commands, here.processes(), here.clock(), here.sleep());
        return new Reached(there, ALL, "");
    }
}
