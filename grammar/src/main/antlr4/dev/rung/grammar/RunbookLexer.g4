/*
 * The words of a runbook (*.runbook).
 *
 * Nothing is thrown away: the texts of all tokens, one after the other, are the file. Whatever fits nothing else is an
 * UNKNOWN token, so that the lexer never fails and the parser reports in context. Numbers are taken in generously
 * (MEASURE); what they are worth is judged where a sentence can be said about it.
 *
 * A hole, ${…}, goes back to the default mode, in which line breaks are white space. Three things are the business of
 * whoever reads by it: a pop of nothing does nothing; the brace that closes a hole is a HOLE_CLOSE; and what is still open
 * where its line (or the file) ends gets an empty token that says so, …_UNCLOSED.
 *
 * The interpreter reads the same by hand (RunbookWords), because this would be learned anew in each process; a test holds
 * the two together.
 */
lexer grammar RunbookLexer;

tokens {
    BLOCK_UNCLOSED,
    HOLE_CLOSE,
    HOLE_UNCLOSED,
    RAW_BLOCK_UNCLOSED,
    TEXT_UNCLOSED
}

channels {
    COMMENTS,
    SPACES
}

NAME : LETTER LETTER_OR_DIGIT* ('-' LETTER_OR_DIGIT+)*;

DATE    : DIGIT DIGIT DIGIT DIGIT '-' DIGIT DIGIT '-' DIGIT DIGIT;
VERSION : DIGIT+ ('.' DIGIT+)+ ([-+_]? LETTER (LETTER_OR_DIGIT | [.+-])*)?;
PERCENT : DIGIT+ '%';
WHOLE   : DIGIT+;
MEASURE : DIGIT+ '-'? LETTER (LETTER_OR_DIGIT | '-')*;

ASSIGN           : '=';
COLON            : ':';
COMMA            : ',';
DIVIDED          : '/';
DOT              : '.';
EQUAL            : '==';
GREATER          : '>';
GREATER_OR_EQUAL : '>=';
LESS             : '<';
LESS_OR_EQUAL    : '<=';
NOT_EQUAL        : '!=';
PLUS             : '+';
RANGE            : '..';
TIMES            : '*';

LPAREN   : '(';
RPAREN   : ')';
LBRACKET : '[';
RBRACKET : ']';
LBRACE   : '{';
RBRACE   : '}' -> popMode;

BLOCK_OPEN     : '"""'  -> pushMode(BLOCK);
TEXT_OPEN      : '"'    -> pushMode(TEXT);
RAW_BLOCK_OPEN : '\'\'\'' -> pushMode(RAW_BLOCK);
RAW            : '\'' ~['\r\n]* '\'';
RAW_UNCLOSED   : '\'' ~['\r\n]*;

DOCUMENTATION : '##' ~[\r\n]*         -> channel(COMMENTS);
COMMENT       : '#' ~[\r\n]*          -> channel(COMMENTS);
SPACE         : [ \t\r\n\uFEFF]+      -> channel(SPACES);
UNKNOWN       : .;

fragment DIGIT           : [0-9];
fragment LETTER          : [A-Za-z_];
fragment LETTER_OR_DIGIT : [A-Za-z_0-9];

// "…": ends with its line, closed or not
mode TEXT;

TEXT_CLOSE  : '"'                             -> popMode;
TEXT_HOLE   : '${'                            -> type(HOLE_OPEN), pushMode(DEFAULT_MODE);
TEXT_ESCAPE : '\\' ~[\r\n]                    -> type(ESCAPE);
TEXT_PART   : (~["\\$\r\n]+ | '$' | '\\')     -> type(PART);
TEXT_BREAK  : [\r\n]+                         -> type(SPACE), channel(SPACES);

// """…""": over several lines
mode BLOCK;

BLOCK_CLOSE : '"""' -> popMode;
HOLE_OPEN   : '${' -> pushMode(DEFAULT_MODE);
ESCAPE      : '\\' ~[\r\n];
PART        : ~["\\$]+ | ["$\\];

// '''…''': over several lines, as it stands
mode RAW_BLOCK;

RAW_BLOCK_CLOSE : '\'\'\'' -> popMode;
RAW_BLOCK_PART  : ~[']+ | '\'';

// never entered: a name that is one of these words is given its type by whoever reads by this
mode KEYWORDS;

// keywords begin
ACKNOWLEDGE        : 'acknowledge';
AND                : 'and';
ARTIFACT           : 'artifact';
BACKUP             : 'backup';
BODY               : 'body';
BUCKET             : 'bucket';
BY                 : 'by';
CHANGES            : 'changes';
CONFIG             : 'config';
CONFIRM            : 'confirm';
CONTINUE           : 'continue';
DATABASE           : 'database';
DOWNLOAD           : 'download';
ELSE               : 'else';
EVERY              : 'every';
EXPECT             : 'expect';
FAIL               : 'fail';
FALSE              : 'false';
FILES              : 'files';
FOR                : 'for';
FROM               : 'from';
HTTP               : 'http';
IDEMPOTENT         : 'idempotent';
IN                 : 'in';
INCLUDE            : 'include';
INPUT              : 'input';
INPUTS             : 'inputs';
INVARIANT          : 'invariant';
KEEP               : 'keep';
LET                : 'let';
MANUAL             : 'manual';
MATCHES            : 'matches';
MAX_LOSS           : 'max-loss';
NAMED              : 'named';
NEUTRALISE         : 'neutralise';
NOT                : 'not';
NOTES              : 'notes';
NOTHING            : 'nothing';
NOTIFY             : 'notify';
ON                 : 'on';
OR                 : 'or';
PHASE              : 'phase';
PLACE              : 'place';
POINT_OF_NO_RETURN : 'point-of-no-return';
RELEASES           : 'releases';
REQUIRE            : 'require';
REQUIRE_VERSION    : 'require-version';
RESTORE            : 'restore';
RETRY              : 'retry';
ROLLBACK           : 'rollback';
RUN                : 'run';
RUNBOOK            : 'runbook';
SAY                : 'say';
SECRET             : 'secret';
SERVICE            : 'service';
SET                : 'set';
SHA256             : 'sha256';
SHELL              : 'shell';
SQL                : 'sql';
START              : 'start';
STEP_THROUGH       : 'step-through';
STOP               : 'stop';
SWAP               : 'swap';
SYSTEM             : 'system';
TO                 : 'to';
TRUE               : 'true';
UNDO               : 'undo';
UNLESS             : 'unless';
UNSET              : 'unset';
VERIFIED           : 'verified';
VERIFY             : 'verify';
VIA                : 'via';
WAIT               : 'wait';
WHEN               : 'when';
WINDOW             : 'window';
WITH               : 'with';
WITHIN             : 'within';
// keywords end
