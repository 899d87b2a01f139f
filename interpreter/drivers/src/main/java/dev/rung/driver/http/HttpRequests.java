package dev.rung.driver.http;

import dev.rung.driver.support.Troubles;
import dev.rung.engine.driver.Requests;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Durations;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** Requests through the JDK's client, each over a connection of its own: a kept one that has died makes a client try twice. */
public final class HttpRequests implements Requests {
    @Override
    public Answer send(Sent request, Duration within) throws Trouble {
        Exchange exchange = Exchange.begin(made(request), shown(request), within);
        try {
            return exchange.answer(within);
        } catch (TimeoutException late) {
            throw new InDoubt(
                    shown(request) + " was not answered within " + Durations.shown(within) + perhaps(request),
                    "look whether it has arrived",
                    exchange);
        } catch (ConnectException | HttpConnectTimeoutException nobody) {
            throw Troubles.of("send " + shown(request), nobody);
        } catch (IOException lost) {
            throw new InDoubt(
                    "the connection was lost before " + shown(request) + " was answered (" + Troubles.reason(lost) + ")"
                            + perhaps(request),
                    "look whether it has arrived",
                    lost);
        } catch (InterruptedException interrupted) {
            exchange.close();
            Thread.currentThread().interrupt();
            throw new InDoubt(
                    "waiting for the answer to " + shown(request) + " was interrupted" + perhaps(request),
                    "",
                    interrupted);
        }
    }

    private static String perhaps(Sent request) {
        return request.onlyReads() ? "" : ", and it may have been carried out all the same";
    }

    private static HttpRequest made(Sent request) throws Trouble {
        try {
            HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(request.url()))
                    .setHeader("User-Agent", "rung")
                    .method(
                            request.method(),
                            request.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
            request.headers().forEach(builder::setHeader);
            return builder.build();
        } catch (IllegalArgumentException refused) {
            throw new Trouble(shown(request) + " cannot be sent: " + refused.getMessage(), "", refused);
        }
    }

    private static String shown(Sent request) {
        return "`" + request.method() + " " + request.url() + "`";
    }
}
