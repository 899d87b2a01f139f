package dev.rung.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The names that bodies have given so far. A value: each name more makes another one, which shares all but a few branches
 * with the one before, so that a body of very many costs no more for each.
 */
public final class Bound {
    private static final Bound NOTHING = new Bound(Optional.empty(), Optional.empty(), Optional.empty());

    private final Optional<Branch> tree;
    private final Optional<Bound> before;
    private final Optional<String> last;

    private Bound(Optional<Branch> tree, Optional<Bound> before, Optional<String> last) {
        this.tree = tree;
        this.before = before;
        this.last = last;
    }

    /** A tree in the order of scattered hashes, which keeps it flat. */
    private record Branch(int hash, Meaning.Local local, Optional<Branch> less, Optional<Branch> more) {
        private Branch(Meaning.Local local) {
            this(scattered(local.name().text()), local, Optional.empty(), Optional.empty());
        }

        private static int scattered(String name) {
            int hash = name.hashCode();
            hash = (hash ^ hash >>> 16) * 0x85ebca6b;
            hash = (hash ^ hash >>> 13) * 0xc2b2ae35;
            return hash ^ hash >>> 16;
        }

        private int compare(int otherHash, String name) {
            int byHash = Integer.compare(otherHash, hash);
            return byHash != 0 ? byHash : name.compareTo(local.name().text());
        }

        private Branch with(Branch added) {
            int place = compare(added.hash, added.local.name().text());
            if (place == 0) {
                return new Branch(hash, added.local, less, more);
            }
            return place < 0
                    ? new Branch(hash, local, Optional.of(Bound.with(less, added)), more)
                    : new Branch(hash, local, less, Optional.of(Bound.with(more, added)));
        }
    }

    static Bound nothing() {
        return NOTHING;
    }

    private static Branch with(Optional<Branch> tree, Branch added) {
        return tree.map(branch -> branch.with(added)).orElse(added);
    }

    /** One name more; of two that are the same the later one counts. */
    Bound with(Meaning.Local local) {
        return new Bound(
                Optional.of(with(tree, new Branch(local))),
                Optional.of(this),
                Optional.of(local.name().text()));
    }

    Optional<Meaning.Local> get(String name) {
        if (tree.isEmpty()) {
            return Optional.empty();
        }
        int hash = Branch.scattered(name);
        Optional<Branch> at = tree;
        while (at.isPresent()) {
            int place = at.get().compare(hash, name);
            if (place == 0) {
                return Optional.of(at.get().local());
            }
            at = place < 0 ? at.get().less() : at.get().more();
        }
        return Optional.empty();
    }

    /** The names, the latest first. @param most of them */
    List<String> names(int most) {
        List<String> names = new ArrayList<>();
        Bound at = this;
        while (at.before.isPresent() && names.size() < most) {
            names.add(at.last.orElseThrow());
            at = at.before.get();
        }
        return names;
    }
}
