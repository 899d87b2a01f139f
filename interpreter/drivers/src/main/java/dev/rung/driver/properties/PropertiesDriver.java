package dev.rung.driver.properties;

import dev.rung.driver.config.ConfigFile;
import dev.rung.engine.driver.Driver;
import dev.rung.engine.driver.Part;
import dev.rung.engine.driver.Surroundings;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Signature;
import dev.rung.model.plan.Installation;

/** {@code config settings = properties("/opt/app/app.properties")}: a file of Java properties. */
public final class PropertiesDriver implements Driver {
    @Override
    public Signature signature() {
        return ConfigFile.signature("properties", "a file of Java properties");
    }

    @Override
    public Part open(Installation.Part part, Surroundings surroundings) throws Trouble {
        return ConfigFile.open(PropertiesText::read, part, surroundings);
    }
}
