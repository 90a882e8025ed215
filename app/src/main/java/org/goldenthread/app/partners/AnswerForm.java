package org.goldenthread.app.partners;

/** A request with the answer to it, as it is typed. */
public record AnswerForm(
        AgencyRequest request, String rating, String answer, String problem, String problemOf, boolean draft) {}
