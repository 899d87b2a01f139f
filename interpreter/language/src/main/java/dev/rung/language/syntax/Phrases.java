package dev.rung.language.syntax;

import dev.rung.model.text.SourceFile;
import dev.rung.model.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Makes phrases out of what a parser has read without a mistake. */
final class Phrases {
    private static final String TEXT = "text";

    private final SourceFile file;
    private final CommonTokenStream tokens;
    private final String[] rules;
    private final int documentation;
    private int next;

    private Phrases(SourceFile file, CommonTokenStream tokens, Parser parser, int documentation) {
        this.file = file;
        this.tokens = tokens;
        this.rules = parser.getRuleNames();
        this.documentation = documentation;
    }

    /** @param documentation the type of a comment that documents what stands below it */
    static Phrase.Part of(
            SourceFile file, CommonTokenStream tokens, Parser parser, ParserRuleContext context, int documentation) {
        return new Phrases(file, tokens, parser, documentation).part(context);
    }

    private Phrase.Part part(ParserRuleContext context) {
        String rule = rules[context.getRuleIndex()];
        String type = context.getClass().getSimpleName();
        List<Phrase> phrases = new ArrayList<>();
        if (rule.equals(TEXT)) {
            phrases.add(word(context.getStart(), context.getStop()));
        } else {
            for (int i = 0; i < context.getChildCount(); i++) {
                phrases.add(phrase(context.getChild(i)));
            }
        }
        return new Phrase.Part(rule, type.substring(0, type.length() - "Context".length()), phrases);
    }

    private Phrase phrase(ParseTree child) {
        return switch (child) {
            case TerminalNode leaf -> word(leaf.getSymbol(), leaf.getSymbol());
            case ParserRuleContext context -> part(context);
            default -> throw new IllegalStateException("a bug: no such node is ever made: " + child.getClass());
        };
    }

    private Phrase.Word word(Token first, Token last) {
        Phrase.Gap before = gap(first.getTokenIndex());
        next = last.getTokenIndex() + 1;
        Span span = Spans.of(first).to(Spans.of(last));
        return new Phrase.Word(file.text(span), span, before);
    }

    private Phrase.Gap gap(int end) {
        List<Phrase.Comment> comments = new ArrayList<>();
        int breaks = 0;
        for (int i = next; i < end; i++) {
            Token hidden = tokens.get(i);
            if (hidden.getText().startsWith("#")) {
                boolean documents = hidden.getType() == documentation;
                comments.add(new Phrase.Comment(hidden.getText().stripTrailing(), documents, breaks));
                breaks = 0;
            } else {
                breaks += Documentation.breaks(hidden.getText());
            }
        }
        return new Phrase.Gap(comments, breaks);
    }
}
