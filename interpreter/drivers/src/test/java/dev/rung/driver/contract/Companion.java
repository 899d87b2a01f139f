package dev.rung.driver.contract;

/** A server that the parts of all places talk to. It runs in the process of the test, and so outlives whoever is killed. */
interface Companion extends AutoCloseable {
    /** Begins the names of the properties with the ports, which whoever is killed is told. */
    String PORT = "rung.test.port.";

    /** Closes every connection, and answers again. */
    void hangUp() throws Exception;

    @Override
    void close();
}
