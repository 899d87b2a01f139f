package dev.rung.driver.call;

import dev.rung.engine.driver.Call;
import dev.rung.model.expression.Signature;
import dev.rung.model.expression.Signature.Parameter;
import dev.rung.model.expression.Signature.Trait;
import dev.rung.model.expression.Type;
import java.util.List;
import java.util.Set;

/** The readings of the world that are no part of a system: addresses, files, programs. */
public final class Calls {
    private Calls() {}

    /** Alphabetical. */
    public static List<Call> all() {
        return List.of(
                call("exists", Type.BOOL, DiskCalls::exists, "whether there is a file or folder", path()),
                call("free-space", Type.SIZE, DiskCalls::freeSpace, "the room that is left on a path's volume", path()),
                web("http-status", Type.INT, WebCalls::status, "the status that an address answers with", url(), auth()),
                web("http-text", Type.READING, WebCalls::text, "the text that an address answers with", url(), auth(), post()),
                call("java-version", Type.VERSION, ProgramCalls::javaVersion, "the version of a Java", of()),
                web("json", Type.READING, JsonCall::read, "a value out of JSON, from an address or a text", source(), jsonPath(), auth(), post()),
                call("output", Type.READING, ProgramCalls::output, "what a program says", command()),
                call("sha256", Type.TEXT, DiskCalls::sha256, "the digest of a file", path()),
                call("size", Type.SIZE, DiskCalls::size, "the size of a file or folder as it lies", path()),
                call("succeeds", Type.BOOL, ProgramCalls::succeeds, "whether a program ends with 0", command()),
                call("text-of", Type.READING, DiskCalls::textOf, "the text in a file", path()),
                call("version", Type.VERSION, TextCalls::version, "a text as a version", text()));
    }

    private static Call call(String name, Type gives, Reading.Work work, String summary, Parameter... parameters) {
        return new Reading(new Signature(name, gives, List.of(parameters), Set.of(), summary), work);
    }

    private static Call web(String name, Type gives, Reading.Work work, String summary, Parameter... parameters) {
        return new Reading(new Signature(name, gives, List.of(parameters), Set.of(Trait.ASKS_APPLICATION), summary), work);
    }

    private static Parameter path() {
        return new Parameter("path", Set.of(Type.PATH, Type.TEXT), true, "of a file or folder");
    }

    private static Parameter url() {
        return new Parameter("url", Set.of(Type.URL, Type.TEXT), true, "the address");
    }

    private static Parameter source() {
        return new Parameter("source", Set.of(Type.URL, Type.TEXT, Type.READING), true, "an address, or the JSON itself");
    }

    private static Parameter jsonPath() {
        return new Parameter("path", Set.of(Type.TEXT), true, "like `$.version.tag` or `$.items[0]['odd name']`");
    }

    private static Parameter auth() {
        return new Parameter("auth", Set.of(Type.SECRET, Type.TEXT), false, "`user:password`, or a token");
    }

    private static Parameter post() {
        return new Parameter("post", Set.of(Type.TEXT), false, "JSON that is sent");
    }

    private static Parameter command() {
        return new Parameter("command", Set.of(Type.TEXT, Type.LIST), true, "the program and its arguments");
    }

    private static Parameter of() {
        return new Parameter("of", Set.of(Type.SERVICE, Type.PLACE, Type.PATH, Type.TEXT), false, "whose Java; the path's if left out");
    }

    private static Parameter text() {
        return new Parameter("text", Set.of(Type.TEXT, Type.READING), true, "a number as the product writes it");
    }
}
