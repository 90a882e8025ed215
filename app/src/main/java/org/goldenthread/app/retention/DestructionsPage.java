package org.goldenthread.app.retention;

import java.util.List;

/** Every destruction that was proposed, those to be decided first. */
public record DestructionsPage(List<Destruction> destructions) {}
