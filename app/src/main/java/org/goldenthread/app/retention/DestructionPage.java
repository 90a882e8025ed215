package org.goldenthread.app.retention;

import java.util.List;

/**
 * One destruction: to decide on, or with what it did.
 *
 * @param decides whether whoever looks may decide it
 * @param own whether it is their own proposal, which somebody else decides
 */
public record DestructionPage(
        Destruction destruction, List<Proposed> people, boolean decides, boolean own, String remark, String problem) {}
