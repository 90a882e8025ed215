package org.goldenthread.returns.check.ssda903;

import static org.goldenthread.returns.check.ssda903.Ssda903Field.HOME_POST;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.PL_DISTANCE;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.PL_LA;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.PL_LOCATION;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.PL_POST;

import java.util.Collection;
import org.goldenthread.returns.check.Row;
import org.jspecify.annotations.Nullable;

/**
 * Derives of each episode, as the department does from postcodes, the authority that the placement lies in, whether that is the
 * authority's own, and the distance from home: the straight line in metres by 1000 and 1.6093, to one decimal place.
 */
final class PlacementFields {
    private static final double METRES_IN_A_MILE = 1000 * 1.6093;

    private final Postcodes postcodes;
    private final @Nullable String authority;

    PlacementFields(Postcodes postcodes, @Nullable String authority) {
        this.postcodes = postcodes;
        this.authority = authority;
    }

    void derive(Collection<ChildFile> children) {
        for (ChildFile child : children) {
            child.rows(Ssda903Table.EPISODES).forEach(this::derive);
            child.lastYear(Ssda903Table.EPISODES).forEach(this::derive);
        }
    }

    private void derive(Row episode) {
        Postcodes.Place placement = postcodes.find(episode.text(PL_POST));
        if (placement == null) {
            return;
        }
        String within = placement.authority();
        episode.derive(PL_LA, within);
        if (authority != null) {
            episode.derive(PL_LOCATION, authority.equals(within) ? "IN" : "OUT");
        }
        Postcodes.Place home = postcodes.find(episode.text(HOME_POST));
        if (home != null && home.hasGrid() && placement.hasGrid()) {
            episode.derive(PL_DISTANCE, distance(home, placement));
        }
    }

    private static String distance(Postcodes.Place home, Postcodes.Place placement) {
        double east = home.easting() - placement.easting();
        double north = home.northing() - placement.northing();
        double miles = Math.sqrt(east * east + north * north) / METRES_IN_A_MILE;
        // As the division by ten would be printed, without a division and its printing for each episode.
        long tenths = (long) Math.rint(miles * 10);
        return tenths / 10 + "." + tenths % 10;
    }
}
