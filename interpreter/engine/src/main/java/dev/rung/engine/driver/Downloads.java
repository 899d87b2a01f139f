package dev.rung.engine.driver;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Brings files from addresses, and takes them back. */
public interface Downloads {
    /**
     * Brings a file: beside, checked, then renamed. The file that stood there is kept. What a cut has left beside is gone on
     * with where the server still has the same, and begun anew where not. Once more is harmless, and does nothing if it has
     * been brought.
     *
     * @param within after which it is given up
     * @return what came, for a person
     */
    String bring(Order order, Duration within, Progress progress) throws Trouble;

    /**
     * Removes what was brought, or puts back what stood there. Once more is harmless, also where nothing was brought. What
     * somebody has changed since is left as it is.
     *
     * @param mark of the order
     * @return what became of it, for a person
     */
    String takeBack(Path target, String mark) throws Trouble;

    /** What would be in the way of bringing a file there. */
    List<Trouble> preflight(Path target);

    /**
     * @param sha256 what its digest has to be, in hexadecimal digits
     * @param mark by which it is known again: another one for each statement
     */
    record Order(String url, Path target, Optional<String> sha256, String mark) {}
}
