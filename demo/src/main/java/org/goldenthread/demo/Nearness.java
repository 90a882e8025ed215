package org.goldenthread.demo;

/** How far from the borough a place is. */
enum Nearness {
    HOME,
    NEIGHBOURING,
    FAR
}
