package org.goldenthread.app.backup;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/** Reads what {@link SealedOutput} sealed, and gives nothing of a piece before the whole piece is proved. */
final class SealedInput extends InputStream {

    private final DataInputStream source;
    private final Seal seal;
    private byte[] piece = {};
    private int read;
    private boolean last;

    SealedInput(InputStream source, BackupKey key) throws IOException {
        this.source = new DataInputStream(source);
        byte[] head = this.source.readNBytes(SealedOutput.MAGIC.length + BackupKey.ID_LENGTH + Seal.PREFIX_LENGTH);
        if (head.length < SealedOutput.MAGIC.length
                || !Arrays.equals(
                        head, 0, SealedOutput.MAGIC.length, SealedOutput.MAGIC, 0, SealedOutput.MAGIC.length)) {
            throw new BackupProblem("That file is not a backup that this version of Golden Thread made.");
        }
        ByteBuffer rest = ByteBuffer.wrap(head).position(SealedOutput.MAGIC.length);
        byte[] id = new byte[BackupKey.ID_LENGTH];
        byte[] prefix = new byte[Seal.PREFIX_LENGTH];
        if (rest.remaining() < id.length + prefix.length) {
            throw damaged(null);
        }
        rest.get(id).get(prefix);
        if (!Arrays.equals(id, key.id())) {
            throw new BackupProblem(
                    "That backup was sealed with another key. Name the key that was kept of the server it is of,"
                            + " with --key FILE.");
        }
        seal = new Seal(key, head, prefix);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (read == piece.length) {
            if (last) {
                return -1;
            }
            readPiece();
        }
        int taken = Math.min(length, piece.length - read);
        System.arraycopy(piece, read, bytes, offset, taken);
        read += taken;
        return taken;
    }

    private void readPiece() throws IOException {
        try {
            last = source.readBoolean();
            int length = source.readInt();
            if (length < Seal.TAG_LENGTH || length > Seal.PIECE + Seal.TAG_LENGTH) {
                throw damaged(null);
            }
            piece = seal.open(source.readNBytes(length), last);
            read = 0;
        } catch (EOFException | GeneralSecurityException changed) {
            throw damaged(changed);
        }
    }

    private static BackupProblem damaged(@org.jspecify.annotations.Nullable Throwable cause) {
        String message =
                "That backup is damaged: it was changed or cut off after it was made. Nothing is restored. Take another"
                        + " copy of it, or an earlier backup.";
        return cause == null ? new BackupProblem(message) : new BackupProblem(message, cause);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
