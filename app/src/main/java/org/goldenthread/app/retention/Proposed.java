package org.goldenthread.app.retention;

import java.util.UUID;

/** Somebody whose record it is of. */
public record Proposed(UUID person, String number, String rule, String until) {}
