package dev.rung.engine.run;

import dev.rung.engine.journal.Entry;
import dev.rung.model.effect.Acknowledge;
import dev.rung.model.effect.Acknowledge.Note;
import dev.rung.model.effect.Ask;
import dev.rung.model.effect.Changes;
import dev.rung.model.text.Lists;
import java.util.List;
import java.util.Optional;

/** Has people read what is noted on releases, one note after the other. What was acknowledged is asked for no more. */
record Reading(RunLog log, Operator operator) {
    String read(String step, Acknowledge acknowledge) throws Unanswered {
        List<Note> remaining = remaining(acknowledge);
        for (Note note : remaining) {
            Optional<String> who = operator.answer(question(step, note));
            if (who.isEmpty()) {
                throw missing(remaining(acknowledge));
            }
            log.append(new Entry.Acknowledged(step, note.system(), note.release(), note.sha256(), who.get()));
        }
        int before = acknowledge.notes().size() - remaining.size();
        return remaining.size() + (remaining.size() == 1 ? " note" : " notes") + " acknowledged"
                + (before == 0 ? "" : ", " + before + " before");
    }

    /** Where nobody can acknowledge one of them, none is begun with. */
    void mustBeAnswered(String step, Acknowledge acknowledge) throws Unanswered {
        List<Note> nobodys = remaining(acknowledge).stream()
                .filter(note -> !operator.isThereFor(question(step, note)))
                .toList();
        if (!nobodys.isEmpty()) {
            throw missing(nobodys);
        }
    }

    private List<Note> remaining(Acknowledge acknowledge) {
        return acknowledge.notes().stream()
                .filter(note -> !log.isAcknowledged(note.sha256()))
                .toList();
    }

    private static Ask question(String step, Note note) {
        return new Ask(note.name(), note.text(), false, Optional.empty(), Changes.nothing(step, true));
    }

    private static Unanswered missing(List<Note> notes) {
        List<String> about = notes.stream().map(Note::about).toList();
        return Unanswered.ofNotes("nobody has acknowledged the notes on " + Lists.quoted(about)
                + ", as they read now; `rung plan RUNBOOK --notes FILE` writes them to be read and ticked");
    }
}
