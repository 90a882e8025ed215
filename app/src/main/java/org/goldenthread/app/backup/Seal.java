package org.goldenthread.app.backup;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM over one piece of a backup after another. The nonce is the file's own random prefix and the number of the piece;
 * the file's head, the number and whether it is the last are authenticated with each, so that no piece can be changed, left
 * out, moved or cut off without being noticed.
 */
final class Seal {

    static final int PREFIX_LENGTH = 8;
    static final int PIECE = 1 << 20;
    static final int TAG_LENGTH = 16;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final byte[] head;
    private final byte[] prefix;
    private int number;

    Seal(BackupKey key, byte[] head, byte[] prefix) {
        this.key = new SecretKeySpec(key.bytes(), "AES");
        this.head = head.clone();
        this.prefix = prefix.clone();
    }

    byte[] seal(byte[] plain, int length, boolean last) throws GeneralSecurityException {
        return next(Cipher.ENCRYPT_MODE, last).doFinal(plain, 0, length);
    }

    byte[] open(byte[] sealed, boolean last) throws GeneralSecurityException {
        return next(Cipher.DECRYPT_MODE, last).doFinal(sealed);
    }

    private Cipher next(int mode, boolean last) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        byte[] nonce = ByteBuffer.allocate(PREFIX_LENGTH + 4)
                .put(prefix)
                .putInt(number)
                .array();
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(head);
        cipher.updateAAD(
                ByteBuffer.allocate(5).putInt(number).put((byte) (last ? 1 : 0)).array());
        number = Math.incrementExact(number);
        return cipher;
    }
}
