package dev.rung.driver.support;

import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a program can be started. */
public final class Programs {
    private Programs() {}

    public static boolean missing(String program, Path from) {
        if (program.indexOf('/') >= 0) {
            return !isProgram(from.resolve(program));
        }
        for (String place :
                System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(":")) {
            if (!place.isEmpty() && isProgram(from.getFileSystem().getPath(place, program))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isProgram(Path path) {
        return Files.isRegularFile(path) && Files.isExecutable(path);
    }
}
