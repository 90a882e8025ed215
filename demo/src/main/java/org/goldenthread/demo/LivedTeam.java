package org.goldenthread.demo;

/**
 * The accounts that work with one lived family from its referral on.
 *
 * @param team the id of their team
 */
record LivedTeam(String worker, String manager, String team) {

    /** Those of the demo's own accounts. */
    static final LivedTeam ONLY = new LivedTeam("social-worker", "team-manager", "assessment-team");
}
