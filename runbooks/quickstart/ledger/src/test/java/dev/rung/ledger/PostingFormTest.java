package dev.rung.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostingFormTest {

    @Test
    void formAndJsonSayTheSame() {
        Posting form = PostingForm.read("debit=1000&credit=4000&amount=12.3&text=Caf%C3%A9+%26+Tee&reference=", false);
        Posting json = PostingForm.read("""
            {"debit": "1000", "credit": "4000", "amount": 12.3, "text": "Caf\\u00e9 & Tee", "note": null}\
            """, true);

        assertThat(form).usingRecursiveComparison().ignoringFields("bookedAt").isEqualTo(json);
        assertThat(form.amount()).isEqualTo(new BigDecimal("12.30"));
        assertThat(form.text()).isEqualTo("Café & Tee");
        assertThat(form.reference()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "credit=2&amount=1&text=x            | debit is missing",
                "debit=1&credit=1&amount=1&text=x    | A posting needs two different accounts",
                "debit=1&credit=2&amount=.123&text=x | amount is a positive number with at most two decimals, not .123",
                "debit=1&credit=2&amount=-5&text=x   | amount is a positive number with at most two decimals, not -5",
                "debit=1&credit=2&amount=1e99&text=x | amount is a positive number with at most two decimals, not 1e99",
                "debit=1&credit=2&amount=x&text=x    | amount is a positive number with at most two decimals, not x",
                "debit=1&credit=2&amount=1&text=+    | text is missing",
            })
    void mistakesAreNamed(String body, String sentence) {
        assertThatThrownBy(() -> PostingForm.read(body, false))
                .isInstanceOf(LedgerException.class)
                .hasMessage(sentence);
    }

    @Test
    void jsonStringsComeBackAsTheyWere() {
        String odd = "tab\t, \"quotes\", back\\slash, é, 👩🏽‍💻, \u0001 and\nlines";

        assertThat(Json.parseObject("{\"a\":" + Json.quote(odd) + ",\"b\":null , \"c\" : -1.5e3}"))
                .isEqualTo(Map.of("a", odd, "c", "-1.5e3"));
        assertThat(Json.parseObject(" { } ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1]", "{\"a\"}", "{\"a\":1", "{\"a\":tru}", "{\"a\":\"\\x\"}", "{} x"})
    void malformedJsonIsRefused(String json) {
        assertThatThrownBy(() -> Json.parseObject(json))
                .isInstanceOf(LedgerException.class)
                .hasMessageStartingWith("The JSON object is malformed at character ");
    }

    @Test
    void pageShowsAmountsInThousandsAndEscapesTexts() {
        assertThat(Page.money(new BigDecimal("1234567.80"))).isEqualTo("1,234,567.80");
        assertThat(Page.money(new BigDecimal("-123.00"))).isEqualTo("−123.00");
        assertThat(Page.escape("<a href=\"x\">&")).isEqualTo("&lt;a href=&quot;x&quot;>&amp;");
    }
}
