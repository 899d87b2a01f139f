package dev.rung.language.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Installation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {
    private static final Expression UNKNOWN = new Expression.Literal(new Value.Unknown("nobody asks"));

    private static final Installation SITE = new Installation(List.of(new Installation.Sys(
            "app",
            List.of(),
            List.of(
                    part("jar", Type.ARTIFACT, Map.of("path", text("/srv/app/app.jar"))),
                    part("db", Type.DATABASE, Map.of("file", text("/srv/app/db"))),
                    part(
                            "files",
                            Type.FILES,
                            Map.of(
                                    "path",
                                    text("/srv/app/files/"),
                                    "exclude",
                                    new Value.Listing(List.of(text("cache*"), text("var/backups/")))))),
            UNKNOWN,
            UNKNOWN,
            Map.of(),
            List.of())));

    private static Installation.Part part(String name, Type kind, Map<String, Value> arguments) {
        return new Installation.Part(name, "app", kind, "driver", arguments);
    }

    private static Value text(String text) {
        return new Value.Text(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/srv/app/files",
                "/srv/app/files/",
                "/srv/app/./files/backups",
                "/srv/other/../app/files/a/b",
                "/srv/app/files/var/backup",
                "/srv/app/files/old/var/backups"
            })
    void aFolderInsideOfAPartIsSeen(String folder) {
        assertThat(Places.partAt(folder, SITE)).contains("files");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/srv/app",
                "/srv/app/files-old",
                "/srv/app/db",
                "/srv/app/db/backups",
                "srv/app/files/backups",
                "/srv/app/files/../backups"
            })
    void oneBesideItIsNot(String folder) {
        assertThat(Places.partAt(folder, SITE)).isEmpty();
    }

    @Test
    void whatAPartLeavesOutIsNoPartOfIt() {
        assertThat(Places.partAt("/srv/app/files/caches", SITE)).isEmpty();
        assertThat(Places.partAt("/srv/app/files/a/cache/backups", SITE)).isEmpty();
        assertThat(Places.partAt("/srv/app/files/var/backups/nightly", SITE)).isEmpty();
    }
}
