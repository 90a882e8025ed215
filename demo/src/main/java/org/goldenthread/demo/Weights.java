package org.goldenthread.demo;

import java.util.ArrayList;
import java.util.List;

/** Words, each with how often it comes. */
final class Weights {
    private final List<String> words = new ArrayList<>();
    private final List<Double> bounds = new ArrayList<>();
    private double total;

    private Weights() {}

    /** Reads "word weight, word weight, ...". */
    static Weights of(String text) {
        Weights weights = new Weights();
        for (String part : text.split(", *")) {
            int space = part.lastIndexOf(' ');
            weights.total += Double.parseDouble(part.substring(space + 1));
            weights.words.add(part.substring(0, space));
            weights.bounds.add(weights.total);
        }
        return weights;
    }

    /** The word at a place from 0 to below 1. */
    String at(double place) {
        double sought = place * total;
        for (int index = 0; index < words.size() - 1; index++) {
            if (sought < bounds.get(index)) {
                return words.get(index);
            }
        }
        return words.getLast();
    }
}
