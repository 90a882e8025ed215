package org.goldenthread.returns.check.ssda903;

import java.util.Set;
import java.util.TreeSet;

/** Three-digit numbers of the authorities in which a permanence order may have been made, and the codes of places beyond England. */
final class Authorities {
    private static final Set<String> OUTSIDE_ENGLAND = Set.of("WAL", "SCO", "NUK", "NIR");

    /** First and last of each run of numbers. */
    private static final int[][] NUMBERS = {
        {201, 213}, {301, 320}, {330, 336}, {340, 344}, {350, 359}, {370, 373}, {380, 384}, {390, 394}, {420, 420},
        {800, 803}, {805, 808}, {810, 813}, {815, 816}, {821, 823}, {825, 826}, {830, 831}, {835, 837}, {840, 841},
        {845, 846}, {850, 852}, {855, 857}, {860, 861}, {865, 874}, {876, 896}, {908, 909}, {916, 916}, {919, 919},
        {921, 921}, {925, 926}, {928, 929}, {931, 931}, {933, 933}, {935, 938}, {999, 999}
    };

    /** Dorset; Bournemouth, Christchurch and Poole; North and West Northamptonshire; Cumberland; Westmorland and Furness. */
    private static final int[][] FORMED_SINCE_2019 = {{838, 839}, {940, 943}};

    private static final Set<String> ALL = load();

    private Authorities() {}

    static Set<String> codes() {
        return ALL;
    }

    private static Set<String> load() {
        Set<String> codes = new TreeSet<>(OUTSIDE_ENGLAND);
        for (int[][] runs : new int[][][] {NUMBERS, FORMED_SINCE_2019}) {
            for (int[] run : runs) {
                for (int number = run[0]; number <= run[1]; number++) {
                    codes.add(String.valueOf(number));
                }
            }
        }
        return Set.copyOf(codes);
    }
}
