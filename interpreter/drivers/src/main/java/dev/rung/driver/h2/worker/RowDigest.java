package dev.rung.driver.h2.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.SQLException;

/** The digest of one row after the other: every value with a letter for its kind and its length ahead. */
final class RowDigest {
    private final MessageDigest digest = sha256();
    private final ByteBuffer header = ByteBuffer.allocate(9);

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }

    byte[] finish() {
        return digest.digest();
    }

    void add(Object value) throws SQLException, IOException {
        switch (value) {
            case null -> put('0', new byte[0]);
            case Boolean truth -> put('b', new byte[] {(byte) (truth ? 1 : 0)});
            case BigDecimal number -> text('n', plain(number));
            case String text -> text('s', text);
            case byte[] bytes -> put('y', bytes);
            case Clob clob -> put('c', characters(clob));
            case Blob blob -> put('l', bytes(blob));
            case Array array -> elements(array.getArray());
            case Object[] array -> elements(array);
            // within an array the classes are those of the H2 at hand
            case Number number -> add(Kind.number(number));
            case java.sql.Date date -> text('t', date.toLocalDate().toString());
            case java.sql.Time time -> text('t', time.toLocalTime().toString());
            case java.sql.Timestamp moment -> text('t', moment.toLocalDateTime().toString());
            case java.util.UUID uuid -> text('s', uuid.toString());
            default -> text('t', value.toString());
        }
    }

    private void elements(Object array) throws SQLException, IOException {
        Object[] elements = (Object[]) array;
        header('a', elements.length);
        for (Object element : elements) {
            add(element);
        }
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private void text(char kind, String text) {
        put(kind, text.getBytes(StandardCharsets.UTF_8));
    }

    private void put(char kind, byte[] bytes) {
        header(kind, bytes.length);
        digest.update(bytes);
    }

    private void header(char kind, long length) {
        header.clear().put((byte) kind).putLong(length).flip();
        digest.update(header);
    }

    private static byte[] characters(Clob clob) throws SQLException, IOException {
        MessageDigest content = sha256();
        char[] buffer = new char[8192];
        try (Reader reader = clob.getCharacterStream()) {
            int kept = 0;
            int count;
            while ((count = reader.read(buffer, kept, buffer.length - kept)) >= 0) {
                int end = kept + count;
                // both halves of a character beyond the first plane go together
                int whole = end > 0 && Character.isHighSurrogate(buffer[end - 1]) ? end - 1 : end;
                content.update(new String(buffer, 0, whole).getBytes(StandardCharsets.UTF_8));
                System.arraycopy(buffer, whole, buffer, 0, end - whole);
                kept = end - whole;
            }
            content.update(new String(buffer, 0, kept).getBytes(StandardCharsets.UTF_8));
        }
        return content.digest();
    }

    private static byte[] bytes(Blob blob) throws SQLException, IOException {
        MessageDigest content = sha256();
        byte[] buffer = new byte[16384];
        try (InputStream in = blob.getBinaryStream()) {
            int count;
            while ((count = in.read(buffer)) >= 0) {
                content.update(buffer, 0, count);
            }
        }
        return content.digest();
    }
}
