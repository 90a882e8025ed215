package org.goldenthread.app.records;

import java.util.List;

/**
 * One page of a longer list.
 *
 * @param items what is on it
 * @param total how many there are on all pages, of those that whoever asks may see
 */
public record OnePage<T>(List<T> items, long total) {

    public OnePage {
        items = List.copyOf(items);
    }
}
