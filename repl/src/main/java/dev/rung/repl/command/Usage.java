package dev.rung.repl.command;

import dev.rung.repl.view.Console;
import dev.rung.repl.view.Theme;
import dev.rung.repl.view.Theme.Role;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The help of a command: examples first, then what it does, then its options; 80 columns at most. */
final class Usage {
    private static final int COLUMNS = 80;
    private static final int NAMES = 28;

    private final PrintStream out;
    private final Theme theme;

    Usage(Console console) {
        this.out = console.out();
        this.theme = console.output().theme();
    }

    private record Row(String names, String words) {}

    void show(Commands.Entry entry, Command command) {
        CommandSpec spec = command.options();
        command.examples().forEach(example -> out.println("  " + theme.paint(Role.CODE, example)));
        out.println();
        wrapped(command.description(), COLUMNS).forEach(out::println);
        out.println();
        out.println(theme.paint(Role.TITLE, "Usage: ") + synopsis(entry.name(), spec));
        List<Row> rows = new ArrayList<>();
        spec.positionalParameters().forEach(parameter -> rows.add(row(parameter)));
        spec.options().forEach(option -> rows.add(row(option)));
        rows.add(new Row("--color=auto|always|never", "colours; `auto` looks at the terminal and NO_COLOR"));
        rows.add(new Row("--stack-trace", "show where in Rung an error came up"));
        rows.add(new Row("-h, --help", "show this help"));
        rows.forEach(this::show);
        out.flush();
    }

    private static String synopsis(String name, CommandSpec spec) {
        Stream<String> parameters = spec.positionalParameters().stream().map(parameter -> {
            String label = parameter.arity().isVariable() ? parameter.paramLabel() + "..." : parameter.paramLabel();
            return parameter.arity().min() == 0 ? "[" + label + "]" : label;
        });
        return String.join(
                " ",
                Stream.concat(Stream.of("rung", name, "[OPTIONS]"), parameters).toList());
    }

    private static Row row(PositionalParamSpec parameter) {
        return new Row(parameter.paramLabel(), String.join(" ", parameter.description()));
    }

    private static Row row(OptionSpec option) {
        String value = option.arity().max() == 0
                ? ""
                : (option.longestName().startsWith("--") ? "=" : " ") + option.paramLabel();
        return new Row(String.join(", ", option.names()) + value, String.join(" ", option.description()));
    }

    private void show(Row row) {
        List<String> lines = wrapped(row.words(), COLUMNS - NAMES);
        String names = "  " + row.names();
        boolean fits = names.length() + 2 <= NAMES;
        if (!fits) {
            out.println(theme.paint(Role.TITLE, names));
        }
        String first = fits ? theme.paint(Role.TITLE, names) + " ".repeat(NAMES - names.length()) : " ".repeat(NAMES);
        out.println(first + lines.getFirst());
        lines.stream().skip(1).forEach(line -> out.println(" ".repeat(NAMES) + line));
    }

    private static List<String> wrapped(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
