"""Codes of the configuration and of the command line's inputs."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics.model import Code, Severity

NO_CONFIG: Final = Code(
    "CFG001",
    Severity.ERROR,
    "no specpress.toml, and no [tool.specpress] in a pyproject.toml, in {folder!r} or "
    "above it; run 'specpress init', or give pages with -o and --package",
    "no configuration",
    "Without pages on the command line, specpress reads specpress.toml or the table "
    "[tool.specpress] of pyproject.toml, in the current folder or the nearest one above "
    "it. Make one with 'specpress init', name one with --config, or do a one-off run: "
    "specpress generate PAGE -o OUT --package NAME.",
)
NOT_TOML: Final = Code(
    "CFG002",
    Severity.ERROR,
    "not TOML: {reason}",
    "configuration that is not TOML",
    "The file could not be read as TOML 1.0. The place is where the reader gave up: look "
    "for a missing quote or bracket there or on the line before.",
)
UNKNOWN_SETTING: Final = Code(
    "CFG003",
    Severity.ERROR,
    "unknown setting {name!r}; {hint}",
    "unknown setting",
    "Unknown keys are refused, so that a typing error cannot silently turn a setting off. "
    "'specpress schema config' prints the JSON Schema of all settings.",
)
WRONG_VALUE: Final = Code(
    "CFG004",
    Severity.ERROR,
    "{path} has to be {expected}, not {got}",
    "setting with a wrong value",
    "'specpress schema config' prints the JSON Schema of all settings: compare the value "
    "with it.",
)
MISSING_SETTING: Final = Code(
    "CFG005",
    Severity.ERROR,
    "{path} is missing",
    "missing setting",
    "Each client needs package, output and sources. On the command line these are "
    "--package, -o and the pages. An API key needs the name of its header, query "
    "parameter or cookie.",
)
BAD_PACKAGE: Final = Code(
    "CFG006",
    Severity.ERROR,
    "{name!r} can't be the package's name: {reason}",
    "bad package name",
    "The package is imported under this name: it has to be an ASCII identifier, no keyword, "
    "and not the name of a module of the standard library or of one that the client "
    "itself imports.",
)
UNKNOWN_CLIENT: Final = Code(
    "CFG007",
    Severity.ERROR,
    "no client is called {name!r}; {hint}",
    "unknown client",
    "Without -o, what follows the command are names of clients, that is the packages in the "
    "configuration. To generate from pages without a configuration give -o and --package.",
)
NO_SUCH_SOURCE: Final = Code(
    "CFG008",
    Severity.ERROR,
    "{path!r} is neither a page, nor a folder, nor a pattern that matches anything",
    "missing source",
    "Sources are files, folders or glob patterns. In a configuration file they are relative "
    "to it, on the command line to the current folder.",
)
NO_PAGES: Final = Code(
    "CFG009",
    Severity.ERROR,
    "no page in folder {path!r}; looked for {suffixes}",
    "folder without pages",
    "In a folder, and in the folders below it, every file with one of these suffixes is read "
    "as a page; hidden folders are left out. Name the files themselves when they end "
    "otherwise.",
)
OVERLAP: Final = Code(
    "CFG010",
    Severity.ERROR,
    "the output {output!r} and the input {source!r} lie inside one another; nothing was "
    "written",
    "output inside the input, or the reverse",
    "Generated files would be read as input by the next run, or the input replaced by "
    "output. Choose an output folder that neither holds a source nor lies in one; symbolic "
    "links are followed.",
)
SAME_OUTPUT: Final = Code(
    "CFG011",
    Severity.ERROR,
    "clients {first!r} and {second!r} share {what}",
    "clients that write over one another",
    "Each client has a package name and an output folder of its own, and no output folder "
    "lies inside another's.",
)
UNREADABLE: Final = Code(
    "CFG012",
    Severity.ERROR,
    "can't read {path!r}: {reason}",
    "unreadable file or folder",
    "The operating system refused: check the permissions of the file and of the folders "
    "above it.",
)
UNKNOWN_SCHEME: Final = Code(
    "CFG013",
    Severity.ERROR,
    "security names the scheme {name!r}; {hint}",
    "requirement of an unknown scheme",
    "Every name in security has to be a key of auth, such as [client.auth.basic].",
)
BAD_FLAG: Final = Code(
    "CFG014",
    Severity.ERROR,
    "{flag} {value!r}: {reason}",
    "bad flag",
    "'specpress generate --help' shows how each flag is written.",
)
NOT_IR: Final = Code(
    "CFG015",
    Severity.ERROR,
    "not the IR of this version of specpress: {reason}",
    "file that is not the IR",
    "Make the file with 'specpress inspect --format json' of the same version, and keep to "
    "the JSON Schema that 'specpress schema ir' prints.",
)
NO_SUCH_FILE: Final = Code(
    "CFG016",
    Severity.ERROR,
    "nothing called {name!r} is generated; {hint}",
    "unknown file for --stdout",
    "The name is a path below the output folder. 'specpress generate --dry-run' lists them.",
)
BAD_LOCK: Final = Code(
    "CFG030",
    Severity.ERROR,
    "not a lock file of this version of specpress: {reason}",
    "broken lock file",
    "'specpress lock' writes specpress.lock, beside the configuration. Take the file away "
    "and run it again.",
)
