package dev.rung.repl.view;

import dev.rung.model.version.Leg;
import dev.rung.model.version.PathFinding;
import dev.rung.model.version.PathFinding.Refused;
import dev.rung.model.version.ReleaseFile;
import dev.rung.model.version.Requirement;
import dev.rung.model.version.Version;
import dev.rung.repl.view.Theme.Role;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Explains a path over the releases of a file, hop by hop, with the rule behind each. */
public final class PathView {
    private final ReleaseFile file;
    private final Version from;

    /** @param from what is installed */
    public PathView(ReleaseFile file, Version from) {
        this.file = file;
        this.from = from;
    }

    /** For people. What is not possible goes the way of errors. */
    public void show(PathFinding finding, Console console) {
        switch (finding) {
            case PathFinding.Found(List<Leg> legs) -> show(legs, console.out(), console.output());
            case Refused refused -> show(refused, console.err(), console.errors());
        }
    }

    private void show(List<Leg> legs, PrintStream to, Console.Drawing drawing) {
        Theme theme = drawing.theme();
        Glyphs glyphs = drawing.glyphs();
        if (legs.isEmpty()) {
            to.println(theme.paint(Role.TITLE, glyphs.fit(file.title() + " is at " + from + " already"))
                    + ": no hop is needed");
            to.flush();
            return;
        }
        String hops = Words.plural(legs.size(), "hop");
        to.println(theme.paint(
                Role.TITLE,
                glyphs.fit(file.title() + " · " + from + " → " + legs.getLast().to() + " in " + hops)));
        for (int i = 0; i < legs.size(); i++) {
            Leg leg = legs.get(i);
            String number = String.format("%3d  ", i + 1);
            to.println();
            to.println(number
                    + theme.paint(Role.TITLE, glyphs.fit(leg.toString()))
                    + leg.to().released().map(day -> "  released " + day).orElse(""));
            for (String line : details(leg)) {
                Wrapped.hanging("     ", glyphs.fit(line), drawing.columns().getAsInt())
                        .forEach(to::println);
            }
        }
        to.flush();
    }

    private List<String> details(Leg leg) {
        List<String> lines = new ArrayList<>();
        lines.add("by " + leg.why());
        if (!leg.requires().isEmpty()) {
            lines.add("requires "
                    + leg.requires().stream().map(Requirement::toString).collect(Collectors.joining(", ")));
        }
        leg.accepted().forEach(name -> lines.add("accepted: " + name));
        file.broken(leg.to().version()).ifPresent(broken -> lines.add("it is broken: " + broken.reason()));
        file.notes(leg.from(), leg.to().version())
                .forEach(notes -> lines.add("notes of " + notes.of() + ": " + notes.where()));
        List<String> rollbacks = file.rollbacks(leg.from(), leg.to().version());
        if (!rollbacks.isEmpty()) {
            lines.add("back by " + String.join(", ", rollbacks) + ", or by its backup");
        }
        return lines;
    }

    private static void show(Refused refused, PrintStream to, Console.Drawing drawing) {
        Theme theme = drawing.theme();
        to.println(theme.paint(Role.ERROR, "error[" + refused.name() + "]")
                + theme.paint(Role.TITLE, ": " + drawing.glyphs().fit(refused.summary())));
        List<String> help = Wrapped.hanging(
                "help: ",
                drawing.glyphs().fit(refused.help()),
                drawing.columns().getAsInt());
        to.println(theme.paint(Role.HELP, "help:") + help.getFirst().substring("help:".length()));
        help.stream().skip(1).forEach(to::println);
        to.flush();
    }

    /** The same as one JSON document. */
    public Json json(PathFinding finding) {
        Json document = Json.document("path/1").with("title", file.title()).with("from", from);
        return switch (finding) {
            case PathFinding.Found(List<Leg> legs) ->
                document.with("found", true).with("hops", Json.each(legs, this::json));
            case Refused refused ->
                document.with("found", false)
                        .with("name", refused.name())
                        .with("summary", refused.summary())
                        .with("help", refused.help())
                        .with("accept", refused.waiver());
        };
    }

    private Json json(Leg leg) {
        return new Json()
                .with("from", leg.from())
                .with("to", leg.to())
                .with("line", leg.to().line())
                .with("released", leg.to().released().map(Object::toString))
                .with("why", leg.why())
                .with(
                        "requires",
                        leg.requires().stream().map(Requirement::toString).toList())
                .with("broken", file.broken(leg.to().version()).map(broken -> broken.reason()))
                .with(
                        "notes",
                        Json.each(
                                file.notes(leg.from(), leg.to().version()),
                                notes -> new Json().with("of", notes.of()).with("notes", notes.where())))
                .with("accepted", leg.accepted())
                .with("rollbacks", file.rollbacks(leg.from(), leg.to().version()));
    }
}
