/*
 * The sentences of a runbook (*.runbook).
 *
 * Every declaration and statement opens with its own reserved word, a fact with its name and "="; so one token decides
 * everywhere but before a named argument, and line breaks mean nothing. Clauses stand in any order; that each stands
 * once, and where a statement may stand, is judged where a sentence can be said about it.
 */
parser grammar RunbookParser;

options {
    tokenVocab = RunbookLexer;
}

file
    : topLevel* EOF
    ;

replInput
    : (statement+ | expression)? EOF
    ;

expressionOnly
    : expression EOF
    ;

topLevel
    : RUNBOOK title=text                                                    # Title
    | INCLUDE path=text                                                     # Include
    | INPUT name=NAME COLON type=word (ASSIGN value=expression)?            # Input
    | INPUTS name=NAME LBRACE values+=given* close=RBRACE                  # InputSet
    | let                                                                   # TopLet
    | MAX_LOSS amount=expression                                            # MaxLoss
    | PHASE title=text (changes=CHANGES nothing=NOTHING)? body              # Phase
    | PLACE name=NAME ASSIGN driver=NAME LPAREN arguments? RPAREN           # Place
    | SECRET name=NAME ASSIGN value=expression                              # Secret
    | SYSTEM name=NAME where? LBRACE entries+=entry* close=RBRACE          # System
    | WINDOW opens=text TO closes=text IN zone=text                         # Window
    ;

given
    : name=NAME ASSIGN value=expression
    ;

where
    : ON place=NAME
    ;

let
    : LET name=NAME ASSIGN value=expression
    ;

entry
    : RELEASES path=text                                                    # Releases
    | kind=(ARTIFACT | BUCKET | CONFIG | DATABASE | FILES | SERVICE) name=NAME ASSIGN driver=NAME LPAREN arguments? RPAREN where? # Part
    | NEUTRALISE body                                                       # Neutralise
    | INVARIANT name=NAME op=(ASSIGN | GREATER_OR_EQUAL) value=expression   # Invariant
    | name=NAME ASSIGN value=expression                                     # Fact
    ;

body
    : open=LBRACE statements+=statement* close=RBRACE
    ;

statement
    : REQUIRE condition=expression requireClause*                           # Require
    | REQUIRE_VERSION system=NAME? relation tail*                           # RequireVersion
    | BACKUP names TO directory=expression backupClause*                    # Backup
    | STEP_THROUGH system=NAME TO target=expression (VIA via+=expression (COMMA via+=expression)*)? body # StepThrough
    | STOP names tail*                                                      # Stop
    | START names tail*                                                     # Start
    | SWAP part=NAME (TO target=expression tail* | WITH source=expression swapClause*) # Swap
    | RESTORE names restoreClause*                                          # Restore
    | RUN command=expression runClause*                                     # Run
    | SHELL script=text runClause*                                          # Shell
    | SQL database=NAME command=expression sqlClause*                       # Sql
    | SET config=NAME key=text ASSIGN value=expression tail*                # SetKey
    | UNSET config=NAME key=text tail*                                      # UnsetKey
    | DOWNLOAD url=expression TO target=expression downloadClause*          # Download
    | HTTP method=NAME url=expression httpClause*                           # Http
    | WAIT FOR condition=expression waitClause*                             # WaitFor
    | CONFIRM name=NAME words=text tail*                                    # Confirm
    | MANUAL name=NAME words=text manualClause*                             # Manual
    | POINT_OF_NO_RETURN why=text tail*                                     # PointOfNoReturn
    | ACKNOWLEDGE NOTES tail*                                               # Acknowledge
    | NOTIFY url=expression words=text tail*                                # Notify
    | SAY words=text tail*                                                  # Say
    | FAIL why=text tail*                                                   # Fail
    | let                                                                   # LetOnce
    | WHEN condition=expression then=body (ELSE otherwise=body)?            # When
    | FOR variable=NAME IN items=expression body                            # ForEach
    | ROLLBACK name=NAME body                                               # Rollback
    ;

names
    : name+=NAME (COMMA name+=NAME)*
    ;

relation
    : op=(EQUAL | NOT_EQUAL | LESS | LESS_OR_EQUAL | GREATER | GREATER_OR_EQUAL) value=expression # Compared
    | negated=NOT? IN value=expression                                      # Contained
    ;

requireClause
    : ELSE reason=text                                                      # Otherwise
    | tail                                                                  # RequireTail
    ;

backupClause
    : VERIFIED BY RESTORE                                                   # Verified
    | KEEP number=expression                                                # Keep
    | tail                                                                  # BackupTail
    ;

restoreClause
    : FROM backup=expression                                                # FromBackup
    | tail                                                                  # RestoreTail
    ;

swapClause
    : SHA256 digest=expression                                              # SwapDigest
    | tail                                                                  # SwapTail
    ;

downloadClause
    : SHA256 digest=expression                                              # DownloadDigest
    | tail                                                                  # DownloadTail
    ;

