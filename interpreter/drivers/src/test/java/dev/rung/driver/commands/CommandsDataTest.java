package dev.rung.driver.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rung.driver.support.World;
import dev.rung.engine.driver.Data;
import dev.rung.engine.driver.Data.Captured;
import dev.rung.engine.driver.Database;
import dev.rung.engine.driver.Progress;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsDataTest {
    private static final List<String> BACKUP = List.of("sh", "-c", "cp data \"$RUNG_BACKUP\"");
    private static final List<String> RESTORE = List.of("sh", "-c", "cp \"$RUNG_BACKUP\" data");

    @TempDir
    Path folder;

    private Path backup;

    @BeforeEach
    void layOut() throws Exception {
        Files.writeString(folder.resolve("data"), "theirs");
        backup = Files.createDirectory(folder.resolve("backup"));
    }

    private <D extends Data> D data(Class<D> kind, Type type, Object... arguments) throws Trouble {
        return World.open(kind, new CommandsDataDriver(type), "snapshot", folder, arguments);
    }

    private Data data(Object... arguments) throws Trouble {
        return data(Data.class, Type.FILES, arguments);
    }

    @Test
    void whatTheyBackUpTheyBringBack() throws Exception {
        Data data = data(
                "backup", BACKUP, "restore", RESTORE, "verify", List.of("sh", "-c", "grep -q theirs $RUNG_BACKUP"));
        Captured captured = data.backUp(backup, Progress.NONE);
        assertThat(captured.files()).containsExactly("backup");
        assertThat(data.tryRestore(backup, captured, folder, Progress.NONE)).isEqualTo(captured.fingerprint());
        Files.writeString(folder.resolve("data"), "spoiled");
        data.restore(backup, captured, Progress.NONE);
        data.restore(backup, captured, Progress.NONE);
        assertThat(folder.resolve("data")).hasContent("theirs");
        Files.writeString(backup.resolve("backup"), "somebody else's");
        assertThatThrownBy(() -> data.restore(backup, captured, Progress.NONE))
                .hasMessage("the backup of `snapshot` in " + backup + " is not what was saved");
        assertThat(folder.resolve("data")).hasContent("theirs");
    }

    @Test
    void aBackupThatIsNoneIsNone() throws Exception {
        assertThatThrownBy(() -> data("backup", "true", "restore", RESTORE).backUp(backup, Progress.NONE))
                .hasMessage("the `backup` of `snapshot`, `true`, ended well and wrote nothing to "
                        + backup.resolve("backup"));
        assertThatThrownBy(() -> data("backup", List.of("sh", "-c", "echo no room; exit 3"), "restore", RESTORE)
                        .backUp(backup, Progress.NONE))
                .hasMessage(
                        "the `backup` of `snapshot`, `sh -c echo no room; exit 3`, ended with exit code 3 and said: no"
                                + " room");
        assertThatThrownBy(() -> data("backup", BACKUP, "restore", RESTORE, "verify", "false")
                        .backUp(backup, Progress.NONE))
                .hasMessage("the `verify` of `snapshot`, `false`, ended with exit code 1 and said nothing");
    }

    @Test
    void whatOnlyTheyKnowNobodySays() throws Exception {
        Database data = data(Database.class, Type.DATABASE, "backup", BACKUP, "restore", RESTORE);
        assertThat(data.tellsContent()).isFalse();
        assertThat(data.canBeTried()).isFalse();
        assertThatThrownBy(data::size)
                .hasMessage("nobody can tell the size of `snapshot`: it is known by its commands alone");
        assertThatThrownBy(() -> data.value("select 1", List.of()))
                .hasMessage("nobody can tell the rows of `snapshot`: it is known by its commands alone");
        assertThatThrownBy(() -> data.take("delete from t"))
                .hasMessage("`snapshot` is told no SQL: it is known by its commands alone");
        Captured captured = data.backUp(backup, Progress.NONE);
        assertThatThrownBy(() -> data.tryRestore(backup, captured, folder, Progress.NONE))
                .hasMessageContaining("it has no `verify`");
    }

    @Test
    void aProgramThatIsMissingIsNamedBeforehand() throws Exception {
        assertThat(data("backup", "no-such-program a", "restore", "no-such-program b")
                        .preflight())
                .extracting(Trouble::words)
                .containsExactly("the program `no-such-program` of `snapshot` is not there");
    }
}
