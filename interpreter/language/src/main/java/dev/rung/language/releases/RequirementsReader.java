package dev.rung.language.releases;

import dev.rung.language.releases.ReleasesFinding.RequirementTwice;
import dev.rung.language.syntax.Name;
import dev.rung.language.syntax.ReleasesEntry;
import dev.rung.language.syntax.Written.Form;
import dev.rung.model.text.Span;
import dev.rung.model.version.Requirement;
import dev.rung.model.version.Requirement.Operand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what is asked of the facts of a system. */
final class RequirementsReader {
    private final Findings findings;
    private final Numbers numbers;

    RequirementsReader(Findings findings, Numbers numbers) {
        this.findings = findings;
        this.numbers = numbers;
    }

    /** What stands behind {@code when}: a requirement, or a fact that is true or false by itself. */
    Optional<Requirement> condition(ReleasesEntry.Requirement entry) {
        return entry.values().isEmpty() && !entry.relation().isMembership()
                ? Optional.of(Requirement.holds(entry.fact().text()))
                : all(List.of(entry)).stream().findFirst();
    }

    /** Each but once. */
    List<Requirement> all(List<ReleasesEntry.Requirement> entries) {
        Map<String, Span> seen = new HashMap<>();
        List<Requirement> requirements = new ArrayList<>();
        for (ReleasesEntry.Requirement entry : entries) {
            Name fact = entry.fact();
            String relation = entry.relation().word();
            Span first = seen.putIfAbsent(fact.text() + " " + relation, fact.span());
            List<Operand> values = entry.values().stream()
                    .flatMap(value -> operand(value).stream())
                    .toList();
            if (first != null) {
                findings.add(new RequirementTwice(findings.at(fact.span()), fact.text(), relation, findings.at(first)));
            } else if (values.size() == entry.values().size()) {
                requirements.add(new Requirement(fact.text(), entry.relation(), values));
            }
        }
        return requirements;
    }

    private Optional<Operand> operand(ReleasesEntry.Element element) {
        if (element.high().isPresent()) {
            return numbers.foreign(element.low())
                    .flatMap(low -> numbers.foreign(element.high().get()).map(high -> new Operand.Range(low, high)));
        }
        return element.low().form() == Form.TEXT
                ? Optional.of(new Operand.Text(element.low().text()))
                : numbers.foreign(element.low()).map(Operand.Number::new);
    }
}
