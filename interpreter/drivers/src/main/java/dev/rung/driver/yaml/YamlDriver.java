package dev.rung.driver.yaml;

import dev.rung.driver.config.ConfigFile;
import dev.rung.engine.driver.Driver;
import dev.rung.engine.driver.Part;
import dev.rung.engine.driver.Surroundings;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Signature;
import dev.rung.model.plan.Installation;

/** {@code config settings = yaml("/opt/app/app.yaml")}: a YAML file. */
public final class YamlDriver implements Driver {
    @Override
    public Signature signature() {
        return ConfigFile.signature("yaml", "a YAML file");
    }

    @Override
    public Part open(Installation.Part part, Surroundings surroundings) throws Trouble {
        return ConfigFile.open(YamlText::read, part, surroundings);
    }
}
