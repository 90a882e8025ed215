package org.goldenthread.app.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Java processes beside the test's own, of the classes that are tested. */
final class JavaProcess {

    private JavaProcess() {}

    /** @param flags for Java itself */
    static ProcessBuilder of(Class<?> main, List<String> flags, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-Duser.timezone=Europe/London",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(flags);
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }
}
