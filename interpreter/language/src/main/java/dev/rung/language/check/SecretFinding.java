package dev.rung.language.check;

import dev.rung.model.text.Location;
import java.util.List;

/** What can be wrong with secrets. */
public sealed interface SecretFinding extends CheckFinding {
    /**
     * A secret at a place where it would be shown or kept.
     *
     * @param secret as it is declared, or the call that reads it
     * @param path from the secret by way of abbreviations to what stands there
     * @param into what it would go into: {@code a path}
     */
    record SecretLeaks(Location at, String secret, List<String> path, String into) implements SecretFinding {
        @Override
        public String summary() {
            return "the secret `" + secret + "` must not go into " + into;
        }

        @Override
        public List<String> notes() {
            return path.size() > 1 ? List.of("trace: " + String.join(" → ", path)) : List.of();
        }

        @Override
        public String help() {
            return "it may go to the credentials of a driver or a call, to the environment of a program, to a header,"
                    + " to a key of a config, or to SQL as a value behind `with`";
        }
    }

    /** {@code secret password = "hunter2"} */
    record SecretInTheOpen(Location at, String secret) implements SecretFinding {
        @Override
        public String summary() {
            return "the secret `" + secret + "` stands in the runbook for all to read";
        }

        @Override
        public String help() {
            return "have it read when it is used: `env(\"…\")`, `text-of(\"…\")`, `output(\"…\")` or `ask()`";
        }
    }

    /** {@code postgres(…, password: env("X"))} @param reads the call */
    record CredentialWithoutName(Location at, String reads) implements SecretFinding {
        @Override
        public String summary() {
            return "a credential that is read has to be a `secret`";
        }

        @Override
        public String help() {
            return "say `secret password = " + reads
                    + "` above, and write its name here: it is then read when it is used";
        }
    }
}
