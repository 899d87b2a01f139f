package dev.rung.model.effect;

import dev.rung.model.expression.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A program to start. It never passes through a shell: each word reaches it as one argument, whatever is in it.
 *
 * @param words the program and its arguments
 * @param directory where it starts; the runbook's folder if empty
 * @param environment what is added to its environment
 * @param expect the exit codes that mean success
 * @param place the name of where it is started; here, if empty
 */
public record Command(
        List<Expression> words,
        Optional<Expression> directory,
        Map<String, Expression> environment,
        Set<Integer> expect,
        Optional<String> place) {
    public Command {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
        expect = Set.copyOf(expect);
    }

    /** One that is started here. */
    public Command(
            List<Expression> words,
            Optional<Expression> directory,
            Map<String, Expression> environment,
            Set<Integer> expect) {
        this(words, directory, environment, expect, Optional.empty());
    }
}
