package dev.rung.driver.h2;

import dev.rung.driver.support.Troubles;
import dev.rung.engine.driver.Database;
import dev.rung.engine.driver.Progress;
import dev.rung.engine.driver.Surroundings;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An H2 database in one file, with the H2 that fits it. While its server answers it is read and backed up through the
 * server; else, and always for what an application has embedded, the file itself is worked on while nobody has it open.
 * Only a query never goes to the file of a server: its answer would say that the server is well.
 */
final class H2Database implements Database {
    private final H2Setting setting;
    private final H2Engine engine;
    private final Server server;
    private final Exchange exchange;
    private final FileOrders orders;

    H2Database(H2Setting setting, Surroundings surroundings) {
        this.setting = setting;
        this.engine = new H2Engine(setting, surroundings.commands());
        this.server = new Server(setting);
        this.exchange = new Exchange(setting);
        this.orders = new FileOrders(setting, engine, exchange);
    }

    @Override
    public Optional<Path> folder() {
        return Optional.of(setting.file().getParent());
    }

    @Override
    public long size() throws Trouble {
        try {
            return Files.size(setting.file());
        } catch (IOException failed) {
            throw Troubles.of("see the size of `" + setting.name() + "`", failed);
        }
    }

    @Override
    public Fingerprint fingerprint() throws Trouble {
        return server.answers()
                ? engine.fingerprint(server.url()).fingerprint()
                : offline().fingerprint();
    }

    private H2Engine.Content offline() throws Trouble {
        FileLock.check(setting);
        return engine.fingerprint(setting.file());
    }

    @Override
    public Value value(String sql, List<Value> parameters) throws Trouble {
        if (setting.url().isPresent()) {
            server.mustAnswer();
            return engine.value(server.url(), sql, parameters);
        }
        FileLock.check(setting);
        return engine.value(setting.file(), sql, parameters);
    }

    @Override
    public Statements take(String sql) throws Trouble {
        SqlText text = SqlText.of(sql);
        return new Statements(text.places(), setting.url().isPresent() ? text.commits() : Optional.empty());
    }

    @Override
    public Told tell(Order order, Duration within) throws Trouble {
        SqlText text = SqlText.of(order.sql());
        if (setting.url().isEmpty()) {
            return orders.tell(order, text, within);
        }
        server.mustAnswer();
        String mark = text.commits().isEmpty() ? order.mark() : "";
        return engine.tell(server.url(), mark, order.values(), text, within);
    }

    @Override
    public void removeMarks() throws Trouble {
        orders.removeMark();
        if (setting.url().isPresent()) {
            server.mustAnswer();
            engine.removeMarks(server.url());
        }
    }

    @Override
    public Captured backUp(Path folder, Progress progress) throws Trouble {
        return server.answers()
                ? new ScriptBackup(setting, engine).take(server.url(), folder, progress)
                : new FileBackup(setting, engine).take(folder, progress);
    }

    @Override
    public Fingerprint tryRestore(Path folder, Captured captured, Path scratch, Progress progress) throws Trouble {
        Path file = scratch.resolve("rung-scratch" + H2Setting.ENDING);
        try {
            Files.deleteIfExists(file);
            unpack(folder, captured, file, progress);
            return engine.fingerprint(file).fingerprint();
        } catch (IOException failed) {
            throw Troubles.of("restore `" + setting.name() + "` into " + scratch, failed);
        } finally {
            Exchange.forget(file);
        }
    }

    @Override
    public void restore(Path folder, Captured captured, Progress progress) throws Trouble {
        mustBeFree();
        Path fresh = setting.beside("restored");
        String source = captured.fingerprint().digest() + captured.details().getOrDefault("sha256", "");
        try {
            if (exchange.hasBroughtIn(source)) {
                exchange.settle();
                return;
            }
            exchange.clear();
            unpack(folder, captured, fresh, progress);
            Fingerprint is = engine.fingerprint(fresh).fingerprint();
            if (!is.equals(captured.fingerprint())) {
                throw new Trouble(
                        "the backup of `" + setting.name() + "` in " + folder
                                + " does not bring back what was saved: fingerprint "
                                + is.digest() + " over " + is.items() + " rows, not "
                                + captured.fingerprint().digest() + " over "
                                + captured.fingerprint().items(),
                        "nothing was changed; restore from another backup");
            }
            exchange.bringIn(fresh, source);
        } catch (IOException failed) {
            throw Troubles.of("restore `" + setting.name() + "`", failed);
        } finally {
            Exchange.forget(fresh);
        }
    }

    private void unpack(Path folder, Captured captured, Path target, Progress progress) throws IOException, Trouble {
        switch (captured.format()) {
            case FileBackup.FORMAT -> new FileBackup(setting, engine).unpack(folder, captured, target, progress);
            case ScriptBackup.FORMAT -> new ScriptBackup(setting, engine).unpack(folder, captured, target, progress);
            default ->
                throw new Trouble("the backup of `" + setting.name() + "` has the format " + captured.format()
                        + ", which is not known here");
        }
    }

    @Override
    public void importFrom(Path dump, Progress progress) throws Trouble {
        mustBeFree();
        Path fresh = setting.beside("import");
        try {
            Dump source = Dump.look(dump);
            if (exchange.hasBroughtIn(source.digest())) {
                exchange.settle();
                return;
            }
            exchange.clear();
            source.fill(fresh, engine, setting.name(), progress);
            engine.value(fresh, "SELECT 1", List.of());
            exchange.bringIn(fresh, source.digest());
        } catch (IOException failed) {
            throw Troubles.of("fill `" + setting.name() + "` from " + dump, failed);
        } finally {
            Exchange.forget(fresh);
        }
    }

    /** A server opens the file only when somebody connects, so a file that is free does not say that it stays so. */
    private void mustBeFree() throws Trouble {
        if (server.answers()) {
            throw new Trouble(
                    "the server of `" + setting.name() + "` still answers at " + server.url(), "stop it first");
        }
        if (Files.exists(setting.file())) {
            FileLock.check(setting);
        }
    }

    @Override
    public void discardKept() throws Trouble {
        try {
            exchange.discardKept();
        } catch (IOException failed) {
            throw Troubles.of("remove former states of `" + setting.name() + "`", failed);
        }
    }

    @Override
    public void close() {
        engine.close();
    }

    @Override
    public List<Trouble> preflight() {
        List<Trouble> troubles = new ArrayList<>();
        Path folder = setting.file().getParent();
        if (!Files.exists(setting.file())) {
            troubles.add(new Trouble(
                    "the database `" + setting.name() + "` is not there: " + setting.file(), "check `file`"));
        } else if (!Files.isWritable(folder) || !Files.isWritable(setting.file())) {
            troubles.add(new Trouble(
                    "the folder " + folder + " cannot be written, so `" + setting.name() + "` could not be restored",
                    "run as a user who may write there"));
        }
        if (!Files.exists(engine.jar())) {
            troubles.add(new Trouble(
                    "the jar with the H2 for `" + setting.name() + "` is not there: " + engine.jar(), "check `jar`"));
        }
        return troubles;
    }
}
