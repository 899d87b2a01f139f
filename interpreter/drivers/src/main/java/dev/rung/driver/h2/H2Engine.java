package dev.rung.driver.h2;

import dev.rung.driver.support.Disk;
import dev.rung.driver.support.Troubles;
import dev.rung.engine.driver.Commands;
import dev.rung.engine.driver.Data.Fingerprint;
import dev.rung.engine.driver.Database;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Asks the worker that has the right H2. The jar in place changes on a hop, so it is looked at anew for every request; a
 * worker serves as long as it stays the same.
 */
final class H2Engine {
    private static final Duration QUERY = Duration.ofMinutes(2);
    private static final Duration ANYTHING = Duration.ofDays(7);

    private final H2Setting setting;
    private final Commands commands;
    private WorkerProcess worker;
    private String workerJar = "";

    H2Engine(H2Setting setting, Commands commands) {
        this.setting = setting;
        this.commands = commands;
    }

    /** @param engine the version of H2 that read it */
    record Content(Fingerprint fingerprint, String engine) {}

    /** Of a file that nobody changes. */
    Content fingerprint(Path file) throws Trouble {
        return reading(file, this::fingerprint);
    }

    Content fingerprint(String url) throws Trouble {
        List<String> answer = ask(List.of("fingerprint", url, setting.user(), setting.password()));
        return new Content(new Fingerprint(answer.get(1), Long.parseLong(answer.get(2))), engine(answer.get(3)));
    }

    Value value(Path file, String sql, List<Value> parameters) throws Trouble {
        return reading(file, url -> value(url, sql, parameters));
    }

    private interface Read<T> {
        T from(String url) throws Trouble;
    }

    /**
     * Opens a file for reading only, so that no newer H2 rewrites it. What a killed process left H2 can open only for
     * writing, to roll back what was not committed: that happens in a copy.
     */
    private <T> T reading(Path file, Read<T> read) throws Trouble {
        try {
            return read.from(url(file) + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r");
        } catch (Trouble trouble) {
            if (!H2Words.saysUnfinished(trouble)) {
                throw trouble;
            }
        }
        Path copy = Exchange.look(file);
        try {
            copy(file, copy);
            return read.from(url(copy) + ";IFEXISTS=TRUE");
        } finally {
            Exchange.forget(copy);
        }
    }

    /** Fills a file that is not there yet from a dump in plain SQL, gzip or zip. */
    String fill(Path file, Path dump, String options) throws Trouble {
        return engine(ask(List.of("import", url(file), setting.user(), setting.password(), dump.toString(), options))
                .get(1));
    }

    String script(String url, WorkerProcess.Rows rows) throws Trouble {
        return engine(ask(List.of("script", url, setting.user(), setting.password()), rows)
                .get(1));
    }

    Value value(String url, String sql, List<Value> parameters) throws Trouble {
        List<String> request = new ArrayList<>(List.of("value", url, setting.user(), setting.password(), sql));
        for (Value parameter : parameters) {
            addTo(request, parameter);
        }
        List<String> answer = ask(request);
        String text = answer.get(2);
        return switch (answer.get(1)) {
            case "null" -> new Value.Unknown("`" + sql + "` gave no value, its first row has null");
            case "truth" -> new Value.Truth(Boolean.parseBoolean(text));
            case "whole" -> new Value.Whole(Long.parseLong(text));
            case "day" -> new Value.Day(LocalDate.parse(text));
            default -> new Value.Text(text);
        };
    }

    /** Where a file that is there is opened for writing. */
    static String writing(Path file) {
        return url(file) + ";IFEXISTS=TRUE";
    }

    /** The worker copies: if this process closed the file, a lock that it holds on it would go. */
    void copy(Path file, Path copy) throws Trouble {
        ask(List.of("copy", file.toString(), copy.toString()));
    }

    /** @param mark that is left in the database; none if empty */
    Database.Told tell(String url, String mark, List<Value> parameters, SqlText text, Duration within) throws Trouble {
        List<String> request = new ArrayList<>(List.of("tell", url, setting.user(), setting.password(), mark));
        Iterator<Value> values = parameters.iterator();
        for (SqlText.Statement statement : text.statements()) {
            request.add(statement.text());
            request.add(Integer.toString(statement.places()));
            for (int i = 0; i < statement.places(); i++) {
                addTo(request, values.next());
            }
        }
        List<String> answer = ask(request, within);
        return new Database.Told(answer.get(1).equals("before"), Long.parseLong(answer.get(2)));
    }

    void removeMarks(String url) throws Trouble {
        ask(List.of("remove-marks", url, setting.user(), setting.password()), QUERY);
    }

    private static void addTo(List<String> request, Value value) {
        request.add(word(value));
        request.add(value instanceof Value.Size size ? Long.toString(size.bytes()) : value.shown());
    }

    private static String word(Value parameter) {
        return switch (parameter) {
            case Value.Whole whole -> "whole";
            case Value.Size size -> "whole";
            case Value.Truth truth -> "truth";
            case Value.Day day -> "day";
            default -> "text";
        };
    }

    private static String url(Path file) {
        String path = file.toString();
        return "jdbc:h2:file:" + path.substring(0, path.length() - H2Setting.ENDING.length()) + ";TRACE_LEVEL_FILE=0";
    }

    private static String engine(String product) {
        int blank = product.indexOf(' ');
        return blank < 0 ? product : product.substring(0, blank);
    }

    private List<String> ask(List<String> request) throws Trouble {
        return ask(request, row -> {});
    }

    private List<String> ask(List<String> request, Duration within) throws Trouble {
        return ask(request, within, row -> {});
    }

    /** A server that hangs must not hang whoever waits for it to be healthy. */
    private List<String> ask(List<String> request, WorkerProcess.Rows rows) throws Trouble {
        return ask(request, request.getFirst().equals("value") ? QUERY : ANYTHING, rows);
    }

    private List<String> ask(List<String> request, Duration within, WorkerProcess.Rows rows) throws Trouble {
        try {
            List<String> answer;
            try {
                answer = worker().ask(request, within, rows);
            } catch (WorkerProcess.NotAsked idle) {
                close();
                answer = worker().ask(request, within, rows);
            }
            if (answer.getFirst().equals("error")) {
                // an H2 that fails to open a file may keep it open all the same
                close();
                throw H2Words.trouble(setting, jar(), request, answer);
            }
            return answer;
        } catch (IOException failed) {
            close();
            throw Troubles.of("work with H2 for `" + setting.name() + "`", failed);
        }
    }

    private WorkerProcess worker() throws Trouble, IOException {
        Path jar = jar();
        if (!Files.exists(jar)) {
            throw new Trouble("the jar with the H2 for `" + setting.name() + "` is not there: " + jar, "check `jar`");
        }
        String now = jar + " " + (Files.isDirectory(jar) ? "" : Disk.digest(jar));
        if (worker == null || !worker.isUp() || !now.equals(workerJar)) {
            close();
            worker = WorkerProcess.start(commands, jar);
            workerJar = now;
        }
        return worker;
    }

    Path jar() {
        return setting.jar().orElseGet(WorkerProcess::ownJar);
    }

    /** Ends the worker, if there is one. */
    void close() {
        Optional.ofNullable(worker).ifPresent(WorkerProcess::close);
        worker = null;
    }
}
