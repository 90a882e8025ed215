package org.goldenthread.demo;

import java.util.List;

/** Names of the families that the demo lives; nobody of them exists. */
final class LivedNames {

    static final List<String> GIRLS = List.of(
            "Tamsin",
            "Elowen",
            "Wenna",
            "Amara",
            "Zainab",
            "Bethan",
            "Orla",
            "Priya",
            "Maja",
            "Leila",
            "Keziah",
            "Rosalind",
            "Ines",
            "Hana",
            "Thandi");
    static final List<String> BOYS = List.of(
            "Jory", "Perran", "Osric", "Kofi", "Imran", "Rhys", "Cillian", "Arjun", "Tomasz", "Yusuf", "Elias",
            "Digory", "Mateo", "Kenji", "Sipho");
    static final List<String> WOMEN =
            List.of("Demelza", "Grace", "Fatima", "Siân", "Niamh", "Sunita", "Agnieszka", "Ruth", "Carmen", "Yuki");
    private static final List<String> FAMILIES = List.of(
            "Penrose",
            "Featherstone",
            "Okonjo-Marsh",
            "Tregear",
            "Ahmedzai",
            "Carrow",
            "Vosper",
            "Lindqvist",
            "Bolitho",
            "Nakagawa",
            "Hollins",
            "Pryce-Evans",
            "Kowalczyk-Rowe",
            "Marlowe",
            "Trewin",
            "Adeyemo-Hart",
            "Quillfeather",
            "Sandoval",
            "Winterbourne",
            "Chaudhry-Lane");

    private LivedNames() {}

    static String family(int number) {
        return FAMILIES.get(number % FAMILIES.size());
    }
}
