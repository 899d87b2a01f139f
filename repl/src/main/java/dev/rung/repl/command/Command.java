package dev.rung.repl.command;

import dev.rung.engine.driver.Trouble;
import dev.rung.repl.work.Desk;
import dev.rung.repl.work.UsageProblem;
import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One command: its flags here, its work in another class. */
interface Command {
    /** What opens its help: whole lines that a reader can type, most wanted first. */
    List<String> examples();

    /** What it does, in one to three sentences. */
    String description();

    /** Its options and parameters, without the ones that every command has. */
    CommandSpec options();

    /**
     * Does it where words are given and none of them is an option, without the library that reads options: loading that
     * takes as long as reading a short runbook.
     *
     * @return the exit code; empty if the command has its words read by the library in any case
     */
    default OptionalInt runWithoutOptions(List<String> words, Desk desk) throws UsageProblem {
        return OptionalInt.empty();
    }

    /**
     * @return the exit code
     * @throws Trouble if the world did not do what it was asked
     */
    int run(ParseResult given, Desk desk) throws UsageProblem, Trouble;
}
