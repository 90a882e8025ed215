package org.goldenthread.app.partners;

/**
 * A partner's first page.
 *
 * @param agency empty where the account is tied to none
 */
public record AgencyHome(String agency, long open, long sent, long shared) {}
