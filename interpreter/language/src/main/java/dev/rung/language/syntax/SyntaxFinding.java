package dev.rung.language.syntax;

import dev.rung.model.diagnostic.Diagnostic;

/** What can be wrong with the way in which a file is written. */
public sealed interface SyntaxFinding extends Diagnostic
        permits ClosingFinding, LiteralFinding, SlipFinding, WordFinding {}
