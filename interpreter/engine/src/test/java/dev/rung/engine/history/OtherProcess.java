package dev.rung.engine.history;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;

/** Another process that has a database open until it is told to end. */
final class OtherProcess implements AutoCloseable {
    private final Process process;

    private OtherProcess(Process process) {
        this.process = process;
    }

    static OtherProcess opening(Path database) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        "jdbc:h2:file:" + database)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = said.readLine();
        if (!"open".equals(line)) {
            throw new IllegalStateException("the other process does not open it: " + line);
        }
        return new OtherProcess(process);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** @param words the URL of the database */
    public static void main(String[] words) throws Exception {
        try (Connection connection = DriverManager.getConnection(words[0], "sa", "")) {
            connection.createStatement().execute("select 1");
            System.out.println("open");
            System.in.read();
        }
    }

    @Override
    public void close() throws Exception {
        process.getOutputStream().close();
        process.waitFor();
    }
}
