package dev.rung.model.prove;

/** Something did not work out, and says so. */
final class Failed extends RuntimeException {
    Failed(String words) {
        super(words, null, false, false);
    }
}
