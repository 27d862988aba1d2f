"""Checking an overlay: its version, the official JSON Schema, and what it extends."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote, urlsplit

import jsonschema_rs

from specpress.diagnostics import Report
from specpress.diagnostics.codes.overlay import (
    INVALID,
    NEWER,
    OTHER_DOCUMENT,
    VERSION,
)
from specpress.document.places import nearest
from specpress.tree import Node, join

_SCHEMAS: Final = {"1.0": "overlay-1.0.json", "1.1": "overlay-1.1.json"}
_VERSION: Final = re.compile(r"(\d+\.\d+)\.\d+")
_CUT: Final = 160  # a message may quote the whole value


def check_overlay(overlay: Node, document: Node, report: Report) -> bool:
    """Return whether *overlay* can be applied, having reported why not.

    One of 1.0 that is valid by the rules of 1.1 can be, with a note, as can one that
    says to be for another file than *document*.
    """
    version = overlay.get_text("overlay") or ""
    feature = (_VERSION.fullmatch(version) or [version, ""])[1]
    if feature and feature not in _SCHEMAS:
        report.add(VERSION.at(overlay.map["overlay"].span, version=version))
        return False
    errors = _errors(overlay, feature if feature in _SCHEMAS else "1.0")
    if errors and feature == "1.0" and not _errors(_renamed(overlay, "1.1.0"), "1.1"):
        place, reason = errors[0]
        what = f"this ({reason[:1].lower()}{reason[1:]})"
        report.add(NEWER.at(nearest(overlay, place), what=what))
    else:
        for place, reason in errors:
            values = {"pointer": join(place), "reason": reason}
            report.add(INVALID.at(nearest(overlay, place), **values))
        if errors:
            return False
    _check_extends(overlay, document, report)
    return True


def _errors(overlay: Node, version: str) -> list[tuple[Sequence[str | int], str]]:
    """Return the places where *overlay* breaks the schema of *version*, and how."""
    return [
        (tuple(error.instance_path), error.message[:_CUT])
        for error in _validator(_SCHEMAS[version]).iter_errors(overlay.plain())
    ]


def _renamed(overlay: Node, version: str) -> Node:
    """Return *overlay* as one of *version*."""
    return Node({**overlay.map, "overlay": Node(version)}, overlay.span)


def _check_extends(overlay: Node, document: Node, report: Report) -> None:
    """Note that *overlay* extends another file; only the names can be compared."""
    extends = overlay.get("extends")
    if extends is None or extends.text is None or not document.span.file:
        return
    wanted = PurePosixPath(unquote(urlsplit(extends.text).path)).name
    if wanted and wanted != PurePosixPath(document.span.file).name:
        values = {"extends": extends.text, "document": document.span.file}
        report.add(OTHER_DOCUMENT.at(extends.span, **values))


@lru_cache(maxsize=2)
def _validator(name: str) -> jsonschema_rs.Draft202012Validator:
    text = (files("specpress.document") / "schemas" / name).read_text("utf-8")
    return jsonschema_rs.Draft202012Validator(json.loads(text))
