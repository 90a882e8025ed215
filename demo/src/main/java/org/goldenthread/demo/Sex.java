package org.goldenthread.demo;

/** Sex as the returns hold it. */
enum Sex {
    MALE("1", "M", "a) Male"),
    FEMALE("2", "F", "b) Female");

    private final String figure;
    private final String letter;
    private final String annexA;

    Sex(String figure, String letter, String annexA) {
        this.figure = figure;
        this.letter = letter;
        this.annexA = annexA;
    }

    /** The code of a collection: figures up to 2023-24, letters from 2024-25. */
    String code(int yearEnd) {
        return yearEnd >= 2025 ? letter : figure;
    }

    String annexA() {
        return annexA;
    }
}
