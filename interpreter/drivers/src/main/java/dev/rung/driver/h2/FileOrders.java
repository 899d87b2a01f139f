package dev.rung.driver.h2;

import dev.rung.driver.support.Troubles;
import dev.rung.engine.driver.Database;
import dev.rung.engine.driver.Trouble;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * SQL for a file that nobody serves: it is carried out in a copy, which then takes the place of the file. So all of it is
 * done or nothing, also of what commits by itself. An H2 that is killed while it writes or closes a file spoils it now and
 * then, whatever it had committed before, so it is not let near the only copy.
 */
record FileOrders(H2Setting setting, H2Engine engine, Exchange exchange) {
    Database.Told tell(Database.Order order, SqlText text, Duration within) throws Trouble {
        Path fresh = setting.beside("sql");
        try {
            if (exchange.hasTold(order.mark())) {
                exchange.settle();
                return new Database.Told(true, 0);
            }
            // held until it is replaced: nobody writes meanwhile what the copy does not have
            try (FileLock lock = FileLock.take(setting)) {
                Exchange.forget(fresh);
                engine.copy(setting.file(), fresh);
                Database.Told told = engine.tell(H2Engine.writing(fresh), "", order.values(), text, within);
                exchange.replace(fresh, order.mark());
                return told;
            }
        } catch (IOException failed) {
            throw Troubles.of("carry out SQL in a copy of `" + setting.name() + "`", failed);
        } finally {
            Exchange.forget(fresh);
        }
    }

    void removeMark() throws Trouble {
        try {
            exchange.forgetTold();
        } catch (IOException failed) {
            throw Troubles.of("remove the mark of `" + setting.name() + "`", failed);
        }
    }
}
