package dev.rung.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * One released version of Ledger. All jars hold the same classes; the version in a jar's manifest decides which schema
 * it migrates to and which queries it speaks.
 *
 * @param schema the schema its code knows
 */
record Edition(String version, int schema) {

    static final List<Edition> ALL = List.of(
            new Edition("1.8.2", 2),
            new Edition("1.9.4", 3),
            new Edition("1.10.3", 4),
            new Edition("2.0.1", 5),
            new Edition("2.4.0", 7));

    static Edition named(String version) {
        List<String> known = new ArrayList<>();
        for (Edition edition : ALL) {
            if (edition.version.equals(version)) {
                return edition;
            }
            known.add(edition.version);
        }
        throw new LedgerException("There is no Ledger " + version + ", only " + String.join(", ", known));
    }

    static Edition ofThisJar() {
        String version = Ledger.class.getPackage().getImplementationVersion();
        if (version == null) {
            throw new LedgerException("Ledger runs from its jars only: their manifest says which version it is");
        }
        return named(version);
    }

    /** The 1.x line never looked whether its data are newer than itself; 2.x does, and refuses them. */
    boolean refusesNewerSchema() {
        return !version.startsWith("1.");
    }

    @Override
    public String toString() {
        return "Ledger " + version;
    }
}
