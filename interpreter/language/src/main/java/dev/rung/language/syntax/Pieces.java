package dev.rung.language.syntax;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.misc.Pair;

/** The words of a text as they are read, one behind the other, with the places at which they stand. */
final class Pieces {
    private final String text;
    private final Pair<TokenSource, CharStream> source;
    private final List<Token> tokens = new ArrayList<>();
    private final TokenSource all;
    private int line = 1;
    private int lineStart;
    private int nextBreak;

    Pieces(Characters characters, String text) {
        this.text = text;
        this.all = new ListTokenSource(tokens, characters.getSourceName());
        this.source = new Pair<>(all, characters);
        this.nextBreak = text.indexOf('\n');
    }

    /** The next word. @param end where it ends; where it starts, if it has no letters */
    void add(int type, int channel, int start, int end) {
        CommonToken token = new CommonToken(source, type, channel, start, end - 1);
        token.setLine(line);
        token.setCharPositionInLine(start - lineStart);
        tokens.add(token);
        while (nextBreak >= 0 && nextBreak < end) {
            line++;
            lineStart = nextBreak + 1;
            nextBreak = text.indexOf('\n', lineStart);
        }
    }

    /** All that were added and the end of the text, for a parser. */
    CommonTokenStream stream() {
        add(Token.EOF, Token.DEFAULT_CHANNEL, text.length(), text.length());
        CommonTokenStream stream = new CommonTokenStream(all);
        stream.fill();
        return stream;
    }
}
