package dev.rung.language.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.model.expression.Signature;
import dev.rung.model.expression.Signature.Parameter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SignaturesTest {
    @Test
    void standInAlphabeticalOrderEachOnce() {
        for (List<Signature> table : List.of(Signatures.places(), Signatures.calls())) {
            assertThat(table).extracting(Signature::name).isSorted().doesNotHaveDuplicates();
        }
        assertThat(Signatures.drivers()).extracting(Signature::name).isSorted();
        assertThat(Signatures.drivers())
                .extracting(driver -> driver.name() + " " + driver.gives())
                .doesNotHaveDuplicates();
    }

    @Test
    void askForWhatTheyNeedBeforeWhatTheyCanDoWithout() {
        Stream.of(Signatures.drivers(), Signatures.calls(), Signatures.places())
                .flatMap(List::stream)
                .forEach(signature -> {
                    List<Boolean> required = signature.parameters().stream()
                            .map(Parameter::required)
                            .toList();
                    assertThat(required).as(signature.name()).isSortedAccordingTo((a, b) -> Boolean.compare(b, a));
                    assertThat(signature.parameters())
                            .extracting(Parameter::name)
                            .doesNotHaveDuplicates();
                    assertThat(signature.parameters()).allSatisfy(parameter -> {
                        assertThat(parameter.types()).isNotEmpty();
                        assertThat(parameter.summary()).isNotBlank().doesNotEndWith(".");
                    });
                });
    }

    @Test
    void driversMakePartsAndCallsGiveValues() {
        assertThat(Signatures.drivers()).allMatch(driver -> driver.gives().isPart());
        assertThat(Signatures.calls()).noneMatch(call -> call.gives().isPart());
    }
}
