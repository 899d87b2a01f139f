package dev.rung.model.effect;

import dev.rung.model.expression.Expression;

/** Tells people through an address. Nothing hangs on whether it arrives, and it is not said twice. */
public record Notify(String title, Expression url, String text) implements Effect {
    @Override
    public String words() {
        return "notify `" + title + "`";
    }
}
