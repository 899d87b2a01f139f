package dev.rung.engine.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between a client and its server, and can cut them apart when the server has done what it was asked. */
public final class CuttingProxy implements AutoCloseable {
    private final ServerSocket listening;
    private final int server;
    private final AtomicBoolean cut = new AtomicBoolean();
    private final AtomicInteger lost = new AtomicInteger();

    private CuttingProxy(ServerSocket listening, int server) {
        this.listening = listening;
        this.server = server;
    }

    public static CuttingProxy to(int server) throws IOException {
        CuttingProxy proxy = new CuttingProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server);
        Thread.ofVirtual().start(proxy::accept);
        return proxy;
    }

    public int port() {
        return listening.getLocalPort();
    }

    void loseTheNextAnswer() {
        cut.set(true);
    }

    int lost() {
        return lost.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
                Thread.ofVirtual().start(() -> copy(client, behind, false));
                Thread.ofVirtual().start(() -> copy(behind, client, true));
            }
        } catch (IOException closed) {
            return;
        }
    }

    private void copy(Socket from, Socket to, boolean answers) {
        byte[] buffer = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (answers && cut.compareAndSet(true, false)) {
                    lost.incrementAndGet();
                    return;
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException closed) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
