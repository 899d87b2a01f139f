package dev.rung.driver.json;

import dev.rung.driver.config.ConfigFile;
import dev.rung.engine.driver.Driver;
import dev.rung.engine.driver.Part;
import dev.rung.engine.driver.Surroundings;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Signature;
import dev.rung.model.plan.Installation;

/** {@code config settings = json("/opt/app/app.json")}: a JSON file. */
public final class JsonDriver implements Driver {
    @Override
    public Signature signature() {
        return ConfigFile.signature("json", "a JSON file");
    }

    @Override
    public Part open(Installation.Part part, Surroundings surroundings) throws Trouble {
        return ConfigFile.open(JsonText::read, part, surroundings);
    }
}
