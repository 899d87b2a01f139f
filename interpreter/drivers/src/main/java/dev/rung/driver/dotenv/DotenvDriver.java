package dev.rung.driver.dotenv;

import dev.rung.driver.config.ConfigFile;
import dev.rung.engine.driver.Driver;
import dev.rung.engine.driver.Part;
import dev.rung.engine.driver.Surroundings;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Signature;
import dev.rung.model.plan.Installation;

/** {@code config env = dotenv("/opt/app/.env")}: lines of {@code KEY=value}. */
public final class DotenvDriver implements Driver {
    @Override
    public Signature signature() {
        return ConfigFile.signature("dotenv", "lines of `KEY=value`");
    }

    @Override
    public Part open(Installation.Part part, Surroundings surroundings) throws Trouble {
        return ConfigFile.open(DotenvText::read, part, surroundings);
    }
}
