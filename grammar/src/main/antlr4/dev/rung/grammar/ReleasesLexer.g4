/*
 * The words of a release file (*.releases).
 *
 * Nothing is thrown away: the texts of all tokens, one after the other, are the file. Whatever fits nothing else is an
 * UNKNOWN token, so that the lexer never fails and the parser reports in context. Numbers are taken in generously
 * (MEASURE, V_NUMBER); what they are worth is judged where a sentence can be said about it.
 *
 * The interpreter reads the same by hand (ReleasesWords); a test holds the two together.
 *
 * A text ends with its line, closed or not; one that is not closed ends before a brace, so that its block still ends.
 */
lexer grammar ReleasesLexer;

channels {
    COMMENTS,
    SPACES
}

// keywords begin
AS       : 'as';
BACK     : 'back';
BROKEN   : 'broken';
BY       : 'by';
DIRECT   : 'direct';
EACH     : 'each';
EXCEPT   : 'except';
FROM     : 'from';
IN       : 'in';
INCLUDE  : 'include';
LINE     : 'line';
MIN_AGE  : 'min-age';
NEVER    : 'never';
NOT      : 'not';
NOTES    : 'notes';
PATH     : 'path';
RELEASE  : 'release';
RELEASED : 'released';
RELEASES : 'releases';
REQUIRES : 'requires';
SHA256   : 'sha256';
SINCE    : 'since';
SPELLING : 'spelling';
TIME     : 'time';
UNTIL    : 'until';
URL      : 'url';
WAYPOINT : 'waypoint';
WHEN     : 'when';
// keywords end

V_NUMBER : [vV] DIGIT (LETTER_OR_DIGIT | '.' LETTER_OR_DIGIT | '-')*;
NAME     : LETTER LETTER_OR_DIGIT* ('-' LETTER_OR_DIGIT+)*;

DATE    : DIGIT DIGIT DIGIT DIGIT '-' DIGIT DIGIT '-' DIGIT DIGIT;
VERSION : DIGIT+ ('.' DIGIT+)+ ([-+_]? LETTER (LETTER_OR_DIGIT | [.+-])*)?;
WHOLE   : DIGIT+;
MEASURE : DIGIT+ '-'? LETTER (LETTER_OR_DIGIT | '-')*;

COMMA            : ',';
EQUAL            : '==';
GREATER          : '>';
GREATER_OR_EQUAL : '>=';
LESS             : '<';
LESS_OR_EQUAL    : '<=';
NOT_EQUAL        : '!=';
RANGE            : '..';

LBRACE   : '{';
RBRACE   : '}';
LBRACKET : '[';
RBRACKET : ']';

TEXT          : '"' (TEXT_PIECE | [{}])* '"';
TEXT_UNCLOSED : '"' ('${' ~["{}\r\n]* '}' | TEXT_PIECE)*;
RAW           : '\'' ~['\r\n]* '\'';
RAW_UNCLOSED  : '\'' ~['{}\r\n]*;

DOCUMENTATION : '##' ~[\r\n]*    -> channel(COMMENTS);
COMMENT       : '#' ~[\r\n]*     -> channel(COMMENTS);
SPACE         : [ \t\r\n\uFEFF]+ -> channel(SPACES);
UNKNOWN       : .;

fragment DIGIT           : [0-9];
fragment LETTER          : [A-Za-z_];
fragment LETTER_OR_DIGIT : [A-Za-z_0-9];
fragment TEXT_PIECE      : '\\' ~[\r\n] | ~["\\{}\r\n] | '\\';
