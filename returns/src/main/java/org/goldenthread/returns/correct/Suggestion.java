package org.goldenthread.returns.correct;

/**
 * A change that the data imply, tried on the child's file before it is offered.
 *
 * @param child whose row it is
 * @param change what would be changed
 * @param why what in the data implies it
 * @param bulk whether it may be accepted together with others; dates, legal status and participation in reviews may not
 * @param clears how many problems of the child it clears, on balance; at least 1
 */
public record Suggestion(String child, Change.Edited change, String why, boolean bulk, int clears) {}
