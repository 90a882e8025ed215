package org.goldenthread.demo;

import java.util.ArrayList;
import java.util.List;

final class BoroughHistory {
    private final List<Person> people = new ArrayList<>();

    BoroughHistory(DemoOptions options) {}

    List<Person> live() {
        return people;
    }
}
