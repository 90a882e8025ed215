package org.goldenthread.demo;

import java.io.IOException;
import java.nio.file.Path;

/** Writes a made-up borough's returns to a folder, to try loaders on or to measure with. */
public final class BoroughMain {

    private static final String USAGE =
            "goldenthread borough --out DIR [--scale X] [--seed N] [--as-at DATE] [--years N] [--slips some|none]\n"
                    + "Writes the made-up borough's returns: ssda903, cin, annex-a, local, and the same a month earlier;\n"
                    + "and in reference the list of providers and the postcodes that they are checked with.\n"
                    + "The last year's returns have a few mistakes on purpose, unless there are to be no slips.";

    private BoroughMain() {}

    public static void main(String[] arguments) throws IOException {
        try {
            BoroughArguments read = BoroughArguments.read(arguments);
            if (read.rest().size() != 2 || !read.rest().getFirst().equals("--out")) {
                System.err.println(USAGE);
                System.exit(read.rest().contains("--help") ? 0 : 2);
                return;
            }
            Path out = Path.of(read.rest().getLast());
            BoroughFiles.write(Borough.generate(read.options()), out);
            System.out.println(
                    "Written to " + out + ": " + read.options().authority().name() + ", as at "
                            + read.options().asAt() + ". No child in it exists.");
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
        }
    }
}
