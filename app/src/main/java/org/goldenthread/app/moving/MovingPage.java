package org.goldenthread.app.moving;

/** The page on which a service area is moved in. */
public record MovingPage(CheckList list, String problem, String today) {}
