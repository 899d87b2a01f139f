package dev.rung.repl.command;

import dev.rung.engine.run.Engine;
import dev.rung.engine.run.UnderWay;
import dev.rung.repl.view.StatusView;
import dev.rung.repl.work.Desk;
import dev.rung.repl.work.Engines;
import dev.rung.repl.work.ExitCode;
import dev.rung.repl.work.Store;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code rung status} */
final class StatusCommand implements Command {
    @Override
    public List<String> examples() {
        return List.of("rung status", "rung status --journal jdbc:postgresql://db.example.org/rung");
    }

    @Override
    public String description() {
        return "Says which runs go on now, and which were interrupted or have stopped and can be taken up, as their"
            + " journals have it: what is in hand, what is believed of each part, and what to type next. It looks at"
            + " no system and changes nothing.";
    }

    @Override
    public CommandSpec options() {
        return RunbookOptions.addJournal(CommandSpec.create());
    }

    @Override
    public int run(ParseResult given, Desk desk) {
        Engine engine = Engines.at(desk);
        List<UnderWay> runs = engine.underWay();
        StatusView view = new StatusView(desk.console().out(), desk.console().output(), desk.clock());
        if (runs.isEmpty()) {
            view.showNothing(Store.at(desk).journals().place());
        } else {
            view.show(runs);
        }
        return ExitCode.DONE;
    }
}
