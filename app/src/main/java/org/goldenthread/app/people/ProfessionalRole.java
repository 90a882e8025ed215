package org.goldenthread.app.people;

import org.goldenthread.app.records.Labelled;

/** What a professional around a child does, in the words of the agencies of Working Together to Safeguard Children, chapter 4. */
enum ProfessionalRole implements Labelled {
    GENERAL_PRACTITIONER("GP"),
    HEALTH_VISITOR("Health visitor"),
    MIDWIFE("Midwife"),
    SCHOOL_NURSE("School nurse"),
    PAEDIATRICIAN("Paediatrician"),
    MENTAL_HEALTH("Child and adolescent mental health services (CAMHS)"),
    ADULT_MENTAL_HEALTH("Adult mental health services"),
    SUBSTANCE_MISUSE("Drug and alcohol services"),
    SAFEGUARDING_LEAD("Designated safeguarding lead of the school or college"),
    SPECIAL_EDUCATIONAL_NEEDS("Special educational needs co-ordinator"),
    TEACHER("Teacher or tutor"),
    EARLY_YEARS("Nursery or childminder"),
    EARLY_HELP("Early help worker"),
    POLICE("Police"),
    PROBATION("Probation"),
    YOUTH_JUSTICE("Youth justice worker"),
    HOUSING("Housing officer"),
    DOMESTIC_ABUSE("Independent domestic violence adviser"),
    GUARDIAN("Children’s guardian (Cafcass)"),
    SOLICITOR("Solicitor"),
    ADVOCATE("Advocate"),
    INDEPENDENT_VISITOR("Independent visitor"),
    OTHER("Other");

    private final String label;

    ProfessionalRole(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
