package dev.rung.model.effect;

import dev.rung.model.expression.Expression;
import java.util.Optional;

/**
 * Brings a file from an address: beside, checked, then renamed. It is removed on a way back; no part is touched by it.
 *
 * @param title the address, as a plan says it
 * @param sha256 what its digest has to be
 */
public record Download(String title, Expression url, Expression target, Optional<Expression> sha256) implements Effect {
    @Override
    public boolean mutates() {
        return true;
    }

    @Override
    public String words() {
        return "download `" + title + "`";
    }
}
