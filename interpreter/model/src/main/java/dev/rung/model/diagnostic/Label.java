package dev.rung.model.diagnostic;

import dev.rung.model.text.Location;

/** A further place that explains a finding. @param text without a full stop, as it stands under the line */
public record Label(Location at, String text) {}
