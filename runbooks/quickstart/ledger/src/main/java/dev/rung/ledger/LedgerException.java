package dev.rung.ledger;

/** Something the operator has to know, said in one sentence: it is logged without a stack trace. */
final class LedgerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LedgerException(String sentence) {
        super(sentence);
    }

    LedgerException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
