package dev.rung.language.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.language.Runbooks;
import dev.rung.language.check.CheckedRunbook;
import dev.rung.language.check.CheckedRunbook.Use;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Installation;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.plan.Window;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What secrets, places, windows and sets of inputs become. */
class DeclarationLoweringTest {
    private static final String AROUND = """
        input folder : path = "/srv"
        input patience : duration = 5m
        input most : size = 1GB
        secret token = env("TOKEN")
        place box = ssh("root@box", port: 2222)
        window "Sat 22:00" to "Sun 04:00" in "Europe/Berlin"
        inputs staging {
          home = "${folder}/staging"
          target = newest
          patience = 90s
          most = 512MiB
        }
        """;

    private static CheckedRunbook checked(String members, String rest) {
        Diagnosed<CheckedRunbook> checked = Runbooks.check(Runbooks.app(members, AROUND + rest));
        assertThat(checked.diagnostics()).isEmpty();
        return checked.value();
    }

    private static Installation installation(String members) {
        Diagnosed<Installation> made = Runbooks.toolchain().install(checked(members, ""), Map.of());
        assertThat(made.diagnostics()).isEmpty();
        return made.value();
    }

    @Test
    void aPlaceIsFilledIn() {
        Installation installation = installation("files more = directory(\"/more\") on box");
        assertThat(installation.places())
                .containsExactly(Map.entry(
                        "box",
                        new Installation.Place(
                                "box",
                                "ssh",
                                Map.of("address", new Value.Text("root@box"), "port", new Value.Whole(2222)))));
        assertThat(installation.part("more").place()).contains("box");
        assertThat(installation.part("store").place()).isEmpty();
    }

    @Test
    void aSecretStandsByItsNameAndIsReadLater() {
        Installation installation =
                installation("database lake = mysql(\"mysql://x/y\", password: token)\nconfig e = dotenv(\"/e\")");
        assertThat(installation.part("lake").arguments()).containsEntry("password", new Value.Secret("token"));
        assertThat(installation.secrets().get("token"))
                .isInstanceOfSatisfying(
                        Expression.Call.class, call -> assertThat(call.name()).isEqualTo("env"));
    }

    @Test
    void theWindowIsKnown() {
        assertThat(installation("").window())
                .contains(new Window(
                        new Window.Moment(DayOfWeek.SATURDAY, LocalTime.of(22, 0)),
                        new Window.Moment(DayOfWeek.SUNDAY, LocalTime.of(4, 0)),
                        ZoneId.of("Europe/Berlin")));
    }

    @Test
    void aSetSaysWhatAPersonWouldType() {
        Diagnosed<Map<String, String>> set =
                Runbooks.toolchain().inputSet(checked("", ""), "staging", Map.of("folder", "/other"));
        assertThat(set.diagnostics()).isEmpty();
        assertThat(set.value())
                .containsOnly(
                        Map.entry("home", "/other/staging"),
                        Map.entry("target", "newest"),
                        Map.entry("patience", "90000ms"),
                        Map.entry("most", "536870912B"));
        assertThat(Runbooks.toolchain().install(checked("", ""), set.value()).diagnostics())
                .isEmpty();
    }

    @Test
    void whatASystemHasSettledIsAskedBeforeEachHop() {
        Diagnosed<Plan> plan = Plans.diagnosed(
                Runbooks.toolchain(),
                Runbooks.app(
                        "settled = running(server)",
                        "phase \"p\" { step-through app to target { require app.next > app.current } }"),
                "1.0.0",
                Map.of());
        List<Item.Hop> hops = Plans.hops(plan.value());
        assertThat(hops)
                .hasSize(2)
                .allSatisfy(hop -> assertThat(hop.body().getFirst().id()).isEqualTo(hop.id() + "/settled"));
    }

    @Test
    void whatHasToBeCarriedOutIsToldWithItsPlace() {
        CheckedRunbook runbook =
                checked("bucket things = s3(\"things\")", "phase \"p\" { require size(things) < 1GB }");
        assertThat(runbook.uses())
                .anySatisfy(use -> assertThat(use)
                        .isInstanceOfSatisfying(
                                Use.Place.class,
                                place -> assertThat(place.driver()).isEqualTo("ssh")))
                .anySatisfy(use -> assertThat(use)
                        .isInstanceOfSatisfying(
                                Use.Driver.class,
                                driver -> assertThat(driver.name()).isEqualTo("s3")))
                .anySatisfy(use -> assertThat(use)
                        .isInstanceOfSatisfying(
                                Use.Call.class,
                                call -> assertThat(call.at().text()
                                                + call.of().map(Type::word).orElse(""))
                                        .isEqualTo("sizebucket")));
    }
}
