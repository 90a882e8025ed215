package org.goldenthread.app.web;

import java.util.List;

/**
 * Which page of a long list is shown.
 *
 * @param page from 1
 * @param total how many there are in the list
 * @param size how many a page holds
 * @param base address and parameters of the list, to which the page's number is added
 * @param parameter the parameter of the page's number, where an address has several lists
 */
public record Paging(int page, long total, int size, String base, String parameter) {

    public Paging(int page, long total, int size, String base) {
        this(page, total, size, base, "page");
    }

    public Paging {
        page = (int) Math.clamp(page, 1, Math.max(1, (total + size - 1) / size));
    }

    public long pages() {
        return Math.max(1, (total + size - 1) / size);
    }

    /** The first place in the list that this page shows, from 0. */
    public int from() {
        return (page - 1) * size;
    }

    /** What of a whole list this page shows. */
    public <T> List<T> shown(List<T> whole) {
        return whole.subList(Math.min(from(), whole.size()), Math.min(from() + size, whole.size()));
    }

    public String address(long wanted) {
        return base + (base.contains("?") ? "&" : "?") + parameter + "=" + wanted;
    }
}
