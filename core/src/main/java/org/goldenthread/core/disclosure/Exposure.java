package org.goldenthread.core.disclosure;

/**
 * A number that a publication would tell, or that could not be proved untold.
 *
 * <p>The message names the cell and says what a reader could work out in words that hold no number, so that it can be logged and
 * shown to whoever publishes.
 *
 * @param cell which number of which row and period
 * @param message what is wrong, where and what to do
 */
public record Exposure(String cell, String message) {}
