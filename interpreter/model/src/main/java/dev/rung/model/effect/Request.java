package dev.rung.model.effect;

import dev.rung.model.expression.Expression;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A request over HTTP.
 *
 * @param method in capitals: {@code POST}
 * @param headers by name
 * @param expect the status codes that mean success; all from 200 to 299 if empty
 */
public record Request(
        String method,
        Expression url,
        Map<String, Expression> headers,
        Optional<Expression> body,
        Set<Integer> expect) {
    public Request {
        headers = Map.copyOf(headers);
        expect = Set.copyOf(expect);
    }
}
