package dev.rung.model.state;

/** Which release an artifact is of, seen from a hop that goes from {@code u} to {@code v}. */
public enum CodeForm {
    /** Of {@code u}. */
    OLD,
    /** Of {@code v}. */
    NEW,
    /** Neither: a change-over was cut in its middle, or somebody put something else there. Never started. */
    MIXED;

    /** In a sentence about the artifact. */
    public String words() {
        return switch (this) {
            case OLD -> "old";
            case NEW -> "new";
            case MIXED -> "neither old nor new";
        };
    }
}
