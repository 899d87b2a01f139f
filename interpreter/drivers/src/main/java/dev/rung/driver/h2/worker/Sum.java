package dev.rung.driver.h2.worker;

import java.nio.ByteBuffer;

/** Adds digests modulo 2^256: the order does not count, how often a row is there does. */
final class Sum {
    private final long[] limbs = new long[4];
    private long count;

    void add(byte[] digest) {
        ByteBuffer bytes = ByteBuffer.wrap(digest);
        long carry = 0;
        for (int i = 3; i >= 0; i--) {
            long other = bytes.getLong(i * Long.BYTES);
            long sum = limbs[i] + other;
            long over = Long.compareUnsigned(sum, other) < 0 ? 1 : 0;
            long carried = sum + carry;
            over += Long.compareUnsigned(carried, sum) < 0 ? 1 : 0;
            limbs[i] = carried;
            carry = over;
        }
        count++;
    }

    long count() {
        return count;
    }

    byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(5 * Long.BYTES);
        for (long limb : limbs) {
            bytes.putLong(limb);
        }
        return bytes.putLong(count).array();
    }
}
