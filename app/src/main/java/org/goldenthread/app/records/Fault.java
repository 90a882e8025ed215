package org.goldenthread.app.records;

/**
 * What is wrong with an answer.
 *
 * @param field the component's name
 * @param message what is wrong and what to do, without a full stop, as GOV.UK error messages are
 */
public record Fault(String field, String message) {}
