package dev.rung.driver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.driver.process.ProcessDriver;
import dev.rung.driver.support.Disk;
import dev.rung.driver.support.World;
import dev.rung.engine.driver.ProcessTable;
import dev.rung.engine.driver.Service;
import dev.rung.engine.driver.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The program with a pid file: started, held. */
final class ProcessOperations {
    private static final Duration LONG = Duration.ofSeconds(20);
    /** Long enough to see it come up; what is longer is waiting, in which a cut finds nothing. */
    private static final Duration SHORT = Duration.ofMillis(40);

    private ProcessOperations() {}

    static List<Operation> all() {
        return List.of(new Start(), new Hold());
    }

    private static Service service(Path folder) throws Trouble {
        List<String> slowToStop =
                List.of("sh", "-c", "trap 'sleep 0.05; exit 0' TERM; while true; do sleep 0.02; done");
        return World.open(
                Service.class, new ProcessDriver(), "server", folder, "command", slowToStop, "pid-file", "app.pid");
    }

    private static List<Long> processes(Path folder) {
        ProcessTable table = ProcessTable.ofThisMachine();
        return table.marked("RUNG_SERVICE", folder.resolve("app.pid").toString()).stream()
                .filter(pid -> table.session(pid).orElse(-1) == pid)
                .toList();
    }

    private static void lay(Path folder) throws IOException, Trouble {
        if (Files.isDirectory(folder)) {
            service(folder).hold(LONG);
        }
        Disk.remove(folder);
        Files.createDirectories(folder);
    }

    private record Start() implements Operation {
        @Override
        public String name() {
            return "process: start";
        }

        @Override
        public int cuts() {
            return 5;
        }

        @Override
        public void prepare(Path folder) throws IOException, Trouble {
            lay(folder);
            service(folder).hold(LONG);
        }

        @Override
        public void perform(Path folder) throws Trouble {
            service(folder).start(SHORT);
        }

        @Override
        public void allowed(Path folder) throws Trouble {
            Service.Look look = service(folder).look();
            assertThat(look.up()).isEqualTo(!processes(folder).isEmpty());
            assertThat(look.up() && look.held()).as("up with the mark on").isFalse();
        }

        @Override
        public void done(Path folder) throws Trouble {
            assertThat(service(folder).look().up()).isTrue();
            assertThat(service(folder).look().held()).isFalse();
            assertThat(processes(folder)).as("one, not two").hasSize(1);
        }

        @Override
        public void clean(Path folder) throws Trouble {
            service(folder).hold(LONG);
        }
    }

    private record Hold() implements Operation {
        @Override
        public String name() {
            return "process: hold";
        }

        @Override
        public int cuts() {
            return 4;
        }

        @Override
        public void prepare(Path folder) throws IOException, Trouble {
            lay(folder);
            service(folder).start(SHORT);
        }

        @Override
        public void perform(Path folder) throws Trouble {
            service(folder).hold(LONG);
        }

        @Override
        public void allowed(Path folder) throws Trouble {
            Service.Look look = service(folder).look();
            assertThat(look.up() || look.held()).as("down without the mark").isTrue();
        }

        @Override
        public void done(Path folder) throws Trouble {
            assertThat(service(folder).look().up()).isFalse();
            assertThat(service(folder).look().held()).isTrue();
            assertThat(processes(folder)).isEmpty();
        }
    }
}
