package dev.rung.language.check;

import dev.rung.language.check.CheckedRunbook.Releases;
import dev.rung.language.check.StatementFinding.WaitsForEver;
import dev.rung.language.syntax.Cascades;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.language.syntax.Statement;
import dev.rung.language.syntax.SyntaxTree;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.SourceMap;
import java.util.List;
import java.util.Map;

/** Finds out what a runbook's names mean, and what is wrong about it. */
public final class Checker {
    private Checker() {}

    /**
     * @param parsed with what the parser found, which comes along in the order of the file
     * @param releases the release files that are there, by system
     */
    public static Diagnosed<CheckedRunbook> check(Diagnosed<SyntaxTree> parsed, Map<String, Releases> releases) {
        SyntaxTree tree = parsed.value();
        Names names = new Names(tree);
        Findings findings = new Findings(tree.sources());
        ExpressionCheck expressions = new ExpressionCheck(names, findings);
        LockedReads locks = new LockedReads(names, findings);
        if (new Cycles(names, findings).look(tree)) {
            new DeclarationCheck(names, findings, expressions, locks).check(tree);
            StatementCheck statements = new StatementCheck(names, findings, expressions, locks);
            statements.phases(tree);
            statements.neutralise(tree);
        }
        new ReleaseCheck(tree, releases, names, findings).check();
        Unread unread = parsed.hasErrors() ? Unread.in(tree) : Unread.nothing();
        List<Diagnostic> certain = findings.all().stream()
                .filter(finding -> !(finding instanceof CheckFinding check && unread.explains(check)))
                .toList();
        Cascades cascades = new Cascades(
                finding -> finding instanceof TypeFinding || finding instanceof WaitsForEver,
                finding -> finding instanceof NameFinding.BareCall
                        || finding instanceof NameFinding.UnknownName
                        || finding instanceof StatementFinding.CannotRetry
                        || finding instanceof StatementFinding.SecondRelation);
        return new Diagnosed<>(
                new CheckedRunbook(tree, names, releases, findings.uses()),
                cascades.cut(parsed.diagnostics(), certain));
    }

    /** A statement that was typed outside of every hop of a checked runbook. */
    public static List<Diagnostic> typed(CheckedRunbook runbook, SourceFile file, Statement statement) {
        Findings findings = new Findings(SourceMap.of(file));
        ExpressionCheck expressions = new ExpressionCheck(runbook.names(), findings);
        LockedReads locks = new LockedReads(runbook.names(), findings);
        new StatementCheck(runbook.names(), findings, expressions, locks).typed(statement);
        return findings.all();
    }

    /** An expression that was typed outside of every hop of a checked runbook. */
    public static List<Diagnostic> typed(CheckedRunbook runbook, SourceFile file, ExpressionNode expression) {
        Findings findings = new Findings(SourceMap.of(file));
        new ExpressionCheck(runbook.names(), findings).any(expression, Scope.outside(runbook.names()));
        return findings.all();
    }
}
