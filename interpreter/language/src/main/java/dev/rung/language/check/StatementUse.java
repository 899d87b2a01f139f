package dev.rung.language.check;

import dev.rung.language.check.CheckedRunbook.Use;
import dev.rung.language.syntax.Statement;

/** Notes of statements what an interpreter has to be able to carry out that not every one is. */
record StatementUse(Findings findings) {
    void note(Statement statement) {
        switch (statement) {
            case Statement.Backup backup
            when backup.keep().isPresent() ->
                findings.use(new Use.Form(findings.at(backup.keep().get().span()), "keep"));
            case Statement.Acknowledge _,
                    Statement.Download _,
                    Statement.SetKey _,
                    Statement.Sql _,
                    Statement.UnsetKey _ ->
                findings.use(new Use.Form(findings.at(Placement.head(statement)), statement.word()));
            default -> {
                // is carried out wherever its parts are
            }
        }
    }
}
