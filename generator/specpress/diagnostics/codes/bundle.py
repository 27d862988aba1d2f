"""Codes of references from file to file."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics.model import Code, Severity

_ALLOW: Final = (
    " What is read comes from the input folder, so that a description can't make the "
    "generator fetch or copy what it pleases. To read from elsewhere, name the host or "
    "the folder in the setting 'allow', and run 'specpress lock', which notes the hash "
    "of each file that is read from there."
)

REMOTE: Final = Code(
    "DOC111",
    Severity.ERROR,
    "the reference {ref!r} leads to {uri!r}, and nothing is read from there; {instead}",
    "reference to another host",
    "The target of this reference is not a file of the input folder." + _ALLOW,
    fidelity="dropped",
)
OUTSIDE: Final = Code(
    "DOC112",
    Severity.ERROR,
    "the reference {ref!r} leads out of the input folder, and nothing is read from "
    "there; {instead}",
    "reference out of the input folder",
    "The target of this reference, symbolic links followed, lies outside the folder "
    "that holds the inputs." + _ALLOW,
    fidelity="dropped",
)
NO_FILE: Final = Code(
    "DOC113",
    Severity.ERROR,
    "the reference {ref!r} names {uri!r}, which can't be read ({reason}); {instead}",
    "reference to a file that can't be read",
    "A path in a reference is relative to the folder of the file in which it stands. "
    "Check its spelling, and that the file is JSON or YAML.",
    fidelity="dropped",
)
NOT_LOCKED: Final = Code(
    "DOC114",
    Severity.ERROR,
    "the reference {ref!r} leads to {uri!r}, which is allowed but not in "
    "specpress.lock; {instead}",
    "file from elsewhere that is not locked",
    "What is read from outside the input folder has to be in the lock file, with its "
    "hash, so that the same settings give the same client. Run 'specpress lock', or "
    "'specpress generate --update-lock', and commit the file.",
    fidelity="dropped",
)
CHANGED: Final = Code(
    "DOC115",
    Severity.ERROR,
    "the reference {ref!r} leads to {uri!r}, which is not what specpress.lock says: "
    "its SHA-256 begins with {found}, not {expected}; {instead}",
    "file from elsewhere that has changed",
    "The file, or the copy of it in the lock file, is not the one that was locked. Look "
    "at what has changed, then run 'specpress lock'.",
    fidelity="dropped",
)
WRONG_KIND: Final = Code(
    "DOC116",
    Severity.ERROR,
    "what stands at {ref!r} is {found}, not {expected}; {instead}",
    "reference to a wrong kind of thing",
    "A reference stands for the object it points at, which has to be of the kind that "
    "is wanted where the reference stands.",
    fidelity="dropped",
)
NO_SCHEMA: Final = Code(
    "DOC128",
    Severity.WARNING,
    "what stands at {ref!r} is {found}, not a schema; {instead}",
    "reference to something that is no schema",
    "Where a schema belongs, the reference points at something of another kind that has no"
    " schema of its own, so nothing is known of the values.",
    fidelity="approximated",
)
MISPLACED: Final = Code(
    "DOC117",
    Severity.WARNING,
    "what stands at {ref!r} is {found}, not {expected}; {instead}",
    "reference to a kind of thing that is akin",
    "A reference stands for the object it points at, which has to be of the kind that "
    "is wanted where the reference stands. Here it is clear what is meant.",
    fidelity="repaired",
)
RENAMED: Final = Code(
    "DOC118",
    Severity.NOTE,
    "{name!r} is the name of something else too; this is called {new!r}",
    "two files define one name",
    "Files are put together into one document, in which a name is given once. The new "
    "name is made from the file's, so it stays the same when files are added.",
)
MOVED_BASE: Final = Code(
    "DOC119",
    Severity.NOTE,
    "by '$id' or '$self' the reference {ref!r} means {uri!r}, of which nothing is known; reading "
    "the file {file!r} beside this one",
    "reference that '$id' leads elsewhere",
    "An $id changes what references are relative to (JSON Schema 2020-12, 8.2.1), and "
    "so does $self (OpenAPI 3.2, 4.1.2.2.1). "
    "Where no schema has the URI they then lead to, the file's own place counts.",
    fidelity="repaired",
)
DYNAMIC: Final = Code(
    "DOC120",
    Severity.WARNING,
    "beyond {ref!r} the dynamic anchor {name!r} means this schema; there the one that "
    "is nearest is used",
    "dynamic reference through a property",
    "A $dynamicRef means another schema depending on which way leads to it. It is "
    "followed for those who extend a schema by $ref, allOf, anyOf or oneOf; through "
    "properties and items the schema is taken as it is written.",
    fidelity="approximated",
)
BOTH: Final = Code(
    "DOC121",
    Severity.WARNING,
    "{key!r} stands beside '$ref' and in what it points at; the one beside it is used",
    "path item that says the same thing twice",
    "OpenAPI leaves open which one counts when a field of a path item stands both "
    "beside its $ref and in its target.",
    fidelity="repaired",
)
THROUGH: Final = Code(
    "DOC122",
    Severity.NOTE,
    "the reference {ref!r} goes through another reference; what that one points at is "
    "taken for its place",
    "reference through a reference",
    "A JSON Pointer names a place in the document as it is written, where a $ref has no "
    "members. Point at the target itself.",
    fidelity="repaired",
)
TOO_DEEP: Final = Code(
    "DOC123",
    Severity.ERROR,
    "what {ref!r} points at would nest more than {limit} levels deep here; {instead}",
    "files that nest too deeply",
    "The target of this reference has to stand in its place, and is too deep for that. "
    "Put the inner parts below 'components', and point there.",
    fidelity="dropped",
)
OF_ENTRY: Final = Code(
    "DOC124",
    Severity.WARNING,
    "nothing is defined at {ref!r} in this file; reading it as a place in {file!r}",
    "reference to a place in another file",
    "A reference that begins with '#' is about the file in which it stands. To refer to "
    "a place in another file, write that file's path before the '#'.",
    fidelity="repaired",
)
NO_POINTER: Final = Code(
    "DOC125",
    Severity.WARNING,
    "nothing is at {ref!r}; reading it as {meant!r}",
    "reference that misses",
    "A reference to a place in the same file is '#' and a JSON Pointer, such as "
    "'#/components/schemas/Pet'. Without the '#' it is the name of a file. Names differ "
    "by case.",
    fidelity="repaired",
)
