package dev.rung.repl;

/** A system that needs no process: its code is one file with its version in it. */
public final class Notes {
    static final String RELEASES = """
            releases "Notes"

            url "downloads/notes-${release}"
            path { each line }

            line 1 { release 1.0 }
            line 2 { release 2.0 }
            line 3 { release 3.0 }
            """;

    private Notes() {}

    /** @param more statements at the end of each hop */
    public static void layOut(Typed typed, String more) {
        typed.file("notes.releases", RELEASES);
        typed.file("notes.runbook", """
                runbook "Notes"

                ## where to go
                input target : version = newest
                input folder : path = "."

                system notes {
                  releases "notes.releases"
                  artifact app = file("${folder}/app")
                  installed = version(text-of("${folder}/app"))
                  healthy   = exists("${folder}/app")
                }

                phase "Upgrade" {
                  confirm announced "Everyone knows"
                  step-through notes to target {
                    swap app to next
                    require-version == next
                %s  }
                }

                phase "Afterwards" {
                  say "Done"
                }
                """.formatted(more));
        typed.file("app", "1.0");
        typed.file("downloads/notes-2.0", "2.0");
        typed.file("downloads/notes-3.0", "3.0");
    }
}
