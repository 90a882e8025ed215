package org.goldenthread.returns.write.daily;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.goldenthread.snapshot.Hashes;
import org.goldenthread.snapshot.SnapshotKeys;

/** Makes what the state file holds unreadable to whoever has not the council's key. */
final class StateSeal {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec hashing;
    private final SecretKeySpec sealing;
    private final SecureRandom random = new SecureRandom();

    /** @param purpose whose state it is: what is sealed for one purpose tells nothing of another's */
    StateSeal(SnapshotKeys keys, String purpose) {
        hashing = new SecretKeySpec(keys.keyFor(purpose + " hashes"), "HmacSHA256");
        sealing = new SecretKeySpec(keys.keyFor(purpose + " identifiers"), "AES");
    }

    /** What stands for a child's identifier: 64 hexadecimal digits. */
    String nameOf(String id) {
        return hmac("id " + id);
    }

    /** The SHA-256 of what is said of a child, keyed, since what is said of a child could be guessed from a plain one. */
    String hashOf(String json) {
        return hmac("content " + Hashes.sha256(json.getBytes(StandardCharsets.UTF_8)));
    }

    /** The identifier encrypted, bound to the name under which it stands. */
    String seal(String id, String name) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, name).doFinal(id.getBytes(StandardCharsets.UTF_8));
            byte[] whole = Arrays.copyOf(nonce, nonce.length + sealed.length);
            System.arraycopy(sealed, 0, whole, nonce.length, sealed.length);
            return Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has AES-GCM.", impossible);
        }
    }

    String open(String sealed, String name) {
        try {
            byte[] whole = Base64.getDecoder().decode(sealed);
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(whole, NONCE_BYTES), name);
            return new String(cipher.doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            throw new SendStopped(
                    "The state file was changed or made with another key, so it does not tell whom it is about. Restore it,"
                            + " or the key, from a backup.",
                    wrong);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String name) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(hashing);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA256.", impossible);
        }
    }
}
