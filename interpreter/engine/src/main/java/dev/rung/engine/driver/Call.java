package dev.rung.engine.driver;

import dev.rung.model.expression.Signature;
import dev.rung.model.expression.Value;
import java.util.Map;

/** A reading of the world that is no part: an address, a file, a program's output. */
public interface Call {
    /** What stands in the language's table of signatures. */
    Signature signature();

    /**
     * @param arguments by the names of the signature; surplus positional ones of a list parameter as a listing
     * @return {@link Value.Unknown} if there was no answer
     */
    Value read(Map<String, Value> arguments, Surroundings surroundings);
}
