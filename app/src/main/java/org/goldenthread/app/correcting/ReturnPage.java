package org.goldenthread.app.correcting;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.goldenthread.app.web.Paging;

/** What every page of one return shows above its own, and the two lists of its problems. */
public record ReturnPage(
        Head head,
        String view,
        Standing.Filter filter,
        List<String> workers,
        List<String> tables,
        List<Standing.OfRule> rules,
        List<Standing.OfChild> children,
        Paging paging) {

    /** The state of the return, above each of its pages. */
    public record Head(
            String id,
            boolean census,
            String address,
            String authority,
            int children,
            long errors,
            long queries,
            long explained,
            int atFirst,
            int changes,
            int notRun,
            int notRead,
            boolean clean) {

        public String childAddress(String child) {
            return address + "/child?child=" + encode(child);
        }

        /** A text as a part of an address. */
        public String encode(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    public String count(long number, String one, String many) {
        return Numbers.count(number, one, many);
    }
}
