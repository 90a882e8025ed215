package org.goldenthread.snapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts again, under the council's key, an encrypted Parquet file that DuckDB wrote under a key of the moment.
 *
 * <p>DuckDB's own build draws the nonces of AES-GCM from a generator that is not meant for secrets, and says so by
 * refusing to encrypt unless told that the result is not secure. So what it writes is only ever a stage on the way: it
 * is encrypted under a random key that is forgotten at once, and each part of it is opened and sealed again here with a
 * nonce from the platform's secure generator. A part is a length, a nonce of 12 bytes, the cipher text and a tag of 16
 * bytes; lengths and places stay as they are, so DuckDB reads the result as its own.
 */
final class ParquetSeal {
    private static final byte[] MAGIC = "PARE".getBytes(StandardCharsets.US_ASCII);
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    /** The description of the algorithm before the encrypted footer: AES-GCM, no further data. */
    private static final int ALGORITHM_BYTES = 5;

    private final SecretKeySpec from;
    private final SecretKeySpec to;
    private final SecureRandom random = new SecureRandom();
    /** One for each way: a cipher that is given another key every time works its schedule out every time. */
    private final Cipher opening;

    private final Cipher closing;

    ParquetSeal(byte[] from, byte[] to) {
        try {
            opening = Cipher.getInstance("AES/GCM/NoPadding");
            closing = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has AES-GCM.", impossible);
        }
        this.from = new SecretKeySpec(from, "AES");
        this.to = new SecretKeySpec(to, "AES");
    }

    void seal(Path source, Path target) throws IOException {
        byte[] bytes = Files.readAllBytes(source);
        try {
            seal(bytes, source);
        } catch (GeneralSecurityException problem) {
            throw new SnapshotException(
                    "The encrypted table " + source.getFileName() + " is not in the form that this version of DuckDB"
                            + " writes. Nothing was stored.",
                    problem);
        }
        OwnerOnly.write(target, bytes);
    }

    private void seal(byte[] bytes, Path source) throws GeneralSecurityException {
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int end = bytes.length - MAGIC.length - Integer.BYTES;
        int footer = end < MAGIC.length ? -1 : end - file.getInt(end);
        int place = MAGIC.length;
        while (place < footer) {
            place = sealPart(file, place);
        }
        if (place != footer || sealPart(file, footer + ALGORITHM_BYTES) != end) {
            throw new GeneralSecurityException("The parts of " + source + " do not add up to the whole.");
        }
    }

    private int sealPart(ByteBuffer file, int place) throws GeneralSecurityException {
        byte[] bytes = file.array();
        int length = file.getInt(place);
        int start = place + Integer.BYTES;
        if (length < NONCE_BYTES + TAG_BITS / Byte.SIZE || start + length > bytes.length) {
            throw new GeneralSecurityException("A part at byte " + place + " has the length " + length + ".");
        }
        opening.init(Cipher.DECRYPT_MODE, from, new GCMParameterSpec(TAG_BITS, bytes, start, NONCE_BYTES));
        byte[] plain = opening.doFinal(bytes, start + NONCE_BYTES, length - NONCE_BYTES);
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        closing.init(Cipher.ENCRYPT_MODE, to, new GCMParameterSpec(TAG_BITS, nonce));
        System.arraycopy(nonce, 0, bytes, start, NONCE_BYTES);
        closing.doFinal(plain, 0, plain.length, bytes, start + NONCE_BYTES);
        return start + length;
    }
}
