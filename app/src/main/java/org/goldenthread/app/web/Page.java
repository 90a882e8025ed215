package org.goldenthread.app.web;

import java.util.List;
import java.util.Optional;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * What the layout needs of a page.
 *
 * @param title what the page is called; it is its heading too
 * @param council the council's name, shown in the header
 * @param demo whether the figures are made up, which every page then says
 * @param path the address of the page, without its parameters
 * @param csrfName name of the hidden field that proves a form to be ours
 * @param csrfToken its value
 * @param refreshSeconds after how long the page asks for itself again; null for never
 * @param notice something that was just done, to be said once; empty for nothing
 * @param noticeIsOfSuccess whether what the notice tells of was done
 * @param wide whether the page needs the window's whole width
 */
public record Page(
        String title,
        String council,
        boolean demo,
        String path,
        @Nullable Viewer viewer,
        List<NavigationItem> navigation,
        String csrfName,
        String csrfToken,
        @Nullable Integer refreshSeconds,
        String notice,
        boolean noticeIsOfSuccess,
        boolean wide,
        List<Crumb> crumbs) {

    /** One of the ways about. */
    public record NavigationItem(String label, String address, boolean current) {}

    /** A page that this one lies under. */
    public record Crumb(String label, String address) {}

    public boolean may(Right right) {
        return viewer != null && viewer.may(right);
    }

    public Optional<Viewer> findViewer() {
        return Optional.ofNullable(viewer);
    }
}
