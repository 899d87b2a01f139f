package dev.rung.repl.view;

import java.io.IOException;
import java.io.OutputStream;

/** Says at once when nobody reads any more: a print stream alone would swallow that and go on for ever. */
final class PipeStream extends OutputStream {
    private final OutputStream to;

    PipeStream(OutputStream to) {
        this.to = to;
    }

    @Override
    public void write(int single) {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        try {
            to.write(bytes, from, length);
        } catch (IOException gone) {
            throw new ClosedPipe(gone);
        }
    }

    @Override
    public void flush() {
        try {
            to.flush();
        } catch (IOException gone) {
            throw new ClosedPipe(gone);
        }
    }
}
