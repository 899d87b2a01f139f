package dev.rung.model.effect;

import dev.rung.model.expression.Expression;

/** Reads something once: whatever asks for it later, also after an interruption, gets what was read here. */
public record Remember(String name, Expression value) implements Effect {
    @Override
    public String words() {
        return "read `" + name + "`";
    }
}
