package org.goldenthread.app.cpis;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the council sends what CP-IS asks for.
 *
 * @param endpoint address of the receiving service, HTTPS unless it is on this machine; empty where nothing is sent
 * @param authority the council's three-digit number
 * @param contact whom the NHS is to ring about a child, by day and by night
 * @param tokenFile holds the token of the receiving service, readable by its owner alone
 * @param at the time of day in England after which the day's changes are sent
 */
@ConfigurationProperties("goldenthread.cpis")
record CpisProperties(
        @DefaultValue("") String endpoint,
        @DefaultValue("") String authority,
        @DefaultValue("") String contact,
        @DefaultValue("") String tokenFile,
        @DefaultValue("02:00") LocalTime at) {

    boolean isConfigured() {
        return !endpoint.isBlank();
    }
}
