package dev.rung.language.check;

import dev.rung.model.diagnostic.Misspelt;
import dev.rung.model.diagnostic.Repeated;
import dev.rung.model.text.Location;
import java.util.List;
import java.util.Optional;

/** What can be wrong with the names that a runbook uses and declares. */
public sealed interface NameFinding extends CheckFinding {
    /** A name that nothing has. @param kind what was looked for: {@code name}, {@code service}, {@code driver} */
    record UnknownName(Location at, String unknown, String kind, Optional<String> nearest, List<String> known)
            implements NameFinding, Misspelt {
        /** Of too many to be told one more is kept than are told. */
        public UnknownName {
            known = known.stream().limit(Phrases.MOST + 1).toList();
        }

        @Override
        public Optional<String> absent() {
            return Optional.of(unknown);
        }

        @Override
        public String summary() {
            return "there is no " + kind + " `" + unknown + "`";
        }

        @Override
        public String otherwise() {
            if (kind.equals("type") && unknown.matches("secret|password|credentials?")) {
                return "a secret is declared by `secret name = env(\"…\")`";
            }
            if (!known.isEmpty()) {
                return known.size() > Phrases.MOST ? "" : Phrases.thereAre(known);
            }
            return switch (kind) {
                case "name" -> "write it in quotes if it is a text; else declare it, as in `let " + unknown + " = …`";
                case "argument" -> "it takes none by a name";
                case "call" -> "what no call tells may be asked of a program: `output(\"…\")`";
                default -> "declare it first";
            };
        }
    }

    /**
     * @param owner what should have it: {@code the system `app`}
     * @param kind {@code fact} or {@code member}
     * @param has what the owner has in its stead, in words; empty if nothing
     */
    record UnknownMember(Location at, String owner, String kind, String unknown, Optional<String> nearest, String has)
            implements NameFinding, Misspelt {
        @Override
        public Optional<String> absent() {
            return Optional.of(unknown);
        }

        @Override
        public String summary() {
            return owner + " has no " + kind + " `" + unknown + "`";
        }

        @Override
        public String otherwise() {
            return has.isEmpty() ? "" : "it has " + has;
        }
    }

    /** @param help why the two are in each other's way */
    record NameTwice(Location at, String twice, Location first, String help) implements NameFinding, Repeated {
        @Override
        public String summary() {
            return "the name `" + twice + "` is taken";
        }

        @Override
        public String aboutFirst() {
            return "it is declared here";
        }
    }

    /** {@code current}, {@code next}, {@code newest} and their like are nobody's to declare. */
    record GivenName(Location at, String given) implements NameFinding {
        @Override
        public String summary() {
            return "`" + given + "` has a meaning of its own and cannot be declared";
        }

        @Override
        public String help() {
            return "take another name";
        }
    }

    /** A fact's bare name where there are several systems. @param choice of each of them, in words; empty if of none */
    record WhichSystem(Location at, String fact, String choice) implements NameFinding {
        static WhichSystem of(Location at, String fact, List<String> systems) {
            return new WhichSystem(at, fact, Phrases.quoted(systems, system -> system + "." + fact, "or"));
        }

        @Override
        public String summary() {
            return "whose `" + fact + "`?";
        }

        @Override
        public String help() {
            return choice.isEmpty() ? "say which system is meant" : "say which system: " + choice;
        }
    }

    /** {@code current} and its like outside of a hop. */
    record OutsideHop(Location at, String word) implements NameFinding {
        @Override
        public String summary() {
            return "`" + word + "` has a meaning only within a `step-through`";
        }

        @Override
        public String help() {
            return switch (word) {
                case "current" -> "outside of it `installed` is the version that is there";
                case "next" -> "outside of it there is what its `to` says, and `newest`";
                default -> "move what asks for it into the `step-through`";
            };
        }
    }

    /** A name that stands for something that has no value. @param what {@code a system} */
    record NoValue(Location at, String used, String what) implements NameFinding {
        @Override
        public String summary() {
            return "`" + used + "` is " + what + " and has no value of its own";
        }

        @Override
        public String help() {
            return used.equals("next.requires")
                    ? "name the fact that is required: `next.requires.java`"
                    : what.equals("a system") ? "name one of its facts: `" + used + ".installed`" : "";
        }
    }

    /** {@code require exists "x"}: a call without its parentheses. @param takes the first of what it takes, or empty */
    record BareCall(Location at, String call, String takes) implements NameFinding {
        @Override
        public String summary() {
            return "`" + call + "` is a call";
        }

        @Override
        public String help() {
            return "write `" + call + "(" + (takes.isEmpty() ? "" : "…") + ")`"
                    + (takes.isEmpty() ? "" : ": in the parentheses stands its " + takes);
        }
    }

    /** What means itself. @param path from the name back to it */
    record Cycle(Location at, List<String> path) implements NameFinding {
        @Override
        public String summary() {
            return "`" + path.getFirst() + "` is said by way of itself";
        }

        @Override
        public List<String> notes() {
            return List.of("trace: " + String.join(" → ", path));
        }
    }

    /** @param chain what can be said by way of so many others that nobody would follow, and no stack */
    record RestsOnTooMany(Location at, String chain) implements NameFinding {
        @Override
        public String summary() {
            return "`" + chain + "` is said by way of too many others, one behind the other";
        }

        @Override
        public String help() {
            return "say one of them directly, or as an `input`";
        }
    }
}
