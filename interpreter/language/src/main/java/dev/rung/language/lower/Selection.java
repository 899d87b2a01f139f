package dev.rung.language.lower;

import dev.rung.model.plan.Premises;
import dev.rung.model.version.Facts;
import java.time.LocalDate;
import java.util.Set;

/** What decides which releases a path may go to. @param today decides which are old enough */
record Selection(LocalDate today, Premises premises) {
    /** Where nobody has accepted anything, and no system is looked at. */
    static Selection on(LocalDate today) {
        return new Selection(today, Premises.NONE);
    }

    Set<String> accepted() {
        return premises.accepted();
    }

    Facts of(String system) {
        return premises.facts(system);
    }
}
