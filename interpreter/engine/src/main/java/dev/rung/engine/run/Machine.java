package dev.rung.engine.run;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Who and where we are, for the journal and for locks. */
record Machine(String host, long pid, String user, String tool) {
    static Machine here(String tool) {
        return new Machine(hostName(), ProcessHandle.current().pid(), System.getProperty("user.name", "unknown"), tool);
    }

    private static String hostName() {
        String named = System.getenv("HOSTNAME");
        if (named != null && !named.isBlank()) {
            return named;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            return "localhost";
        }
    }
}
