package dev.rung.language.check;

import dev.rung.language.check.CheckedRunbook.Use;
import dev.rung.language.syntax.Statement;

/** Notes of statements what an interpreter has to be able to carry out that not every one is. */
record StatementUse(Findings findings) {
    /** @param inHop whether it stands in one: outside, keys are set only where a copy is neutralised */
    void note(Statement statement, boolean inHop) {
        switch (statement) {
            case Statement.SetKey _, Statement.UnsetKey _
            when !inHop -> findings.use(new Use.Form(findings.at(Placement.head(statement)), "neutralise"));
            default -> {
                // is carried out wherever its parts are
            }
        }
    }
}
