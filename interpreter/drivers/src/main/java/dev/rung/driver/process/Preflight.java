package dev.rung.driver.process;

import dev.rung.driver.support.Programs;
import dev.rung.engine.driver.ProcessTable;
import dev.rung.engine.driver.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What would keep the service from coming up again, looked for while it still runs. */
record Preflight(ServiceSetting setting, Finder finder, ProcessTable processes) {
    List<Trouble> troubles() {
        List<Trouble> troubles = new ArrayList<>();
        if (!Files.isDirectory(setting.from())) {
            troubles.add(new Trouble(
                    "the folder " + setting.from() + ", in which `" + setting.name() + "` starts, is not there",
                    "check `from`"));
        } else if (Programs.missing(setting.command().getFirst(), setting.from())) {
            troubles.add(new Trouble(
                    "the program `" + setting.command().getFirst() + "` of `" + setting.name() + "` is not there",
                    "install it, or write its whole path"));
        }
        writable(setting.pidFile(), "the pid file", troubles);
        writable(setting.log(), "the log", troubles);
        try {
            port(finder.find(), troubles);
        } catch (Trouble ambiguous) {
            troubles.add(ambiguous);
        }
        return troubles;
    }

    private void writable(Path file, String what, List<Trouble> troubles) {
        Path folder = file.getParent();
        if (!Files.isDirectory(folder)) {
            troubles.add(new Trouble(
                    "the folder " + folder + " for " + what + " of `" + setting.name() + "` is not there", "make it"));
        } else if (!Files.isWritable(folder) || Files.exists(file) && !Files.isWritable(file)) {
            troubles.add(new Trouble(
                    what + " of `" + setting.name() + "` cannot be written: " + file, "check owner and mode"));
        }
    }

    private void port(List<Long> own, List<Trouble> troubles) {
        if (setting.port().isEmpty()) {
            return;
        }
        int port = setting.port().getAsInt();
        ProcessTable.Port found = processes.port(port);
        if (!found.taken()) {
            return;
        }
        Set<Long> strangers = new HashSet<>(found.by());
        own.forEach(strangers::remove);
        // children of the service may listen for it
        strangers.removeIf(pid -> processes.session(pid).isPresent()
                && own.contains(processes.session(pid).getAsLong()));
        boolean unseen = found.by().isEmpty() && own.isEmpty();
        if (strangers.isEmpty() && !unseen) {
            return;
        }
        String who = strangers.stream()
                .findFirst()
                .map(pid -> "process " + pid + " (" + processes.command(pid) + ")")
                .orElse("a process of another user");
        troubles.add(new Trouble(
                "port " + port + " is in use by " + who + ", which is not `" + setting.name() + "`",
                "stop that process, or correct the port or the pid file of `" + setting.name() + "`"));
    }
}
