package dev.rung.model.diagnostic;

import dev.rung.model.text.Location;
import java.util.List;

/** A finding about something that is there for the second time. */
public interface Repeated extends Diagnostic {
    /** Where it is for the first time. */
    Location first();

    /** What is to be said about that place, without a full stop. */
    default String aboutFirst() {
        return "it stands here already";
    }

    @Override
    default List<Label> labels() {
        return List.of(new Label(first(), aboutFirst()));
    }

    @Override
    default String help() {
        return "keep one of them";
    }
}
