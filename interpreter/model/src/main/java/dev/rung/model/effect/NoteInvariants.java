package dev.rung.model.effect;

/** Reads a system's invariants and keeps the answers, to be compared after the hop. */
public record NoteInvariants(String system) implements Effect {
    @Override
    public String words() {
        return "note the invariants of `" + system + "`";
    }
}
