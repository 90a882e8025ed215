package org.goldenthread.returns.write.daily;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where children are sent and which authority sends them.
 *
 * @param base address of the collection, without the path of its contract
 * @param authority three-digit number of the local authority
 * @param contract what the receiver wants
 */
public record Destination(URI base, String authority, Contract contract) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{2}");

    /** @throws SendStopped where it is no address that children's data may go to */
    public Destination {
        requireFit(base, contract.receiver());
        if (!NUMBER.matcher(authority).matches()) {
            throw new SendStopped("The authority is its three-digit number, such as 399.");
        }
    }

    /**
     * Refuses what is no address that children's data may go to: not https, unless it is on this machine, or with more in it than a place.
     *
     * @param receiver what is called at the address, for messages
     * @throws SendStopped saying what is wrong
     */
    public static void requireFit(URI base, String receiver) {
        String scheme = base.getScheme() == null ? "" : base.getScheme();
        String host = base.getHost() == null ? "" : base.getHost();
        if (host.isEmpty()
                || base.getRawUserInfo() != null
                || base.getRawQuery() != null
                || base.getRawFragment() != null) {
            throw new SendStopped("The address is not that of a " + receiver
                    + ". Give it as https://host/path, without a name, a" + " password, a query or a fragment.");
        }
        if (!scheme.equals("https") && !(scheme.equals("http") && LOOPBACK.contains(host))) {
            throw new SendStopped("Children's data go over https alone, and " + base + " is not https.");
        }
    }

    /** The daily collection. */
    public Destination(URI base, String authority) {
        this(base, authority, Contract.DAILY);
    }

    URI address() {
        String text = base.toString();
        return URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text)
                + contract.path().replace("{authority}", authority));
    }
}
