package dev.rung.engine.run;

import dev.rung.engine.driver.Requests;
import dev.rung.engine.driver.Trouble;

/** A request that does nothing until it was asked for a few times how it stands, and then does it. */
final class ToyLate implements Requests.Open {
    private final String method;
    private final Deed deed;
    private int left = 5;

    interface Deed {
        void done() throws Trouble;
    }

    ToyLate(String method, Deed deed) {
        this.method = method;
        this.deed = deed;
    }

    @Override
    public boolean isOpen() {
        if (left > 0 && --left == 0) {
            try {
                deed.done();
            } catch (Trouble down) {
                throw new AssertionError(down);
            }
        }
        return left > 0;
    }

    @Override
    public String words() {
        return method + (left > 0 ? " is out" : left == 0 ? " was answered" : " is given up");
    }

    @Override
    public void close() {
        left = -1;
    }
}
