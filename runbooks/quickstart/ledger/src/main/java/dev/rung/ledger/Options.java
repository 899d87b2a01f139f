package dev.rung.ledger;

import java.nio.file.Path;
import java.time.Duration;

/**
 * The command line.
 *
 * @param data the H2 database's path without {@code .mv.db}; null only for help and version
 * @param log a file that gets the log lines too, or null
 */
record Options(Command command, Path data, int port, Path log, Duration lockTimeout) {

    static final String USAGE = """
        java -jar ledger-VERSION.jar --data DIR/ledger [--port 8080] [--log FILE] [--lock-timeout 10m]
        java -jar ledger-VERSION.jar --data DIR/ledger --fill N          new sample data: N postings
        java -jar ledger-VERSION.jar --data DIR/ledger --down VERSION    schema and data back to an older version
        java -jar ledger-VERSION.jar --data DIR/ledger --release-lock    free the lock of a killed migration
        java -jar ledger-VERSION.jar --version\
        """;

    /** What to do. */
    sealed interface Command {
        record Serve() implements Command {}

        record Fill(int postings) implements Command {}

        record Down(String version) implements Command {}

        record ReleaseLock() implements Command {}

        record Version() implements Command {}

        record Help() implements Command {}
    }

    static Options parse(String... arguments) {
        Options options = new Options(new Command.Serve(), null, 8080, null, Duration.ofMinutes(10));
        for (int index = 0; index < arguments.length; index++) {
            String name = arguments[index];
            options = switch (name) {
                case "--version" -> options.with(new Command.Version());
                case "--help" -> options.with(new Command.Help());
                case "--release-lock" -> options.with(new Command.ReleaseLock());
                case "--data", "--port", "--log", "--lock-timeout", "--fill", "--down" -> {
                    if (++index == arguments.length) {
                        throw new LedgerException(name + " needs a value");
                    }
                    yield options.with(name, arguments[index]);
                }
                default -> throw new LedgerException("Unknown option " + name);
            };
        }
        if (options.data == null
                && options.command.getClass() != Command.Version.class
                && options.command.getClass() != Command.Help.class) {
            throw new LedgerException("--data is missing");
        }
        return options;
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "--data" -> new Options(command, dataPath(value), port, log, lockTimeout);
            case "--port" -> new Options(command, data, number(name, value, 65_535), log, lockTimeout);
            case "--log" -> new Options(command, data, port, Path.of(value), lockTimeout);
            case "--lock-timeout" -> new Options(command, data, port, log, Durations.parse(value));
            case "--fill" -> with(new Command.Fill(number(name, value, 1_000_000)));
            default -> with(new Command.Down(value));
        };
    }

    private Options with(Command other) {
        if (command.getClass() != Command.Serve.class) {
            throw new LedgerException("Only one sub-command can be given");
        }
        return new Options(other, data, port, log, lockTimeout);
    }

    private static Path dataPath(String value) {
        if (value.indexOf(';') >= 0) {
            // H2 would read what follows as settings of the connection.
            throw new LedgerException("--data must not hold a semicolon");
        }
        return Path.of(value).toAbsolutePath().normalize();
    }

    private static int number(String name, String value, int highest) {
        try {
            int number = Integer.parseInt(value);
            if (number >= 0 && number <= highest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new LedgerException(name + " takes a number from 0 to " + highest + ", not " + value);
    }
}
