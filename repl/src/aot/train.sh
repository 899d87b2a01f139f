#!/bin/sh
# Makes what the launcher finds beside the jars: the name of the JDK that built them, and an AOT cache (JEP 483, 514,
# 515) of a training run over them. A cache only makes a start quicker: without one the build is still good.
#
# usage: train.sh DIRECTORY, with the JDK in TOOLCHAIN_JAVA_HOME

home=$1
jdk=${TOOLCHAIN_JAVA_HOME:-$JAVA_HOME}

if [ -e "$home/rung.aot" ] && [ "$(cat "$home/jdk")" = "$jdk" ] && [ -z "$(find "$home/lib" -newer "$home/rung.aot")" ]; then
    exit 0
fi
rm -f "$home/rung.aot"
printf '%s\n' "$jdk" >"$home/jdk"

# Whether a cache fits is decided by the collector, native access and the class path: they are those of the launcher.
java() {
    "$jdk/bin/java" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -XX:AOTConfiguration="$home/rung.aotconf" \
        -Drung.home="${home%/repl/target/rung}" -cp "$home/lib/rung.jar" "$@" </dev/null
}

{
    java -XX:AOTMode=record dev.rung.repl.Training &&
        java -XX:AOTMode=create -XX:AOTCache="$home/rung.aot"
} >"$home/training.log" 2>&1 || rm -f "$home/rung.aot"
rm -f "$home/rung.aotconf"
exit 0
