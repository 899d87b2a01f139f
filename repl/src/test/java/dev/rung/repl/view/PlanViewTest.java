package dev.rung.repl.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.engine.run.Forecast;
import dev.rung.engine.run.WindowRule;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanViewTest {
    private static final WindowRule NOTHING_KNOWN = new WindowRule(Optional.empty(), Forecast.NONE, Clock.systemUTC());

    @Test
    void showsEveryStatementWithWhatItDoesAndTheWayBackFromThere() {
        Shown shown = new Shown();

        new PlanView(shown.stream(), Shown.plain(Glyphs.UNICODE)).show(SamplePlan.plan(true), NOTHING_KNOWN);

        assertThat(shown.text()).isEqualTo("""
            Ledger under a process · ledger 1.9.4 → 2.0.1 in 1 hop
            Before the first stop, 1 file fetched and checked: jar 2.0.1

            Before
               1  confirm announced "Everyone knows"                        before/announced

            Upgrade
              hop 1/1  1.9.4 → 2.0.1  (each line)
                   may go back by `down` instead of a restore
               2  stop server                                      upgrade/2.0.1/stop-server
                    does      stop and hold `server`
                    way back  start `server`, wait until `ledger` is healthy and answers
                              1.9.4
               3  backup app to "backups"                           upgrade/2.0.1/backup-app
                    does      back up `app`, read it back
                    way back  as for 2
               4  swap jar to 2.0.1                                   upgrade/2.0.1/swap-jar
                    does      change `jar` over to 2.0.1
                    way back  put the former `jar` back, start `server`, wait until `ledger`
                              is healthy and answers 1.9.4
               5  start server                                    upgrade/2.0.1/start-server
                    way back  stop and hold `server`, put the former `jar` back, restore
                              `app`, start `server`, wait until `ledger` is healthy and
                              answers 1.9.4
               6  wait for healthy  (at most 2 min)                       upgrade/2.0.1/wait
                    way back  as for 5
               7  require-version == 2.0.1                             upgrade/2.0.1/version
                    way back  as for 5

            Afterwards
                  when exists("todo")
               8    run "touch done" changes nothing                               after/run
                  else
               9    say "not done"                                                 after/say

            9 statements, 5 of them change something; there is a way back from each
            A person is asked for: announced
            Rests on the author's word (what a program changes, a backup that is only read back): 3, 8
            """);
    }

    @Test
    void saysWhereThereIsNoWayBack() {
        Shown shown = new Shown();

        new PlanView(shown.stream(), Shown.plain(Glyphs.UNICODE)).show(SamplePlan.plan(false), NOTHING_KNOWN);

        assertThat(shown.text())
                .contains("   4  start server ", "no proof  if this fails, nothing brings `app` back")
                .contains("not proved, for 1 reason");
    }

    @Test
    void showsHowADeedIsTakenBack() {
        Shown shown = new Shown();

        new PlanView(shown.stream(), Shown.plain(Glyphs.UNICODE))
                .show(SamplePlan.plan(SamplePlan.noteWithUndo()), NOTHING_KNOWN);

        assertThat(shown.text())
                .contains("        undo      run \"erase\"\n        way back  take back: run `note`\n")
                .contains("there is a way back from each");
        assertThat(PlanJson.of(SamplePlan.plan(SamplePlan.noteWithUndo()), NOTHING_KNOWN)
                        .toString())
                .contains("\"undo\": [\n        \"run \\\"erase\\\"\"");
    }

    @Test
    void doesNotClaimAWayBackBehindAPointOfNoReturn() {
        Shown shown = new Shown();

        new PlanView(shown.stream(), Shown.plain(Glyphs.UNICODE))
                .show(SamplePlan.plan(SamplePlan.noReturn()), NOTHING_KNOWN);

        assertThat(shown.text())
                .contains("        way back  none: the way is forward, it is out\n")
                .contains("there is a way back from each but 1: from the point of no return on the way is forward");
    }

    @Test
    void drawsItselfInAsciiWithoutLosingAnything() {
        Shown shown = new Shown();

        new PlanView(shown.stream(), Shown.plain(Glyphs.ASCII)).show(SamplePlan.plan(true), NOTHING_KNOWN);

        assertThat(shown.text()).startsWith("Ledger under a process - ledger 1.9.4 -> 2.0.1 in 1 hop\n");
        assertThat(shown.text().chars()).allMatch(c -> c < 0x7f);
    }

    @Test
    void usesTheWidthThatThereIs() {
        Shown shown = new Shown();

        new PlanView(shown.stream(), Shown.terminal(120)).show(SamplePlan.plan(true), NOTHING_KNOWN);

        assertThat(shown.text().lines())
                .contains("        way back  start `server`, wait until `ledger` is healthy and answers 1.9.4")
                .anyMatch(line -> line.endsWith("upgrade/2.0.1/stop-server") && line.length() == 120);
    }

    @Test
    void marksWhatIsDoneAndWhatComesNext() {
        Shown shown = new Shown();
        Plan plan = SamplePlan.plan(true);
        List<Item.Step> steps = PlanView.steps(plan);

        new PlanView(shown.stream(), Shown.plain(Glyphs.ASCII)).showMarked(plan, steps.subList(2, steps.size()));

        assertThat(shown.text())
                .contains("  ok   2  stop server\n  >    3  backup app to \"backups\"\n       4  swap jar");
    }

    @Test
    void isAValueForProgramsToo() {
        String json = PlanJson.of(SamplePlan.plan(true), NOTHING_KNOWN).toString();

        assertThat(json)
                .contains("\"schema\": \"rung/plan/1\"", "\"installed\": {\n    \"ledger\": \"1.9.4\"\n  }")
                .contains("\"kind\": \"hop\"", "\"from\": \"1.9.4\"", "\"to\": \"2.0.1\"", "\"why\": \"each line\"")
                .contains("\"id\": \"upgrade/2.0.1/swap-jar\"", "\"within\": \"PT2M\"")
                .contains("\"wayBack\": [\n        \"start `server`\",");
    }
}
