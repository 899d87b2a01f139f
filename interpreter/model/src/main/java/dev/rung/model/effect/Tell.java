package dev.rung.model.effect;

/** Tells people; a failure to do so is noted and nothing more. */
public record Tell(String text) implements Effect {
    @Override
    public String words() {
        return "say";
    }
}
