package dev.rung.ledger;

/**
 * An HTTP answer.
 *
 * @param location where to go on, or null
 */
record Response(int status, String contentType, String body, String location) {

    static Response json(int status, String body) {
        return new Response(status, "application/json", body + "\n", null);
    }

    static Response error(int status, String sentence) {
        return json(status, "{\"error\":" + Json.quote(sentence) + "}");
    }

    static Response html(int status, String body) {
        return new Response(status, "text/html; charset=utf-8", body, null);
    }

    static Response seeOther(String location) {
        return new Response(303, "text/plain", "", location);
    }
}
