package dev.rung.model.diagnostic;

import dev.rung.model.text.Location;

/** What to write in the place of a range so that a finding goes away. */
public record Edit(Location at, String replacement) {}
