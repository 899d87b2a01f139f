package dev.rung.model.effect;

import java.util.List;

/** A person reads what a vendor has noted on each release that is passed, and says so. */
public record Acknowledge(List<Note> notes) implements Effect {
    public Acknowledge {
        notes = List.copyOf(notes);
    }

    /** @param release the release, or the line, that it is about @param text what is noted, or where it stands */
    public record Note(String system, String release, String text) {}

    @Override
    public String words() {
        return "acknowledge " + notes.size() + (notes.size() == 1 ? " note" : " notes");
    }
}
