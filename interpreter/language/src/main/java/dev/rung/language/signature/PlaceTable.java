package dev.rung.language.signature;

import static dev.rung.language.signature.Parameters.free;
import static dev.rung.language.signature.Parameters.needed;
import static dev.rung.language.signature.Parameters.path;

import dev.rung.model.expression.Signature;
import dev.rung.model.expression.Signature.Parameter;
import dev.rung.model.expression.Type;
import java.util.List;
import java.util.Set;

/** Where something can be that is not here, or is somebody else's. */
final class PlaceTable {
    private PlaceTable() {}

    static List<Signature> all() {
        return List.of(
                place(
                        "compose",
                        "the container of a compose file's service",
                        path("file", "the compose file"),
                        needed("service", "its service", Type.TEXT)),
                place("container", "a container", needed("name", "as `docker ps` shows it", Type.TEXT)),
                place("local", "this machine, as somebody else", needed("user", "who", Type.TEXT)),
                place(
                        "ssh",
                        "another machine",
                        needed("address", "`user@host`", Type.TEXT),
                        free("port", "22 if left out", Type.INT),
                        free("key", "the file of the private key", Type.PATH, Type.TEXT)));
    }

    private static Signature place(String name, String summary, Parameter... parameters) {
        return new Signature(name, Type.PLACE, List.of(parameters), Set.of(), summary);
    }
}
