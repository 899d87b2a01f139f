package dev.rung.repl.work;

import java.util.function.Consumer;

/**
 * How a run talks with the person before it.
 *
 * @param say tells something between the lines of the run
 * @param pause lets go of the terminal before a question
 * @param goOn takes it again
 */
public record Talk(Questions questions, Consumer<String> say, Runnable pause, Runnable goOn) {
    boolean yes(String question) {
        pause.run();
        try {
            return questions.yes(question);
        } finally {
            goOn.run();
        }
    }

    /** The first letter of the answer, a small one; a blank if there is no answer. */
    char letter(String question) {
        pause.run();
        try {
            String answer = questions.ask(question).orElse("").strip();
            return answer.isEmpty() ? ' ' : Character.toLowerCase(answer.charAt(0));
        } finally {
            goOn.run();
        }
    }
}
