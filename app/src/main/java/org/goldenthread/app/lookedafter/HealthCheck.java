package org.goldenthread.app.lookedafter;

import org.goldenthread.app.records.Labelled;

enum HealthCheck implements Labelled {
    INITIAL_ASSESSMENT("Initial health assessment", "initial-health-assessment-made"),
    REVIEW_ASSESSMENT("Review health assessment", "review-health-assessment-made"),
    DENTAL_CHECK("Dental check", "dental-check-made"),
    HEALTH_SURVEILLANCE("Health surveillance or promotion check (under five)", "health-surveillance-made"),
    IMMUNISATIONS("Immunisations up to date", "immunisations-checked");

    private final String label;
    private final String event;

    HealthCheck(String label, String event) {
        this.label = label;
        this.event = event;
    }

    @Override
    public String label() {
        return label;
    }

    String event() {
        return event;
    }
}
