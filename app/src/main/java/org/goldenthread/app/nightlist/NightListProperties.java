package org.goldenthread.app.nightlist;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The list that the server makes by itself.
 *
 * @param folder where it goes, such as a folder that is copied to the duty team's laptops; empty where none is made
 * @param passphraseFile holds the passphrase in its first line, readable by its owner alone
 * @param at the time of day in England after which the day's list is made
 * @param keep how many lists stay; older ones are removed
 * @param dutyNumbers whom to ring at night, as it stands at the top of each list
 */
@ConfigurationProperties("goldenthread.nightlist")
record NightListProperties(
        @DefaultValue("") String folder,
        @DefaultValue("") String passphraseFile,
        @DefaultValue("16:30") LocalTime at,
        @DefaultValue("7") int keep,
        @DefaultValue("") String dutyNumbers) {}
