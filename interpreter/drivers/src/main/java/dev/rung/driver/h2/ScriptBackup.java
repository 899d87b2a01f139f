package dev.rung.driver.h2;

import dev.rung.driver.support.Packing;
import dev.rung.driver.support.Troubles;
import dev.rung.engine.driver.Data.Captured;
import dev.rung.engine.driver.Data.Fingerprint;
import dev.rung.engine.driver.Progress;
import dev.rung.engine.driver.Trouble;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The SQL that makes the database anew, asked of the server that has it open. */
record ScriptBackup(H2Setting setting, H2Engine engine) {
    static final String FORMAT = "h2-script+zstd";

    Captured take(String url, Path folder, Progress progress) throws Trouble {
        String name = "script.sql.zst";
        try {
            Fingerprint before = engine.fingerprint(url).fingerprint();
            String version;
            try (OutputStream below = Files.newOutputStream(folder.resolve(name));
                    BufferedWriter out = new BufferedWriter(
                            new OutputStreamWriter(Packing.packed(below), StandardCharsets.UTF_8), 1 << 16)) {
                long[] written = {0};
                version = engine.script(url, row -> {
                    out.write(row);
                    out.write('\n');
                    written[0] += row.length() + 1;
                    progress.at(setting.name(), written[0], -1);
                });
            }
            H2Engine.Content content = engine.fingerprint(url);
            if (!content.fingerprint().equals(before)) {
                throw new Trouble(
                        "`" + setting.name()
                                + "` was written while it was backed up, so the backup is of no one moment",
                        "stop what writes it first");
            }
            return new Captured(FORMAT, List.of(name), "H2 SCRIPT with zstd", Optional.of(version), before, Map.of());
        } catch (IOException failed) {
            throw Troubles.of("back up `" + setting.name() + "` to " + folder, failed);
        }
    }

    void unpack(Path folder, Captured captured, Path target, Progress progress) throws IOException, Trouble {
        Dump.look(folder.resolve(captured.files().getFirst())).fill(target, engine, setting.name(), progress);
    }
}
