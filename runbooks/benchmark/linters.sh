#!/bin/sh
# Measures Rung beside the linters that people have for the same work in other forms: shellcheck for the script, yamllint for
# the playbook. Each tool gets as many files: a script or a playbook is one upgrade, a runbook and its release file are two
# files and together as many lines of sense. All are different; each tool gets all of its kind in one process, and one alone,
# where Rung reads the release file, too. The commands take turns. Prints medians of the time by the clock, and how many times
# Rung's each of the others takes.
#
# usage: linters.sh [FILES [TURNS]], 10000 files and 5 turns unless told (one file alone: 21 turns); --check makes it exit with
# 1 if a target is missed: one file in at most 2 times shellcheck's time, FILES at least 10 times faster than either

set -u
here=$(cd "$(dirname "$0")" && pwd)
rung=$here/../../rung
check=
[ "${1-}" = --check ] && check=yes && shift
files=${1:-10000}
turns=${2:-5}

for tool in shellcheck yamllint; do
    command -v $tool >/dev/null || {
        printf 'linters.sh: there is no %s on PATH; Debian: apt-get install shellcheck yamllint\n' $tool >&2
        exit 2
    }
done

# What looks for newer sources, too.
said=$("$rung" lint "$here/startup.runbook" 2>&1) || { printf '%s\n' "$said" >&2; exit 2; }
jdk=$(cat "$here/../../repl/target/rung/jdk")
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT

