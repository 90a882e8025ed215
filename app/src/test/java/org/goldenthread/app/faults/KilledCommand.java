package org.goldenthread.app.faults;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.Method;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.connect.ListeningConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A command of the launcher in a process of its own, killed with {@code kill -9} after some time, or as it comes to one of its
 * steps: between two renames, where no clock would hit. It waits at the step for Java's own debugger, and is told nothing else.
 */
final class KilledCommand {

    private static final long LONGEST_SECONDS = 120;

    private final Class<?> main;
    private final Map<String, String> environment;
    private final List<String> arguments;

    KilledCommand(Class<?> main, Map<String, String> environment, String... arguments) {
        this.main = main;
        this.environment = environment;
        this.arguments = List.of(arguments);
    }

    /** @param code 137 where it was killed */
    record Answer(int code, String words) {

        private static final int KILLED = 137;

        boolean wasKilled() {
            return code == KILLED;
        }
    }

    Answer run() throws IOException, InterruptedException {
        return runFor(TimeUnit.SECONDS.toMillis(LONGEST_SECONDS));
    }

    /** Kills it then, if it has not ended. */
    Answer runFor(long milliseconds) throws IOException, InterruptedException {
        Path said = Files.createTempFile("command", ".txt");
        Process process = start(List.of(), said);
        if (!process.waitFor(milliseconds, TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
        }
        return ended(process, said);
    }

    /**
     * Kills it before a step.
     *
     * @param steps methods by the full name of their class
     * @param which the first is 1
     */
    Answer runToStep(Map<String, Set<String>> steps, int which)
            throws IOException, InterruptedException, IllegalConnectorArgumentsException {
        Path said = Files.createTempFile("command", ".txt");
        ListeningConnector connector = Bootstrap.virtualMachineManager().listeningConnectors().stream()
                .filter(each -> each.name().equals("com.sun.jdi.SocketListen"))
                .findFirst()
                .orElseThrow();
        Map<String, Connector.Argument> listening = connector.defaultArguments();
        listening.get("localAddress").setValue("127.0.0.1");
        String address = connector.startListening(listening);
        Process process = start(
                List.of("-agentlib:jdwp=transport=dt_socket,server=n,suspend=y,address=127.0.0.1:"
                        + address.substring(address.lastIndexOf(':') + 1)),
                said);
        VirtualMachine machine = connector.accept(listening);
        connector.stopListening(listening);
        if (comesTo(machine, steps, which)) {
            process.destroyForcibly();
        }
        return ended(process, said);
    }

    private static boolean comesTo(VirtualMachine machine, Map<String, Set<String>> steps, int which)
            throws InterruptedException {
        for (String name : steps.keySet()) {
            var prepared = machine.eventRequestManager().createClassPrepareRequest();
            prepared.addClassFilter(name);
            prepared.enable();
        }
        int come = 0;
        try {
            machine.resume();
            while (true) {
                EventSet events = machine.eventQueue().remove();
                for (Event event : events) {
                    if (event instanceof ClassPrepareEvent prepared) {
                        prepared.referenceType().methods().stream()
                                .filter(method ->
                                        steps.get(method.declaringType().name()).contains(method.name()))
                                .forEach(KilledCommand::stopAt);
                    } else if (event instanceof BreakpointEvent) {
                        come++;
                    }
                }
                if (come >= which) {
                    return true;
                }
                events.resume();
            }
        } catch (VMDisconnectedException ended) {
            return false;
        }
    }

    private static void stopAt(Method method) {
        method.virtualMachine()
                .eventRequestManager()
                .createBreakpointRequest(method.location())
                .enable();
    }

    private Process start(List<String> flags, Path said) throws IOException {
        ProcessBuilder builder = JavaProcess.of(main, flags, arguments.toArray(String[]::new))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Answer ended(Process process, Path said) throws IOException, InterruptedException {
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("The command did not end: " + Files.readString(said));
        }
        Answer answer = new Answer(process.exitValue(), Files.readString(said));
        Files.delete(said);
        return answer;
    }
}
