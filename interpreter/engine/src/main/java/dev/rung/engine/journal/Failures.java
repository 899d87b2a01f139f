package dev.rung.engine.journal;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** What PostgreSQL says, in words for a person. */
record Failures(JournalAddress address) {
    /** No connection, or one that the server has given up: another one may do. */
    private static final Set<String> LOST = Set.of("57P01", "57P02", "57P03", "57P05", "53300", "25006");

    static boolean isLost(SQLException failed) {
        String state = state(failed);
        return state.startsWith("08") || LOST.contains(state);
    }

    private static String state(SQLException failed) {
        return Optional.ofNullable(failed.getSQLState()).orElse("");
    }

    /** @param doing what did not work, without the reason */
    JournalException of(String doing, SQLException failed) {
        Reason reason = reason(failed);
        return new JournalException(doing + ": " + reason.words(), reason.help(), failed);
    }

    private record Reason(String words, String help) {}

    private Reason reason(SQLException failed) {
        return switch (state(failed)) {
            case "28P01", "28000" ->
                new Reason(
                        "the server does not let the user `" + address.user() + "` in",
                        "the password comes from the address, from RUNG_JOURNAL_PASSWORD or from ~/.pgpass");
            case "3D000" ->
                new Reason(
                        "there is no database `" + address.database() + "`",
                        "make it with `createdb " + address.database() + "`, or name another one");
            case "42501" ->
                new Reason(
                        "the user `" + address.user() + "` has not the right",
                        "let an administrator say `create schema rung authorization \"" + address.user()
                                + "\"`, or grant usage on the schema `rung`, and select and insert on its tables");
            case "53100" -> new Reason("no space is left on the server's disk", "make room there");
            case "25006" ->
                new Reason("the server can only be read: it is a standby, or set so", "name the one that takes writes");
            case "08001", "08004" ->
                new Reason("no server answers there", "see whether it runs, and what is in front of it");
            case "08003", "08006", "57P01", "57P02", "57P03" ->
                new Reason("the connection was lost", "see whether the server runs, and what is in front of it");
            default -> new Reason(said(failed), "");
        };
    }

    private String said(SQLException failed) {
        String words = Optional.ofNullable(failed.getMessage()).orElse("the server failed");
        return address.withoutSecrets(
                        words.lines().findFirst().orElse(words).replaceFirst("^(ERROR|FATAL|PANIC): ", ""))
                .strip();
    }
}
