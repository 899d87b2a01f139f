package dev.rung.repl;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A system with data and a service: its code is one file, its data a folder, its service a process that sleeps. */
final class Diary implements AutoCloseable {
    private final Path folder;

    private Diary(Path folder) {
        this.folder = folder;
    }

    /**
     * Version 1.0 installed and not running; 2.0 and 3.0 offered. Each hop writes its version into the pages.
     *
     * @param more statements behind that in each hop
     */
    static Diary layOut(Typed typed, Path folder, String more) {
        typed.file("diary.releases", """
            releases "Diary"

            url "downloads/diary-${release}"
            path { each line }
            back by tear-out since 2.0

            line 1 { release 1.0 }
            line 2 { release 2.0 }
            line 3 { release 3.0 }
            """);
        typed.file("diary.runbook", """
            runbook "Diary"

            input target : version = newest
            input folder : path = "."

            system diary {
              releases "diary.releases"
              artifact app   = file("${folder}/app")
              files    pages = directory("${folder}/pages")
              service  clerk = process(["sleep", "600"], pid-file: "${folder}/pid", log: "${folder}/log")
              installed = version(text-of("${folder}/app"))
              healthy   = running(clerk)
            }

            phase "Upgrade" {
              step-through diary to target {
                stop clerk
                backup pages to "${folder}/backups" verified by restore
                swap app to next
                start clerk
                run ["cp", "${folder}/app", "${folder}/pages/last"] changes pages
                wait for healthy within 10s
                require-version == next
            %s
                rollback tear-out {
                  run ["cp", "${folder}/app", "${folder}/pages/torn"] changes pages
                }
              }
            }
            """.formatted(more.indent(4)));
        typed.file("app", "1.0").file("pages/first", "once").file("downloads/diary-2.0", "2.0");
        typed.file("downloads/diary-3.0", "3.0");
        return new Diary(folder);
    }

    /** Starts what the runbook's service starts. */
    Diary start() throws Exception {
        Process clerk =
                new ProcessBuilder("sleep", "600").directory(folder.toFile()).start();
        Files.writeString(folder.resolve("pid"), Long.toString(clerk.pid()));
        return this;
    }

    @Override
    public void close() throws Exception {
        endClerk(folder);
    }

    /** Ends what the runbook's service may have started there. */
    static void endClerk(Path folder) throws Exception {
        if (Files.exists(folder.resolve("pid"))) {
            long pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
            ProcessHandle.of(pid)
                    .filter(process -> process.info().command().orElse("").endsWith("sleep"))
                    .ifPresent(ProcessHandle::destroy);
        }
    }

    /** What is in the folder of backups, by name. */
    List<String> backups() {
        return List.of(folder.resolve("backups").toFile().list()).stream()
                .sorted()
                .toList();
    }
}
