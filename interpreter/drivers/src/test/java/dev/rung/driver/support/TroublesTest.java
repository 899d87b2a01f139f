package dev.rung.driver.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import org.junit.jupiter.api.Test;

class TroublesTest {
    /** The client for HTTP says nothing by itself when a host is not known or nobody listens. */
    @Test
    void aConnectionThatFailsWithoutWordsIsStillExplained() {
        assertThat(Troubles.reason(
                        (ConnectException) new ConnectException().initCause(new UnresolvedAddressException())))
                .isEqualTo("no connection: there is no such host");
        assertThat(Troubles.reason((ConnectException) new ConnectException().initCause(new ClosedChannelException())))
                .isEqualTo("no connection: nothing answers there");
        assertThat(Troubles.reason(new ConnectException("Connection refused")))
                .isEqualTo("no connection: connection refused");
    }
}
