/*
 * The sentences of a release file (*.releases).
 *
 * Every entry opens with its own reserved word, so one token decides everywhere and line breaks mean nothing. Clauses
 * stand in any order; that each stands once is judged where a sentence can be said about it, and so is whether a number
 * is what its place asks for.
 */
parser grammar ReleasesParser;

options {
    tokenVocab = ReleasesLexer;
}

file
    : entry* EOF
    ;

entry
    : RELEASES title=text                                                              # Title
    | SPELLING pattern=text AS replacement=text                                        # Spelling
    | URL artifact=NAME? template=text                                                 # Url
    | INCLUDE included=text                                                            # Include
    | PATH open=LBRACE rules+=pathRule* close=RBRACE                                   # Path
    | BACK BY rollback=NAME SINCE since=version (EXCEPT exceptions+=version (COMMA exceptions+=version)*)? # BackBy
    | MIN_AGE age=duration                                                             # MinAge
    | WAYPOINT versions+=version (COMMA versions+=version)* why=text (WHEN condition)? # Waypoint
    | LINE number=version clauses+=lineClause* open=LBRACE members+=member* close=RBRACE # Line
    ;

pathRule
    : EACH unit=(LINE | RELEASE) (UNTIL until=version)?                                # Each
    | DIRECT                                                                           # Direct
    | NEVER BACK IN TIME                                                               # NeverBackInTime
    ;

lineClause
    : FROM lines+=version (COMMA lines+=version)*                                      # From
    | REQUIRES requirements+=requirement (COMMA requirements+=requirement)*            # Requires
    | NOTES notes=text                                                                 # LineNotes
    ;

condition
    : fact=NAME relation?
    ;

requirement
    : fact=NAME relation
    ;

relation
    : op=(EQUAL | NOT_EQUAL | LESS | LESS_OR_EQUAL | GREATER | GREATER_OR_EQUAL) value=version # Compared
    | negated=NOT? IN set                                                              # Within
    ;

set
    : only=element                                                                     # Alone
    | open=LBRACKET (values+=element (COMMA values+=element)*)? close=RBRACKET         # Listed
    ;

element
    : low=version (RANGE high=version)?
    ;

member
    : RELEASE number=version (open=LBRACE clauses+=releaseClause* close=RBRACE)?       # Release
    | BROKEN number=version reason=text (NOTES notes=text)?                            # Broken
    ;

releaseClause
    : RELEASED day=date                                                                # Released
    | SHA256 artifact=NAME? digest=text                                                # Sha256
    | NOTES notes=text                                                                 # Notes
    | REQUIRES requirements+=requirement (COMMA requirements+=requirement)*            # ReleaseRequires
    | URL artifact=NAME? template=text                                                 # ReleaseUrl
    ;

// what a number is good for is judged later, so each of these takes all of them in

version
    : VERSION | WHOLE | MEASURE | V_NUMBER | DATE | text
    ;

date
    : DATE | VERSION | WHOLE | MEASURE | V_NUMBER | text
    ;

duration
    : MEASURE | VERSION | WHOLE | V_NUMBER | DATE | text
    ;

text
    : TEXT | TEXT_UNCLOSED | RAW | RAW_UNCLOSED
    ;
