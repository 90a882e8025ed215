package org.goldenthread.app.people;

import java.util.List;
import java.util.UUID;

/** Files that were opened by whoever may not see them, those to be reviewed first. */
public record OpeningsPage(List<Opening> openings, String problem) {

    /** @param outcome empty until it is reviewed */
    public record Opening(
            UUID id,
            UUID person,
            String name,
            String post,
            String reason,
            String openedAt,
            String until,
            String outcome,
            String remark) {}
}