cat >"$work/Linters.java" <<'LINTERS'
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class Linters {
    static final String RUNBOOK = """
            runbook "Orders of branch @"

            input target  : version = newest
            input home    : path = "/opt/orders-@"
            input url     : url  = "http://localhost:@"
            input backups : path = "/var/backups/orders-@"

            system orders {
              releases "r@.releases"

              artifact jar    = file("${home}/orders.jar")
              database db     = h2("${home}/orders", jar: "${home}/orders.jar", locked-by: server)
              service  server = process(["java", "-jar", "orders.jar"], pid-file: "${home}/pid", from: home)

              installed = version(json("${url}/version", "$.version"))
              healthy   = http-status("${url}/health") == 200
            }

            phase "Before branch @ is closed" changes nothing {
              require-version >= 1.2
              require healthy
              require free-space(backups) >= 3 * size(db)
                else "There is no room for the backups of branch @"
            }

            phase "Upgrade" {
              step-through orders to target {
                stop server within 2m
                backup db to backups verified by restore
                swap jar to next
                start server
                wait for healthy within 15m
                require-version == next
              }
            }
            """;

    static final String RELEASES = """
            releases "Orders of branch @"

            url "https://downloads.example.org/orders/@/${release}/orders.jar"
            path { direct }

            line 1 {
              release 1.2.@ { released 2024-02-01  sha256 "#1" }
              release 1.9.@ { released 2024-09-01  sha256 "#2" }
            }
            line 2 {
              release 2.4.@ { released 2025-06-01  sha256 "#3" }
            }
            """;

    static final String SCRIPT = """
            #!/bin/sh
            # Orders of branch @
            set -eu

            target=${1:-2.4.@}
            home=/opt/orders-@
            url=http://localhost:@
            backups=/var/backups/orders-@
            sum=#3

            fail() {
                printf 'branch @: %s\\n' "$1" >&2
                exit 1
            }

            installed=$(curl -fsS "$url/version" | jq -r .version)
            case $installed in
                1.[2-9]* | 2.*) ;;
                *) fail "cannot begin from $installed" ;;
            esac
            curl -fsS "$url/health" >/dev/null || fail 'Orders must run well before it is upgraded'
            room=$(df -P "$backups" | awk 'NR == 2 { print $4 }')
            size=$(du -sk "$home/orders.mv.db" | cut -f1)
            [ "$room" -ge $((3 * size)) ] || fail 'there is no room for the backups'

            curl -fsSo "$home/next.jar" "https://downloads.example.org/orders/@/$target/orders.jar"
            printf '%s  %s\\n' "$sum" "$home/next.jar" | sha256sum -c - || fail 'not what was released'
            kill "$(cat "$home/pid")"
            while kill -0 "$(cat "$home/pid")" 2>/dev/null; do sleep 1; done
            cp -p "$home/orders.mv.db" "$backups/orders-$installed.mv.db"
            cp -p "$home/orders.jar" "$backups/orders-$installed.jar"
            mv "$home/next.jar" "$home/orders.jar"
            cd "$home"
            nohup java -jar orders.jar >log 2>&1 &
            printf '%s\\n' $! >"$home/pid"
            until curl -fsS "$url/health" >/dev/null; do sleep 5; done
            [ "$(curl -fsS "$url/version" | jq -r .version)" = "$target" ] || fail "it is not $target"
            """;

    static final String PLAYBOOK = """
            ---
            # Orders of branch @
            - name: Upgrade orders of branch @
              hosts: branch-@
              become: true
              vars:
                target: 2.4.@
                home: /opt/orders-@
                url: http://localhost:@
                backups: /var/backups/orders-@
                sum: #3
              tasks:
                - name: Ask for the version
                  ansible.builtin.uri:
                    url: "{{ url }}/version"
                  register: installed
                - name: Orders must run well before it is upgraded
                  ansible.builtin.uri:
                    url: "{{ url }}/health"
                - name: Fetch the release
                  ansible.builtin.get_url:
                    url: "https://downloads.example.org/orders/@/{{ target }}/orders.jar"
                    dest: "{{ home }}/next.jar"
                    checksum: "sha256:{{ sum }}"
                - name: Stop
                  ansible.builtin.service: {name: orders-@, state: stopped}
                - name: Keep the database
                  ansible.builtin.copy:
                    src: "{{ home }}/orders.mv.db"
                    dest: "{{ backups }}/"
                    remote_src: true
                - name: Change over
                  ansible.builtin.command: mv {{ home }}/next.jar {{ home }}/orders.jar
                - name: Start
                  ansible.builtin.service: {name: orders-@, state: started}
                - name: Wait
                  ansible.builtin.uri:
                    url: "{{ url }}/health"
                  register: health
                  until: health.status == 200
                  retries: 180
            """;

    record Tool(String name, List<String> one, List<String> all, List<Double> alone, List<Double> together) {
        Tool(String name, List<String> one, List<String> all) {
            this(name, one, all, new ArrayList<>(), new ArrayList<>());
        }
    }

    public static void main(String[] arguments) throws Exception {
        Path work = Path.of(arguments[0]);
        String rung = arguments[1];
        int files = Integer.parseInt(arguments[2]);
        int turns = Integer.parseInt(arguments[3]);
        write(work, files);
        List<String> scripts =
                IntStream.range(0, files).mapToObj(i -> "scripts/s" + i + ".sh").toList();
        List<Tool> tools = List.of(
                new Tool("rung lint", List.of(rung, "lint", "runbooks/r0.runbook"), List.of(rung, "lint", "runbooks")),
                new Tool("shellcheck", List.of("shellcheck", "scripts/s0.sh"), joined(List.of("shellcheck"), scripts)),
                new Tool("yamllint", List.of("yamllint", "playbooks/p0.yaml"), List.of("yamllint", "playbooks")),
                new Tool("rung prove", List.of(rung, "prove", "runbooks/r0.runbook"), List.of()));
        measure(work, tools, turns);
        boolean met = show(tools, files);
        System.exit(met || arguments[4].isEmpty() ? 0 : 1);
    }

    static List<String> joined(List<String> first, List<String> rest) {
        List<String> all = new ArrayList<>(first);
        all.addAll(rest);
        return all;
    }

    static void write(Path work, int files) throws IOException {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("runbooks/r%d.runbook", RUNBOOK);
        kinds.put("runbooks/r%d.releases", RELEASES);
        kinds.put("scripts/s%d.sh", SCRIPT);
        kinds.put("playbooks/p%d.yaml", PLAYBOOK);
        for (Map.Entry<String, String> kind : kinds.entrySet()) {
            long sense = kind.getValue()
                    .lines()
                    .filter(line -> !line.isBlank() && !line.strip().startsWith("#"))
                    .count();
            System.out.printf("%-24s %3d lines of sense, %5d letters%n", kind.getKey().replace("%d", "…"), sense,
                    text(kind.getValue(), 1).length());
            Files.createDirectories(work.resolve(kind.getKey()).getParent());
            // an upgrade is two files to Rung
            int count = kind.getKey().startsWith("runbooks") ? (files + 1) / 2 : files;
            for (int i = 0; i < count; i++) {
                Files.writeString(work.resolve(kind.getKey().formatted(i)), text(kind.getValue(), i));
            }
        }
    }

    static String text(String form, int number) {
        String text = form.replace("@", Integer.toString(number));
        for (int i = 1; i <= 3; i++) {
            text = text.replace("#" + i, "%064x".formatted(number * 31L + i));
        }
        return text;
    }

    static void measure(Path work, List<Tool> tools, int turns) throws Exception {
        for (int turn = -1; turn < Math.max(21, turns); turn++) {
            for (Tool tool : tools) {
                double millis = millis(work, tool.one());
                if (turn >= 0) {
                    tool.alone().add(millis);
                }
            }
        }
        for (int turn = 0; turn < turns; turn++) {
            for (Tool tool : tools) {
                if (!tool.all().isEmpty()) {
                    tool.together().add(millis(work, tool.all()));
                }
            }
        }
    }

    static double millis(Path work, List<String> words) throws Exception {
        Path said = work.resolve("said");
        long begun = System.nanoTime();
        int exit = new ProcessBuilder(words)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        double millis = (System.nanoTime() - begun) / 1e6;
        if (exit != 0) {
            System.err.println(words.getFirst() + " found something wrong, so it is not the usual case:");
            Files.lines(said).limit(12).forEach(System.err::println);
            System.exit(2);
        }
        return millis;
    }

    static boolean show(List<Tool> tools, int files) {
        double one = median(tools.getFirst().alone());
        double all = median(tools.getFirst().together());
        double shellcheck = median(tools.get(1).alone());
        System.out.printf("%n%-12s %12s %12s %14s %14s%n", "", "1 file, ms", "× rung lint", files + ", ms", "× rung lint");
        for (Tool tool : tools) {
            double alone = median(tool.alone());
            System.out.printf("%-12s %12.1f %12.2f ", tool.name(), alone, alone / one);
            if (!tool.together().isEmpty()) {
                double together = median(tool.together());
                System.out.printf("%14.0f %14.1f", together, together / all);
            }
            System.out.println();
        }
        double slowest = one / shellcheck;
        double fewest = Math.min(median(tools.get(1).together()), median(tools.get(2).together())) / all;
        System.out.printf("%none file: %.2f times shellcheck's time, target ≤ 2%n", slowest);
        System.out.printf("%d files: %.1f times faster than the faster of the two, target ≥ 10%n", files, fewest);
        return slowest <= 2 && fewest >= 10;
    }

    static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
LINTERS
"$jdk/bin/javac" -d "$work/classes" "$work/Linters.java" || exit

"$jdk/bin/java" -cp "$work/classes" Linters "$work" "$rung" "$files" "$turns" "$check"
