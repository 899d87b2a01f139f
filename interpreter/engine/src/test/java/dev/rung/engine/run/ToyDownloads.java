package dev.rung.engine.run;

import dev.rung.engine.driver.Downloads;
import dev.rung.engine.driver.Progress;
import dev.rung.engine.driver.Trouble;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files that are there or not: their content is the address that they have come from. */
final class ToyDownloads implements Downloads {
    final Map<String, String> files = new HashMap<>();
    private final Map<String, Optional<String>> former = new HashMap<>();
    private final ToyWorld toy;
    int brought;
    String fails = "";

    ToyDownloads(ToyWorld toy) {
        this.toy = toy;
    }

    @Override
    public String bring(Order order, Duration within, Progress progress) throws Trouble {
        toy.moment();
        if (former.containsKey(order.mark())) {
            return "";
        }
        if (order.url().equals(fails)) {
            throw new Trouble("nobody is there");
        }
        String name = order.target().getFileName().toString();
        former.put(order.mark(), Optional.ofNullable(files.put(name, order.url())));
        brought++;
        toy.moment();
        return "";
    }

    @Override
    public String takeBack(Path target, String mark) {
        toy.moment();
        Optional<String> before = former.remove(mark);
        String name = target.getFileName().toString();
        if (before != null) {
            before.ifPresentOrElse(content -> files.put(name, content), () -> files.remove(name));
        }
        toy.moment();
        return "";
    }

    @Override
    public List<Trouble> preflight(Path target) {
        return List.of();
    }
}
