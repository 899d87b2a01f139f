package dev.rung.ledger;

import java.math.BigDecimal;

/**
 * An account and its balance: what was debited minus what was credited.
 *
 * @param path the groups it is in, such as {@code Assets/Bank}
 * @param currency null for the versions before 2.4, which know none
 */
record Account(String code, String path, String name, String currency, BigDecimal balance) {}
