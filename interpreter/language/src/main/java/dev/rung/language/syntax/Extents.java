package dev.rung.language.syntax;

/** Where the words end that runbooks and release files spell alike. Each takes a text and an offset in it. */
final class Extents {
    /** What stands behind the end of a text. */
    static final int NOTHING = -1;

    private Extents() {}

    static int at(String text, int offset) {
        return offset < text.length() ? text.charAt(offset) : NOTHING;
    }

    static boolean isLetter(int character) {
        return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z' || character == '_';
    }

    static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    static boolean isLetterOrDigit(int character) {
        return isLetter(character) || isDigit(character);
    }

    static boolean isSpace(int character) {
        return character == ' ' || character == '\n' || character == '\t' || character == '\r' || character == '\uFEFF';
    }

    static boolean breaksLine(int character) {
        return character == '\n' || character == '\r';
    }

    /** @param from where a letter is */
    static int name(String text, int from) {
        int end = from;
        do {
            end = lettersAndDigits(text, end + 1);
        } while (at(text, end) == '-' && isLetterOrDigit(at(text, end + 1)));
        return end;
    }

    static int lettersAndDigits(String text, int from) {
        int end = from;
        while (isLetterOrDigit(at(text, end))) {
            end++;
        }
        return end;
    }

    static int digits(String text, int from) {
        int end = from;
        while (isDigit(at(text, end))) {
            end++;
        }
        return end;
    }

    static int spaces(String text, int from) {
        int end = from;
        while (isSpace(at(text, end))) {
            end++;
        }
        return end;
    }

    static int line(String text, int from) {
        int end = from;
        while (end < text.length() && !breaksLine(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** @param digits where the digits end that it begins with @return there, if it is none */
    static int date(String text, int from, int digits) {
        boolean fits = digits - from == 4
                && at(text, digits) == '-'
                && digits(text, digits + 1) >= digits + 3
                && at(text, digits + 3) == '-'
                && digits(text, digits + 4) >= digits + 6;
        return fits ? digits + 6 : digits;
    }

    /** @param digits where the digits end that it begins with @return there, if it is none */
    static int version(String text, int digits) {
        int end = digits;
        while (at(text, end) == '.' && isDigit(at(text, end + 1))) {
            end = digits(text, end + 1);
        }
        int next = at(text, end);
        int suffix = next == '-' || next == '+' ? end + 1 : end;
        if (end == digits || !isLetter(at(text, suffix))) {
            return end;
        }
        do {
            suffix++;
        } while (isLetterOrDigit(at(text, suffix)) || ".+-".indexOf(at(text, suffix)) >= 0);
        return suffix;
    }

    /** @param digits where the digits end that it begins with @return there, if it is none */
    static int measure(String text, int digits) {
        int end = at(text, digits) == '-' ? digits + 1 : digits;
        if (!isLetter(at(text, end))) {
            return digits;
        }
        do {
            end++;
        } while (isLetterOrDigit(at(text, end)) || at(text, end) == '-');
        return end;
    }
}
