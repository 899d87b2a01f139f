package dev.rung.language.lower;

/** Hears what is asked of a hop while its body is lowered. Where another hop gives the same answers, its body has the same form. */
interface Questions {
    void asked(Question question, Object answer);

    /** Something on which the form of a body may hang: which statements are in it, of what kind, and what is wrong there. */
    @FunctionalInterface
    interface Question {
        /** @param in the hop that is asked; what is answered has equality */
        Object answer(ExpressionLowering in);
    }
}
