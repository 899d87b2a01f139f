package dev.rung.engine.run;

import dev.rung.engine.driver.Requests.Open;
import java.util.ArrayList;
import java.util.List;

/** Requests that were not answered in their time: somebody may be working on them whom nobody waits for. */
final class Outstanding {
    private final List<Open> requests = new ArrayList<>();

    void add(Open request) {
        requests.add(request);
    }

    /** Those that have still no answer. */
    List<Open> open() {
        return requests.stream().filter(Open::isOpen).toList();
    }

    /** Forgets those that have ended. @return what has become of them, in words */
    List<String> ended() {
        List<Open> ended =
                requests.stream().filter(request -> !request.isOpen()).toList();
        requests.removeAll(ended);
        return ended.stream().map(Open::words).toList();
    }

    /** Waits for none of them any more. @return what was known of them until now, in words */
    List<String> giveUp() {
        List<String> words = requests.stream().map(Open::words).toList();
        requests.forEach(Open::close);
        requests.clear();
        return words;
    }
}
