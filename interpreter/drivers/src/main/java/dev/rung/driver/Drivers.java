package dev.rung.driver;

import dev.rung.driver.call.Calls;
import dev.rung.driver.commands.CommandsDataDriver;
import dev.rung.driver.commands.CommandsServiceDriver;
import dev.rung.driver.directory.DirectoryDriver;
import dev.rung.driver.dotenv.DotenvDriver;
import dev.rung.driver.file.FileDriver;
import dev.rung.driver.h2.H2Driver;
import dev.rung.driver.http.HttpDownloads;
import dev.rung.driver.http.HttpRequests;
import dev.rung.driver.json.JsonDriver;
import dev.rung.driver.link.LinkDriver;
import dev.rung.driver.local.LocalPlaceDriver;
import dev.rung.driver.process.ProcessDriver;
import dev.rung.driver.properties.PropertiesDriver;
import dev.rung.driver.yaml.YamlDriver;
import dev.rung.engine.driver.DriverSet;
import dev.rung.model.expression.Type;
import java.util.List;
import java.util.Map;

/** All drivers and calls that come with Rung. Each list is alphabetical. */
public final class Drivers {
    private Drivers() {}

    public static DriverSet all() {
        return all(System.getenv());
    }

    /** @param environment what `env` reads */
    public static DriverSet all(Map<String, String> environment) {
        return new DriverSet(
                List.of(
                        new CommandsDataDriver(Type.BUCKET),
                        new CommandsDataDriver(Type.CONFIG),
                        new CommandsDataDriver(Type.DATABASE),
                        new CommandsDataDriver(Type.FILES),
                        new CommandsServiceDriver(),
                        new DirectoryDriver(),
                        new DotenvDriver(),
                        new FileDriver(),
                        new H2Driver(),
                        new JsonDriver(),
                        new LinkDriver(),
                        new ProcessDriver(),
                        new PropertiesDriver(),
                        new YamlDriver()),
                List.of(new LocalPlaceDriver()),
                Calls.all(environment),
                new HttpRequests(),
                new HttpDownloads());
    }
}
