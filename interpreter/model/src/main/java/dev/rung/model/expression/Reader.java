package dev.rung.model.expression;

import java.util.List;
import java.util.Map;

/** Answers what an expression asks of the world. Never throws for a failure of the world: that is {@link Value.Unknown}. */
public interface Reader {
    /** @param positional evaluated arguments; a part stands as the text of its name */
    Value read(Expression.Call call, List<Value> positional, Map<String, Value> named);

    Value installed(String system);

    /** What was read once, at the statement with this id. */
    Value kept(String id);
}
