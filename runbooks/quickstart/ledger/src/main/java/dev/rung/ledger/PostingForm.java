package dev.rung.ledger;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** A posting as a client sends it: as a form or as a JSON object, with the same fields. */
final class PostingForm {

    private static final int TEXT_LENGTH = 400;
    private static final int REFERENCE_LENGTH = 60;
    private static final int INTEGER_DIGITS = 15;

    private final Map<String, String> fields;

    private PostingForm(Map<String, String> fields) {
        this.fields = fields;
    }

    static Posting read(String body, boolean json) {
        return new PostingForm(json ? Json.parseObject(body) : decode(body)).posting();
    }

    private static Map<String, String> decode(String body) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : body.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decodePart(pair.substring(0, equals)), decodePart(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decodePart(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new LedgerException("The form is malformed: " + e.getMessage(), e);
        }
    }

    private Posting posting() {
        String debit = required("debit");
        String credit = required("credit");
        if (debit.equals(credit)) {
            throw new LedgerException("A posting needs two different accounts");
        }
        return new Posting(
                0,
                LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.MICROS),
                debit,
                credit,
                amount(),
                atMost(TEXT_LENGTH, "text", required("text")),
                atMost(REFERENCE_LENGTH, "reference", optional("reference")),
                null,
                optional("note"));
    }

    private BigDecimal amount() {
        String text = required("amount");
        try {
            BigDecimal amount = new BigDecimal(text);
            if (amount.signum() > 0
                    && amount.stripTrailingZeros().scale() <= 2
                    && amount.precision() - amount.scale() <= INTEGER_DIGITS) {
                return amount.setScale(2);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new LedgerException("amount is a positive number with at most two decimals, not " + text);
    }

    private String required(String name) {
        String value = optional(name);
        if (value == null) {
            throw new LedgerException(name + " is missing");
        }
        return value;
    }

    private String optional(String name) {
        String value = fields.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static String atMost(int length, String name, String value) {
        if (value != null && value.length() > length) {
            throw new LedgerException(name + " is longer than " + length + " characters");
        }
        return value;
    }
}
