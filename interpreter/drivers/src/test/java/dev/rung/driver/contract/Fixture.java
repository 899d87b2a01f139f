package dev.rung.driver.contract;

import dev.rung.engine.driver.Data.Fingerprint;
import dev.rung.engine.driver.Driver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a driver registers with the contract test: how its part is laid out in a folder. What is done to the part, and what
 * must hold wherever that is cut, follows from its kind ({@link Trials}).
 */
sealed interface Fixture permits Fixture.OfArtifact, Fixture.OfService, Fixture.OfData {
    Driver driver();

    /** What befalls its part, and no other of its kind. */
    default List<Trial> others() {
        return List.of();
    }

    /** What its part talks to. @param places in which all sites lie */
    default Optional<Companion> companion(Path places) throws Exception {
        return Optional.empty();
    }

    /** Code: its old release is laid out in place, its new one beside. */
    non-sealed interface OfArtifact extends Fixture {
        /** By the names of the signature; paths are relative to the folder. */
        Map<String, Object> arguments();

        void lay(Path folder) throws IOException;

        /** Of the new release. */
        String source();

        /** A program that brings the new release in, past the driver. */
        List<String> otherInstaller();
    }

    /** Whatever is on or off. */
    non-sealed interface OfService extends Fixture {
        /** @param command what it is while it is up, started in the folder */
        Map<String, Object> arguments(List<String> command);

        /** How much time a start is given: long enough to see it come up, since in what is waiting a cut finds nothing. */
        default Duration starts() {
            return Duration.ofMillis(40);
        }

        /** How many processes of it there are. */
        int processes(Path folder);
    }

    /** What users wrote. */
    non-sealed interface OfData extends Fixture {
        Map<String, Object> arguments();

        /** Makes the data. */
        void lay(Path folder) throws IOException;

        /** Whether a restore that is cut leaves some of them back and others not. */
        default boolean tears() {
            return false;
        }

        /** What they really are, where their driver does not tell. */
        default Optional<Fingerprint> content(Path folder) throws IOException {
            return Optional.empty();
        }

        /** Changes them. */
        void change(Path folder) throws IOException;
    }

    /** Data whose keys are code, each by itself. */
    interface OfConfig extends OfData {
        /** One that it has. */
        String key();
    }

    /** Data of which dumps are made. */
    interface OfDatabase extends OfData {
        /** SQL that changes it. */
        String change();

        /** Writes what is in it to {@code dump.sql}. */
        void dump(Path folder) throws IOException;
    }
}
