"""The top of a document: its version, and what every document has."""

from __future__ import annotations

import re
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.repair import LOST, MISSING, OTHER_VERSION, VERSION
from specpress.document.rebuild import Members, like, made
from specpress.document.repair.scalars import found
from specpress.document.repair.scope import Scope, place
from specpress.document.version import short, version_of
from specpress.source import Span
from specpress.tree import Node

_WHOLE: Final = re.compile(r"3\.[012]\.\d+(-.+)?")
_OF_SWAGGER: Final = ("definitions", "host", "basePath", "produces", "consumes")
_LATEST: Final = "3.2"


def repair_root(document: Node, report: Report) -> Node:
    """Return *document* with a version, a title and paths, as far as they are missing."""
    members = _versioned(document, report)
    version, _ = version_of(like(document, members))
    members = _with_info(members, document, report)
    if version != "2.0":
        members = _with_definitions(members, version, report)
    members = _with_paths(members, document, version, report)
    return document if members == document.value else like(document, members)


def _versioned(document: Node, report: Report) -> Members:
    """Return the members of *document*, its version under the right key and whole."""
    version, at = version_of(document)
    if at is document:
        is_old = any(key in document.map for key in _OF_SWAGGER)
        version = "2.0" if is_old else "3.1"
        told = {"found": "there is no version", "version": version}
        report.add(VERSION.at(_head(document), **told))
        return {**_stamp(document, version), **document.map}
    if version.startswith("3.") and version not in ("3.0", "3.1", "3.2"):
        version = _LATEST
    if version != "2.0" and not version.startswith("3."):
        return {**document.map}
    key = "swagger" if version == "2.0" else "openapi"
    text = at.text or ""
    is_whole = text == "2.0" if key == "swagger" else _WHOLE.fullmatch(text)
    if is_whole and key in document.map:
        return {**document.map}
    told = {"found": f"the version is {found(at)}", "version": version}
    report.add(VERSION.at(at.span, **told))
    rest = {k: n for k, n in document.items() if k not in ("swagger", "openapi")}
    return {**_stamp(at, version), **rest}


def _stamp(at: Node, version: str) -> Members:
    if version == "2.0":
        return {"swagger": like(at, version)}
    return {"openapi": like(at, f"{short(version)}.0")}


def _with_info(members: Members, document: Node, report: Report) -> Members:
    """Return *members* with an ``info`` that has a title and a version."""
    info = members.get("info")
    at = document if info is None else info
    given = dict(info.map) if info is not None else {}
    for key, value in (("title", "API"), ("version", "")):
        node = given.get(key)
        if node is None or isinstance(node.value, dict | list | None):
            what = f"'{key}' in 'info'"
            instead = f"read as {value!r}"
            report.add(MISSING.at(_head(at), what=what, instead=instead))
            given[key] = made(at, value)
    if info is not None and info.is_object and given == dict(info.map):
        return members
    return {**members, "info": like(at, given)}


def _with_paths(
    members: Members, document: Node, version: str, report: Report
) -> Members:
    """Return *members* with ``paths``, where the *version* has to have them."""
    node = members.get("paths")
    if node is not None and node.is_object:
        return members
    if node is not None and node.value is not None:
        told = {"found": found(node), "wanted": "an object of paths"}
        report.add(LOST.at(place(node), **told))
        return {**members, "paths": made(node, {})}
    optional = version not in ("2.0", "3.0")
    if not optional or members.keys().isdisjoint(("components", "webhooks")):
        report.add(MISSING.at(_head(document), what="'paths'", instead="none assumed"))
        return {**members, "paths": made(document, {})}
    return members


def _with_definitions(members: Members, version: str, report: Report) -> Members:
    """Return *members* with the ``definitions`` of Swagger 2.0 among the components."""
    given = members.get("definitions")
    if given is None or not given.is_object:
        return members
    what = "'definitions' at the top"
    instead = "'components/schemas'"
    report.add(OTHER_VERSION.at(place(given), what=what, instead=instead))
    components = members.get("components")
    parts = dict(components.map) if components else {}
    schemas = parts.get("schemas")
    parts["schemas"] = like(given, {**given.map, **(schemas.map if schemas else {})})
    rest = {key: node for key, node in members.items() if key != "definitions"}
    return {**rest, "components": like(components or given, parts)}


def fix_server(members: Members, node: Node, scope: Scope) -> Members:
    """Return *members*, of a server, with a URL: that of the description, if any."""
    if "url" in members:
        return members
    told = {"what": "the URL of the server", "instead": "read as '/'"}
    scope.report.add(MISSING.at(place(node), **told))
    return {**members, "url": made(node, "/")}


def _head(node: Node) -> Span:
    """Return where to point when something is missing in *node*: at its beginning."""
    span = place(node)
    return Span(span.file, span.start, min(span.end, span.start + 1))
