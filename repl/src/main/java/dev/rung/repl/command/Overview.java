package dev.rung.repl.command;

import dev.rung.repl.view.Console;
import dev.rung.repl.view.Theme.Role;

/** What {@code rung} alone says. */
public final class Overview {
    private final Console console;

    public Overview(Console console) {
        this.console = console;
    }

    public void show() {
        var out = console.out();
        var theme = console.output().theme();
        out.println("rung carries out upgrade runbooks: every step planned, and with a way back");
        out.println();
        out.println("  " + theme.paint(Role.CODE, "rung demo")
                + "                    upgrade a sample application, in a minute");
        out.println("  " + theme.paint(Role.CODE, "rung plan ledger.runbook") + "     what an upgrade would do");
        out.println("  " + theme.paint(Role.CODE, "rung run ledger.runbook") + "      do it");
        out.println();
        for (Commands.Entry entry : Commands.ALL) {
            out.println("  " + theme.paint(Role.TITLE, String.format("%-10s", entry.name())) + entry.summary());
        }
        out.println();
        out.println("rung COMMAND --help says more; rung --version says which Rung this is");
        out.flush();
    }
}
