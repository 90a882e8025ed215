package org.goldenthread.app.backup;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

/** Seals what is written to it, piece by piece. Without {@link #close} the last piece is missing and nothing can be restored. */
final class SealedOutput extends OutputStream {

    static final byte[] MAGIC = "GOLDEN THREAD BACKUP 1\n".getBytes(StandardCharsets.US_ASCII);

    private final DataOutputStream target;
    private final Seal seal;
    private final byte[] piece = new byte[Seal.PIECE];
    private int filled;
    private boolean closed;

    SealedOutput(OutputStream target, BackupKey key) throws IOException {
        byte[] prefix = new byte[Seal.PREFIX_LENGTH];
        new SecureRandom().nextBytes(prefix);
        byte[] head = ByteBuffer.allocate(MAGIC.length + BackupKey.ID_LENGTH + prefix.length)
                .put(MAGIC)
                .put(key.id())
                .put(prefix)
                .array();
        this.target = new DataOutputStream(target);
        this.target.write(head);
        this.seal = new Seal(key, head, prefix);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (filled == piece.length) {
                writePiece(false);
            }
            int taken = Math.min(left, piece.length - filled);
            System.arraycopy(bytes, from, piece, filled, taken);
            filled += taken;
            from += taken;
            left -= taken;
        }
    }

    private void writePiece(boolean last) throws IOException {
        try {
            byte[] sealed = seal.seal(piece, filled, last);
            target.writeBoolean(last);
            target.writeInt(sealed.length);
            target.write(sealed);
            filled = 0;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            writePiece(true);
            target.flush();
        }
    }
}
