package dev.rung.driver.call;

import dev.rung.engine.driver.Call;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Signature;
import dev.rung.model.expression.Signature.Parameter;
import dev.rung.model.expression.Signature.Trait;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The readings of the world that are no part of a system: addresses, files, programs. */
public final class Calls {
    private Calls() {}

    /** Alphabetical. @param environment of this process */
    public static List<Call> all(Map<String, String> environment) {
        return List.of(
                call(
                        "basic",
                        Type.SECRET,
                        TextCalls::basic,
                        "the header of a user and a password",
                        needed("user", "`user:password`", Type.SECRET)),
                call(
                        "env",
                        Type.READING,
                        asked -> variable(asked, environment),
                        "a variable of this process' environment",
                        needed("name", "the variable", Type.TEXT)),
                call(
                        "exists",
                        Type.BOOL,
                        DiskCalls::exists,
                        "whether there is such a file or folder",
                        path("a file or a folder")),
                call(
                        "free-space",
                        Type.SIZE,
                        DiskCalls::freeSpace,
                        "what is free on the disk of a path",
                        path("any path on it")),
                asking("http-status", Type.INT, WebCalls::status, "the status that an address answers with", url()),
                asking("http-text", Type.READING, WebCalls::text, "the text that an address answers with", url()),
                call("java-version", Type.VERSION, ProgramCalls::javaVersion, "the version of a Java", java()),
                asking("json", Type.READING, JsonCall::read, "a value out of JSON", source(), where(), auth(), post()),
                call("output", Type.READING, ProgramCalls::output, "what a command writes", command()),
                call("sha256", Type.TEXT, DiskCalls::sha256, "the digest of a file", path("the file")),
                call(
                        "size",
                        Type.SIZE,
                        DiskCalls::size,
                        "how much a part, a file or a folder takes up as it lies",
                        of()),
                call("succeeds", Type.BOOL, ProgramCalls::succeeds, "whether a command ends with 0", command()),
                call("text-of", Type.READING, DiskCalls::textOf, "the text in a file", path("the file")),
                call("version", Type.VERSION, TextCalls::version, "a text as a version", text()));
    }

    private static Value variable(Asked asked, Map<String, String> environment) throws Trouble {
        String value = environment.get(asked.text("name"));
        return value == null
                ? new Value.Unknown("the variable `" + asked.text("name") + "` is not set in the environment of Rung")
                : new Value.Text(value);
    }

    private static Call call(String name, Type gives, Reading.Work work, String summary, Parameter... parameters) {
        return new Reading(new Signature(name, gives, List.of(parameters), Set.of(), summary), work);
    }

    private static Call asking(String name, Type gives, Reading.Work work, String summary, Parameter... parameters) {
        return new Reading(
                new Signature(name, gives, List.of(parameters), Set.of(Trait.ASKS_APPLICATION), summary), work);
    }

    private static Parameter needed(String name, String summary, Type... types) {
        return new Parameter(name, Set.of(types), true, summary);
    }

    private static Parameter path(String summary) {
        return needed("path", summary, Type.PATH, Type.TEXT);
    }

    private static Parameter url() {
        return needed("url", "the address", Type.URL, Type.TEXT);
    }

    private static Parameter source() {
        return needed("source", "an address, or the JSON itself", Type.URL, Type.TEXT, Type.READING);
    }

    private static Parameter where() {
        return needed("path", "where in it, such as `$.status`", Type.TEXT);
    }

    private static Parameter auth() {
        return new Parameter("auth", Set.of(Type.SECRET), false, "the `Authorization` header");
    }

    private static Parameter post() {
        return new Parameter(
                "post", Set.of(Type.TEXT), false, "what is sent as the body of a `POST`; a `GET` if left out");
    }

    private static Parameter command() {
        return needed("command", "the program and its arguments", Type.COMMAND);
    }

    private static Parameter java() {
        return needed(
                "java",
                "its home, its `java` program, or the service or place that it runs",
                Type.PATH,
                Type.PLACE,
                Type.SERVICE,
                Type.TEXT);
    }

    /** The engine answers for parts; what comes here is a path. */
    private static Parameter of() {
        return needed(
                "of",
                "a part or a path",
                Type.ARTIFACT,
                Type.BUCKET,
                Type.CONFIG,
                Type.DATABASE,
                Type.FILES,
                Type.PATH,
                Type.TEXT);
    }

    private static Parameter text() {
        return needed("text", "the text", Type.TEXT, Type.READING);
    }
}
