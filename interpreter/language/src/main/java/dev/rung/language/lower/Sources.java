package dev.rung.language.lower;

import dev.rung.model.text.SourceFile;
import java.util.regex.Pattern;

/** Where releases are fetched from. */
final class Sources {
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

    private Sources() {}

    /** An address or an absolute path as it is; a relative path from the folder of the file that names it. */
    static String beside(SourceFile file, String source) {
        int folder = file.name().lastIndexOf('/');
        boolean absolute = ADDRESS.matcher(source).matches() || source.startsWith("/");
        return absolute || folder < 0 ? source : file.name().substring(0, folder + 1) + source;
    }
}
