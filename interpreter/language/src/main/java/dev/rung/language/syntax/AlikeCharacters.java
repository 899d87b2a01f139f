package dev.rung.language.syntax;

import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.LexerATNSimulator;
import org.antlr.v4.runtime.atn.PredictionContextCache;
import org.antlr.v4.runtime.dfa.DFA;
import org.antlr.v4.runtime.dfa.DFAState;

/**
 * Learns what one letter leads to for all letters, and what one digit does for all digits. ANTLR works each character out
 * by itself when it meets it first in a process, which for a short file is most of the work. It holds for a lexer that
 * makes no difference between one ASCII letter and another, as the default mode of runbooks does where keywords are
 * looked up as names.
 */
final class AlikeCharacters extends LexerATNSimulator {
    AlikeCharacters(Lexer lexer, ATN atn, DFA[] modes, PredictionContextCache contexts) {
        super(lexer, atn, modes, contexts);
    }

    @Override
    protected void addDFAEdge(DFAState from, int character, DFAState to) {
        if (isLetter(character)) {
            addAll(from, 'a', 'z', to);
            addAll(from, 'A', 'Z', to);
        } else if (isDigit(character)) {
            addAll(from, '0', '9', to);
        } else {
            super.addDFAEdge(from, character, to);
        }
    }

    private void addAll(DFAState from, char first, char last, DFAState to) {
        for (int character = first; character <= last; character++) {
            super.addDFAEdge(from, character, to);
        }
    }

    private static boolean isLetter(int character) {
        return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z';
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }
}
