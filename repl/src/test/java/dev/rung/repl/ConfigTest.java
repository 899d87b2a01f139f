package dev.rung.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that sets keys of real files, and what of their values is told to anybody. */
class ConfigTest {
    private static final String ENV = "# kept\r\nexport KEY='Wx5-never-told'  # stays\r\nTOKEN=\"Qz7-former\"\r\nOLD=1";
    private static final String CONF = "server:\n  port: 8080   # the port\nlist: [a, b]\n";

    @TempDir
    Path folder;

    private Typed typed;
    private Diary diary;

    @BeforeEach
    void layOut() throws Exception {
        typed = new Typed(folder);
        diary = Diary.layOut(typed, folder, "").start();
        typed.file(".env", ENV).file("conf.yaml", CONF).file("token", "Jk9-fresh");
        String runbook = typed.text("diary.runbook")
                .replace("  service  clerk", """
                    config env  = dotenv("${folder}/.env", must-keep: ["KEY"])
                    config conf = yaml("${folder}/conf.yaml")
                    service  clerk\
                    """)
                .replace("backup pages to", "backup pages, env, conf to")
                .replace("start clerk\n", """
                    set env "TOKEN" = text-of("${folder}/token")
                    unset env "OLD"
                    set conf "server.port" = 9090
                    start clerk
                    """)
                .replace(
                        "require-version == next\n",
                        "require value-of(conf, \"server.port\") == 9090\n"
                                + "require not has-key(env, \"OLD\")\nrequire-version == next\n"
                                + "run [\"test\", \"!\", \"-e\", \"${folder}/fail\"] changes nothing\n");
        typed.file("diary.runbook", runbook);
    }

    @AfterEach
    void tidyUp() throws Exception {
        diary.close();
    }

    private int run() {
        int code = typed.rung("run", "diary.runbook", "--yes");
        said.add(typed.out() + typed.err());
        return code;
    }

    private final List<String> said = new ArrayList<>();

    @Test
    void keysAreSetAndADayLaterEveryByteIsAsItWas() throws Exception {
        assertThat(run()).as(() -> said.toString()).isZero();
        assertThat(typed.text(".env"))
                .isEqualTo(ENV.replace("Qz7-former", "Jk9-fresh").replace("\r\nOLD=1", ""));
        assertThat(typed.text("conf.yaml")).isEqualTo(CONF.replace("8080", "9090"));
        typed.rung("history");
        said.add(typed.out());
        String run = typed.out().substring(0, typed.out().indexOf(' '));
        typed.rung("history", run);
        said.add(typed.out());
        assertThat(typed.rung("rollback", run, "--yes")).isEqualTo(11);
        said.add(typed.out() + typed.err());
        assertThat(typed.text(".env")).isEqualTo(ENV);
        assertThat(typed.text("conf.yaml")).isEqualTo(CONF);
        isTold("Wx5-never-told", "Qz7-former", "Jk9-fresh");
    }

    /** Journals, the history's database and whatever else the state has, as they lie, and all that was said. */
    private void isTold(String... secrets) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("state"))) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all).isNotEmpty();
            for (Path file : all) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(bytes).as(file.toString()).doesNotContain(secrets);
            }
        }
        assertThat(said).allSatisfy(words -> assertThat(words).doesNotContain(secrets));
    }

    @Test
    void aFailureBehindASetTakesItBack() throws Exception {
        typed.file("fail", "");
        assertThat(run()).isEqualTo(10);
        assertThat(typed.text(".env")).isEqualTo(ENV);
        assertThat(typed.text("conf.yaml")).isEqualTo(CONF);
        isTold("Wx5-never-told", "Qz7-former", "Jk9-fresh");
    }

    @Test
    void whatCannotBeEditedRefusesTheRun() throws Exception {
        typed.file("conf.yaml", "server: &all\n  port: 8080\nother: *all\n");
        assertThat(run()).isEqualTo(4);
        assertThat(said.getFirst()).contains("the key `server.port` cannot be edited: line 2 has an anchor");
        assertThat(typed.text("app")).isEqualTo("1.0");
    }
}