sqlClause
    : WITH values=expression                                                # Values
    | UNDO body                                                             # SqlUndo
    | tail                                                                  # SqlTail
    ;

runClause
    : changed                                                               # RunChanges
    | FROM directory=expression                                             # From
    | WITH settings+=setting (COMMA settings+=setting)*                     # With
    | EXPECT codes+=expression (COMMA codes+=expression)*                   # Expect
    | IDEMPOTENT                                                            # Idempotent
    | where                                                                 # RunWhere
    | UNDO body                                                             # RunUndo
    | tail                                                                  # RunTail
    ;

httpClause
    : WITH headers+=header (COMMA headers+=header)*                         # Headers
    | BODY content=expression                                               # Content
    | EXPECT codes+=expression (COMMA codes+=expression)*                   # Statuses
    | changed                                                               # HttpChanges
    | UNDO body                                                             # HttpUndo
    | tail                                                                  # HttpTail
    ;

header
    : name=text ASSIGN value=expression
    ;

changed
    : CHANGES (nothing=NOTHING | names)
    ;

setting
    : name=word ASSIGN value=expression
    ;

waitClause
    : UNLESS condition=expression                                           # Unless
    | tail                                                                  # WaitTail
    ;

manualClause
    : VERIFY condition=expression                                           # Verify
    | changed                                                               # ManualChanges
    | UNDO way=text                                                         # ManualUndo
    | tail                                                                  # ManualTail
    ;

tail
    : WITHIN limit=expression                                               # Limit
    | NAMED name=NAME                                                       # Named
    | ELSE CONTINUE                                                         # OrContinue
    | RETRY times=expression EVERY pause=expression                         # Retry
    ;

expression
    : owner=expression DOT member=word                                      # Member
    | left=expression op=(TIMES | DIVIDED) right=expression                 # Product
    | left=expression PLUS right=expression                                 # Sum
    | from=expression RANGE to=expression                                   # Range
    | left=expression op=(EQUAL | NOT_EQUAL | LESS | LESS_OR_EQUAL | GREATER | GREATER_OR_EQUAL | MATCHES) right=expression # Comparison
    | left=expression negated=NOT? IN right=expression                      # Membership
    | NOT operand=expression                                                # Negation
    | left=expression AND right=expression                                  # Conjunction
    | left=expression OR right=expression                                   # Disjunction
    | name=(NAME | SHA256) LPAREN arguments? RPAREN                         # Call
    | name=NAME                                                             # Use
    | text                                                                  # TextLiteral
    | literal=(DATE | FALSE | MEASURE | PERCENT | TRUE | VERSION | WHOLE)   # Literal
    | LBRACKET (items+=expression (COMMA items+=expression)* COMMA?)? RBRACKET # Items
    | LPAREN inner=expression RPAREN                                        # Group
    ;

arguments
    : argument (COMMA argument)* COMMA?
    ;

argument
    : (name=word COLON)? value=expression
    ;

text
    : TEXT_OPEN piece* (TEXT_CLOSE | TEXT_UNCLOSED)                         # Line
    | BLOCK_OPEN piece* (BLOCK_CLOSE | BLOCK_UNCLOSED)                      # Block
    | RAW                                                                   # RawLine
    | RAW_UNCLOSED                                                          # RawUnclosed
    | RAW_BLOCK_OPEN RAW_BLOCK_PART* (RAW_BLOCK_CLOSE | RAW_BLOCK_UNCLOSED) # RawBlock
    ;

piece
    : PART                                                                  # Fixed
    | ESCAPE                                                                # Escape
    | HOLE_OPEN value=expression (HOLE_CLOSE | HOLE_UNCLOSED)               # Hole
    ;

word
    : NAME
    | ACKNOWLEDGE | AND | ARTIFACT | BACKUP | BODY | BUCKET | BY | CHANGES | CONFIG | CONFIRM | CONTINUE | DATABASE
    | DOWNLOAD | ELSE | EVERY | EXPECT | FAIL | FALSE | FILES | FOR | FROM | HTTP | IDEMPOTENT | IN | INCLUDE | INPUT
    | INPUTS | INVARIANT | KEEP | LET | MANUAL | MATCHES | MAX_LOSS | NAMED | NEUTRALISE | NOT | NOTES | NOTHING
    | NOTIFY | ON | OR | PHASE | PLACE | POINT_OF_NO_RETURN | RELEASES | REQUIRE | REQUIRE_VERSION | RESTORE | RETRY
    | ROLLBACK | RUN | RUNBOOK | SAY | SECRET | SERVICE | SET | SHA256 | SHELL | SQL | START | STEP_THROUGH | STOP
    | SWAP | SYSTEM | TO | TRUE | UNDO | UNLESS | UNSET | VERIFIED | VERIFY | VIA | WAIT | WHEN | WINDOW | WITH
    | WITHIN
    ;
