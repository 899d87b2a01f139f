package dev.rung.model.version;

import java.util.Optional;

/**
 * A release that is never chosen unless it is accepted by name.
 *
 * @param reason what is wrong with it, without a full stop
 * @param notes where more is to be read, if the file says
 */
public record Broken(Version version, String reason, Optional<String> notes) {}
