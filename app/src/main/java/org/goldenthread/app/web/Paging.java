package org.goldenthread.app.web;

/**
 * Which page of a long list is shown.
 *
 * @param page from 1
 * @param total how many there are in the list
 * @param size how many a page holds
 * @param base address and parameters of the list, to which the page's number is added
 */
public record Paging(int page, long total, int size, String base) {

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

    public String address(long wanted) {
        return base + (base.contains("?") ? "&" : "?") + "page=" + wanted;
    }
}
