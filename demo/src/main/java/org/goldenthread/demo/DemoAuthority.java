package org.goldenthread.demo;

/**
 * The council that the made-up returns are of.
 *
 * @param code three figures, as in the returns; 399 is no council's
 * @param name as printed
 * @param geographyCode nine characters, in the form of the Office for National Statistics
 */
public record DemoAuthority(String code, String name, String geographyCode) {
    public static final DemoAuthority FAIRMEAD = new DemoAuthority("399", "London Borough of Fairmead", "E09000399");

    public DemoAuthority {
        if (!code.matches("[0-9]{3}")) {
            throw new IllegalArgumentException(
                    "An authority's number has three figures, such as 399, but this one is \"" + code + "\".");
        }
    }
}
