package org.goldenthread.app.cpis;

import java.io.IOException;
import java.util.Optional;
import org.goldenthread.returns.write.daily.SendStopped;

/** Takes a file on its way to the NHS. */
interface CpisCarrier {

    /**
     * @return what was answered at once; empty where answers come into the inbox
     * @throws SendStopped where it was not taken, or that is not known
     */
    Optional<byte[]> carry(long number, byte[] file) throws IOException, InterruptedException;

    /**
     * The way that is set.
     *
     * @throws SendStopped where it cannot be gone
     */
    static CpisCarrier of(CpisProperties settings) throws IOException {
        return settings.outbox().isBlank() ? CpisEndpoint.of(settings) : MeshOutbox.of(settings);
    }
}
