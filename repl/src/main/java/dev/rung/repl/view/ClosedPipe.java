package dev.rung.repl.view;

/** Whoever read our output has gone ({@code rung plan … | head}). Not an error: there is nobody left to tell anything. */
public final class ClosedPipe extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClosedPipe(Throwable cause) {
        super("nobody reads the output any more", cause, false, false);
    }
}
