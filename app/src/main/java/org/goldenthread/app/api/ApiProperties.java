package org.goldenthread.app.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The API.
 *
 * @param audience what a token must be issued for; empty to keep the API off
 * @param readScope the scope that a token must bear to read
 * @param writeScope the scope that it must bear to record
 * @param perMinute how many requests one worker may make in a minute
 */
@ConfigurationProperties("goldenthread.api")
record ApiProperties(
        @DefaultValue("") String audience,
        @DefaultValue("record.read") String readScope,
        @DefaultValue("record.write") String writeScope,
        @DefaultValue("300") int perMinute) {}
