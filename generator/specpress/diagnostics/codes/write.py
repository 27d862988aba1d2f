"""Codes of writing the output, and of what is found where it goes."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics.model import Code, Severity

EDITED: Final = Code(
    "WRT001",
    Severity.ERROR,
    "this file was edited by hand; nothing was written (--force overwrites it)",
    "edited file",
    "The file differs from what specpress wrote, so the edit would be lost. Move the edit "
    "out (subclass the client, or keep it in a module of your own), then run again with "
    "--force to put the generated text back.",
)
FOREIGN: Final = Code(
    "WRT002",
    Severity.ERROR,
    "specpress did not write this; nothing was written ({hint})",
    "foreign file in the output folder",
    "Only files listed in the output folder's .specpress.json are replaced or removed. A new "
    "client needs an empty folder, and a generated file is never laid over one that was "
    "there before. Choose another folder, or move the files away; with --force, files in "
    "the way are overwritten and all others are left as they are.",
)
CANT_WRITE: Final = Code(
    "WRT003",
    Severity.ERROR,
    "can't write: {reason}; everything is as it was",
    "output that can't be written",
    "The operating system refused: check the permissions and the free space of the folder, "
    "and that no file stands where a folder is needed. What had been replaced already was "
    "put back.",
)
BAD_MANIFEST: Final = Code(
    "WRT004",
    Severity.ERROR,
    "not a manifest of specpress: {reason}",
    "broken manifest",
    "The file .specpress.json tells which files specpress owns. Restore it from version "
    "control; or delete it and run with --force, which then overwrites whatever lies where "
    "output goes.",
)
LINK: Final = Code(
    "WRT005",
    Severity.ERROR,
    "a symbolic link stands where output goes; nothing was written",
    "symbolic link in the output folder",
    "Writing through the link would change files elsewhere. The output folder itself may be "
    "a link; what is inside has to be files and folders. Remove the link.",
)

BUSY: Final = Code(
    "WRT006",
    Severity.ERROR,
    "another run has been writing here for {seconds:.0f} seconds; nothing was written",
    "output folder in use",
    "Runs that write to one output folder take turns. One that hangs keeps the others "
    "waiting: end it, and run again.",
)
