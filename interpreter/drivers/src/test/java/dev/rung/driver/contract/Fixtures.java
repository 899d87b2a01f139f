package dev.rung.driver.contract;

import dev.rung.driver.dotenv.DotenvDriver;
import dev.rung.driver.json.JsonDriver;
import dev.rung.driver.properties.PropertiesDriver;
import dev.rung.driver.yaml.YamlDriver;
import dev.rung.model.expression.Type;
import java.util.List;

/** One entry for each driver, alphabetical. A driver without one fails the contract. */
final class Fixtures {
    private Fixtures() {}

    static List<Fixture> all() {
        return List.of(
                new CommandsDataFixture(Type.BUCKET),
                new CommandsDataFixture(Type.CONFIG),
                new CommandsDataFixture(Type.DATABASE),
                new CommandsDataFixture(Type.FILES),
                new CommandsServiceFixture(),
                new DirectoryFixture(),
                new ConfigFixture(new DotenvDriver(), "# it\nkey='former'\nother=x\n"),
                new FileFixture(),
                new H2Fixture(),
                new ConfigFixture(new JsonDriver(), "{\n  \"key\": \"former\",\n  \"other\": [1, 2]\n}\n"),
                new LinkFixture(),
                new ProcessFixture(),
                new ConfigFixture(new PropertiesDriver(), "key = former\nother=x\n"),
                new ConfigFixture(new YamlDriver(), "key: former # it\nother:\n- x\n"));
    }

    static <F extends Fixture> F of(Class<F> kind) {
        return all().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }
}
