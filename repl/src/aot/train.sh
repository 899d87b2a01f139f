#!/bin/sh
# Makes what the launcher finds beside the jars: the name of the JDK that built them, and AOT caches (JEP 483, 514, 515),
# one for each use of Rung. A cache only makes a start quicker: without it the build is still good.
#
# usage: train.sh DIRECTORY, with the JDK in TOOLCHAIN_JAVA_HOME

sources=${0%/*}
home=$1
jdk=${TOOLCHAIN_JAVA_HOME:-$JAVA_HOME}

if [ ! -e "$home/prepared" ] || [ -n "$(find "$home/lib" "$sources/Prepare.java" -newer "$home/prepared")" ]; then
    "$jdk/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "$sources/Prepare.java" \
        "$home"/lib/rung*.jar "$home"/lib/picocli-*.jar >"$home/prepare.log" 2>&1 && touch "$home/prepared"
fi

if [ -e "$home/jdk" ] && [ "$(cat "$home/jdk")" = "$jdk" ] && [ -e "$home/trained" ] &&
    [ -z "$(find "$home/lib" "$sources" -newer "$home/trained")" ]; then
    exit 0
fi
printf '%s\n' "$jdk" >"$home/jdk"

# Whether a cache fits is decided by the collector, native access and the class path: they are those of the launcher.
java() {
    "$jdk/bin/java" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -cp "$home/lib/rung.jar" "$@" </dev/null
}

train() {
    rm -f "$home/$1.aot"
    {
        cd "$sources/runbooks" &&
            RUNG_STATE=$home/state.$1 java -XX:AOTMode=record -XX:AOTConfiguration="$home/$1.conf" \
                dev.rung.repl.Training "$1" &&
            java -XX:AOTMode=create -XX:AOTConfiguration="$home/$1.conf" -XX:AOTCache="$home/$1.aot"
    } >"$home/$1.log" 2>&1 || rm -f "$home/$1.aot"
    rm -rf "$home/$1.conf" "$home/state.$1"
}

train start &
train look &
train run &
wait
touch "$home/trained"
exit 0
