package dev.rung.language.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.language.Runbooks;
import dev.rung.language.check.SystemFinding.PartInPart;
import dev.rung.model.diagnostic.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The system of {@link Runbooks#app} holds /opt/app/app.jar, /opt/app/db.mv.db and all of /opt/app/store. */
class PartsInPartsTest {
    private static List<Diagnostic> find(String members) {
        return Runbooks.check(Runbooks.app(members, "place box = container(\"box\")"))
                .diagnostics();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "files more = directory('/opt/app/store')               | more  | store",
                "files more = directory('/opt/app/x/../store/inner/')   | more  | store",
                "files more = directory('/opt')                         | jar   | more",
                "files more = file('/opt/app/store/one')                | more  | store",
                "files more = file('/opt/app/db.mv.db')                 | more  | db",
                "artifact war = war('/opt/app/store/x.war')             | war   | store",
                "database other = h2('/opt/app/db.mv.db')               | other | db",
                "database other = sqlite(home + '/store/x')             | other | store",
                "artifact web = directory('/web')  config conf = yaml('/web/conf/a.yml') | conf | web",
                "artifact web = war('/web/ROOT.war')  config conf = yaml('/web/ROOT/a.yml') | conf | web",
                "config a = dotenv('/e', must-keep: ['K'])  config b = dotenv('/e', must-keep: ['K']) | b | a",
                "database a = postgres('postgresql://x/y')  database b = postgres('postgresql://x/y') | a | b",
            })
    void twoPartsDoNotHoldTheSameFile(String members, String inner, String outer) {
        List<Diagnostic> found = find(members.replace('\'', '"'));
        assertThat(found).hasSize(1).hasOnlyElementsOfType(PartInPart.class);
        assertThat(((PartInPart) found.getFirst()).inner()).isEqualTo(inner);
        assertThat(((PartInPart) found.getFirst()).outer()).isEqualTo(outer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "files more = directory(\"/opt/app/stores\")",
                "files more = directory(\"/opt\", exclude: [\"app\"])",
                "files more = directory(\"/opt/app/store\") on box",
                "config conf = dotenv(\"/opt/app/store/.env\")",
                "artifact web = directory(\"/web\", keep: [\"conf\"])\nconfig conf = yaml(\"/web/conf/a.yml\")",
                "config a = dotenv(\"/e\", must-keep: [\"K\"])\nconfig b = dotenv(\"/e\", must-keep: [\"L\"])",
                "files kept = volume(\"mongo\")\ndatabase lake = mongodb(\"mongodb://x/y\", server: gate, files: kept)",
                "bucket a = s3(\"things\")\nbucket b = s3(\"things\", endpoint: \"http://minio\")",
            })
    void whatIsTwoThingsIsFine(String members) {
        assertThat(find(members)).isEmpty();
    }

    @Test
    void whatIsSaidOfAnInputIsNotKnownWithoutADefault() {
        assertThat(Runbooks.check(Runbooks.app("files more = directory(other)", "input other : path"))
                        .diagnostics())
                .isEmpty();
    }
}
