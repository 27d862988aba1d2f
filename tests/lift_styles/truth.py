"""A description cut down to what a hand-made page shows a reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
FORMATS = (
    "int64",
    "double",
    "date",
    "date-time",
    "uuid",
    "uri",
    "email",
    "binary",
    "byte",
)
_KINDS = ("string", "integer", "number", "boolean", "array", "object")
_DEEPEST = 3


def text(value: Any) -> str:
    """Return *value*, prose in any markup, as one line of plain words."""
    said = re.sub(r"```.*?```", " ", str(value or ""), flags=re.DOTALL)
    said = re.sub(r"<[^<>]*>|[*`#|>~]|!?\[([^\]]*)\]\([^)]*\)", r" \1 ", said)
    said = re.sub(r"(?<!\w)_|_(?!\w)", " ", said.replace("\\", " "))
    return re.sub(r"\s+", " ", said).strip()


def follow(doc: Json, node: Any) -> Any:
    """Return what *node* points at, or itself."""
    seen = set()
    while isinstance(node, dict) and isinstance(node.get("$ref"), str):
        if node["$ref"] in seen or not node["$ref"].startswith("#/"):
            return {}
        seen.add(node["$ref"])
        for part in node["$ref"][2:].split("/"):
            if part == node["$ref"][2:].split("/")[0]:
                target: Any = doc
            target = target.get(part.replace("~1", "/").replace("~0", "~"), {})
        node = target
    return node


class Cut:
    """Cuts a description down. With *objects*, named ones get sections of their own."""

    def __init__(self, doc: Json, *, objects: bool) -> None:
        self.doc = doc
        self.objects = objects
        self.sections: dict[str, Json] = {}

    def schema(self, node: Any, depth: int = 0, trail: tuple[str, ...] = ()) -> Json:
        """Return the schema *node* in what words of types can say."""
        if not isinstance(node, dict):
            return {}
        ref = node.get("$ref")
        if isinstance(ref, str):
            return self._reference(ref, depth, trail)
        node = self._merged(node)
        variants = node.get("oneOf") or node.get("anyOf")
        if variants:
            return self._union(variants, node, depth, trail)
        out: Json = {}
        kind, null = _kind(node)
        if kind:
            out["type"] = [kind, "null"] if null else kind
        if node.get("format") in FORMATS and (kind, node["format"]) in _FITTING:
            out["format"] = node["format"]
        enum = [
            v
            for v in node.get("enum") or ()
            if isinstance(v, str | int) and not isinstance(v, bool)
        ]
        if (
            enum
            and kind in ("string", "integer")
            and all(_sayable(v) for v in enum)
            and len({type(v) for v in enum}) == 1
        ):
            out["enum"] = list(dict.fromkeys(enum))
            out.pop("format", None)
        elif kind in _LIMITS and not out.get("format"):
            low, high = _LIMITS[kind]
            if (
                isinstance(node.get(low), int)
                and isinstance(node.get(high), int)
                and 0 <= node[low] < node[high]
                and not isinstance(node.get(low), bool)
                and "exclusiveMinimum" not in node
            ):
                out[low], out[high] = node[low], node[high]
        if kind == "array":
            out["items"] = self.schema(node.get("items"), depth + 1, trail)
            out["items"].pop("description", None)
            if null or (
                "type" in out["items"] and isinstance(out["items"]["type"], list)
            ):
                out["type"] = "array"
                if isinstance(out["items"].get("type"), list):
                    out["items"]["type"] = out["items"]["type"][0]
            for limit in ("minLength", "maxLength", "minimum", "maximum"):
                out["items"].pop(limit, None)
        if kind == "object":
            self._object(node, out, depth, trail)
        if text(node.get("description")):
            out["description"] = text(node["description"])
        return out

    def _object(
        self, node: Json, out: Json, depth: int, trail: tuple[str, ...]
    ) -> None:
        properties = {
            k: v
            for k, v in (node.get("properties") or {}).items()
            if re.fullmatch(r"[A-Za-z_@$][\w$-]*", k)
        }
        extra = node.get("additionalProperties")
        if properties and depth < _DEEPEST:
            out["type"] = "object"
            out["properties"] = {
                k: self.schema(v, depth + 1, trail) for k, v in properties.items()
            }
            required = [k for k in node.get("required") or () if k in properties]
            if required:
                out["required"] = required
        elif isinstance(extra, dict) and extra and not properties:
            value = self.schema(extra, _DEEPEST, trail)
            value.pop("description", None)
            if set(value) == {"type"} and value["type"] in (
                "string",
                "integer",
                "number",
                "boolean",
            ):
                out["type"] = "object"
                out["additionalProperties"] = value

    def _reference(self, ref: str, depth: int, trail: tuple[str, ...]) -> Json:
        if ref in trail:
            return {"type": "object"} if not self.objects else {"$ref": ref}
        name = ref.rsplit("/", 1)[-1]
        target = follow(self.doc, {"$ref": ref})
        if not self.objects:
            return self.schema(target, depth, (*trail, ref))
        if name in self.sections:
            return {"$ref": ref}
        merged = self._merged(target) if isinstance(target, dict) else {}
        plain = re.fullmatch(r"[A-Z][A-Za-z0-9]*", name)
        shown = merged.get("properties") or merged.get("oneOf") or merged.get("anyOf")
        if not plain or not shown or name.lower() in _TAKEN:
            return self.schema(target, depth, (*trail, ref))
        self.sections[name] = {}
        made = self.schema(
            {k: v for k, v in merged.items() if k != "$ref"}, 0, (*trail, ref)
        )
        if not made.get("properties") and "oneOf" not in made:
            del self.sections[name]
            return made
        self.sections[name] = made
        return {"$ref": ref}

    def _union(
        self, variants: list[Any], node: Json, depth: int, trail: tuple[str, ...]
    ) -> Json:
        found: list[Json] = []
        for each in variants:
            one = self.schema(each, _DEEPEST, trail)
            one.pop("description", None)
            simple = set(one) <= {"type", "format", "$ref"} and isinstance(
                one.get("type", ""), str
            )
            if (
                simple
                and one
                and one not in found
                and one.get("type") not in ("array", "object")
            ):
                found.append(one)
        out: Json = (
            {} if not found else found[0] if len(found) == 1 else {"oneOf": found}
        )
        if "$ref" in out or len(found) < len(variants):
            out = {"oneOf": found} if len(found) > 1 else {**out}
        if text(node.get("description")):
            out = {**out, "description": text(node["description"])}
        return out

    def _merged(self, node: Json) -> Json:
        if "allOf" not in node:
            return node
        out = {k: v for k, v in node.items() if k != "allOf"}
        for part in node["allOf"]:
            part = self._merged(follow(self.doc, part) or {})
            for key, value in part.items():
                if key == "properties":
                    out[key] = {**value, **out.get(key, {})}
                elif key == "required" and isinstance(value, list):
                    out[key] = [
                        *out.get(key, []),
                        *(v for v in value if v not in out.get(key, [])),
                    ]
                else:
                    out.setdefault(key, value)
        return out


_TAKEN = frozenset(
    "error errors list object file date map set token value id url link status any enum binary number integer string boolean array record currency time switch flag count metadata money text select choice".split()
)
_LIMITS = {"string": ("minLength", "maxLength"), "integer": ("minimum", "maximum")}
_FITTING = {
    ("integer", "int64"),
    ("number", "double"),
    ("string", "date"),
    ("string", "date-time"),
    ("string", "uuid"),
    ("string", "uri"),
    ("string", "email"),
    ("string", "binary"),
    ("string", "byte"),
}


def _sayable(value: Any) -> bool:
    return isinstance(value, int) or re.fullmatch(r"[A-Za-z][\w.-]*", value) is not None


def _kind(node: Json) -> tuple[str, bool]:
    kind = node.get("type")
    null = node.get("nullable") is True
    if isinstance(kind, list):
        null = null or "null" in kind
        kinds = [k for k in kind if k != "null"]
        kind = kinds[0] if len(kinds) == 1 else ""
    if not kind and node.get("properties"):
        kind = "object"
    return (kind if kind in _KINDS else ""), bool(
        null and kind in ("string", "integer", "number", "boolean")
    )


def visible(doc: Json, *, objects: bool, limit: int = 1000) -> Json:
    """Return the description *doc* as a page can show it: what is scored against."""
    cut = Cut(doc, objects=objects)
    paths: Json = {}
    for path, method, operation, parameters in operations(doc):
        if sum(map(len, paths.values())) >= limit:
            break
        if not re.fullmatch(r"(?:/[\w.~{}-]+)+/?|/", path) or "}{" in path:
            continue
        made = _operation(cut, path, method, operation, parameters)
        paths.setdefault(path, {})[method] = made
    schemas = {name: made for name, made in cut.sections.items() if made}
    servers = doc.get("servers") or [
        {
            "url": f"https://{doc.get('host', 'api.example.com')}{doc.get('basePath', '')}"
        }
    ]
    url = str(servers[0].get("url", ""))
    if not re.fullmatch(r"https://[\w.-]+(?:/[\w.-]+)*/?", url):
        url = "https://api.example.com"
    title = text((doc.get("info") or {}).get("title")) or "API"
    return {
        "openapi": "3.1.0",
        "info": {"title": title, "version": "1"},
        "servers": [{"url": url.rstrip("/")}],
        "paths": paths,
        "components": {"schemas": schemas},
    }


def operations(doc: Json) -> Iterator[tuple[str, str, Json, list[Json]]]:
    """Yield path, method, operation and parameters of all operations of *doc*."""
    for path, item in (doc.get("paths") or {}).items():
        item = follow(doc, item)
        for method in METHODS:
            if isinstance(item, dict) and method in item:
                operation = item[method]
                both = [
                    *(item.get("parameters") or ()),
                    *(operation.get("parameters") or ()),
                ]
                found = [follow(doc, p) for p in both]
                yield path, method, operation, [
                    p for p in found if isinstance(p, dict) and "name" in p
                ]


def _operation(
    cut: Cut, path: str, method: str, operation: Json, parameters: list[Json]
) -> Json:
    made: Json = {}
    name = operation.get("operationId")
    summary = text(operation.get("summary")).rstrip(".")
    if (
        summary
        and 1 < len(summary.split()) < 9
        and not re.search(
            r"[/:{}<>%()\[\]]|\b(?:GET|PUT|POST|DELETE|PATCH|HEAD)\b", summary
        )
    ):
        made["summary"] = summary
    if name and re.fullmatch(r"[a-z][A-Za-z0-9]*(?:[._][A-Za-z0-9]+)*", name):
        made["operationId"] = name
    (
        made.setdefault(
            "operationId", re.sub(r"\W+", "_", f"{method}_{path}").strip("_").lower()
        )
        if "summary" not in made
        else None
    )
    if text(operation.get("description")):
        made["description"] = text(operation["description"])
    listed: dict[tuple[str, str], Json] = {}
    for parameter in parameters:
        where = parameter.get("in")
        inside = f"{{{parameter['name']}}}" in path
        if where not in ("path", "query", "header") or (
            (where == "path") != inside and where == "path"
        ):
            continue
        if inside and where != "path":
            continue
        if where == "header" and parameter["name"].lower() in (
            "content-type",
            "accept",
            "authorization",
        ):
            continue
        if not re.fullmatch(r"[A-Za-z_$][\w.$-]*(?:\[\w*\])*", parameter["name"]):
            continue
        listed[where, parameter["name"]] = _parameter(cut, parameter, where)
    for name_ in re.findall(r"\{([^{}]+)\}", path):
        listed.setdefault(
            ("path", name_),
            {
                "name": name_,
                "in": "path",
                "required": True,
                "schema": {"type": "string"},
            },
        )
    if listed:
        made["parameters"] = sorted(
            listed.values(), key=lambda p: ("path", "query", "header").index(p["in"])
        )
    if (body := _body(cut, operation, method)) is not None:
        made["requestBody"] = body
    made["responses"] = {}
    for status, response in (operation.get("responses") or {}).items():
        response = follow(cut.doc, response)
        if re.fullmatch(r"[1-5](?:\d\d|XX)|default", str(status)):
            shown: Json = {"description": text(response.get("description"))}
            media = next(
                (
                    m
                    for m in response.get("content") or ()
                    if re.fullmatch(r"[\w/.+-]+", m)
                ),
                None,
            )
            if media:
                shown["content"] = {media: {}}
            made["responses"][str(status)] = shown
    return made


def _parameter(cut: Cut, parameter: Json, where: str) -> Json:
    inline = Cut(cut.doc, objects=False)
    schema = inline.schema(
        parameter.get("schema")
        or {
            k: v
            for k, v in parameter.items()
            if k in ("type", "items", "enum", "format")
        },
        _DEEPEST,
    )
    if not isinstance(schema.get("type"), str):
        schema = {"type": "string"}
    schema = {
        k: v
        for k, v in schema.items()
        if k
        in (
            "type",
            "format",
            "enum",
            "items",
            "minimum",
            "maximum",
            "minLength",
            "maxLength",
        )
    }
    said = text(parameter.get("description"))
    made = {
        "name": parameter["name"],
        "in": where,
        "required": bool(parameter.get("required")) or where == "path",
        "schema": schema,
    }
    if said:
        made["description"] = said
    return made


def _body(cut: Cut, operation: Json, method: str) -> Json | None:
    body = follow(cut.doc, operation.get("requestBody"))
    content = (body or {}).get("content") or {}
    media = next((m for m in content if re.fullmatch(r"[\w/.+-]+", m)), None)
    if media is None or method in ("get", "head"):
        return None
    schema = cut.schema(content[media].get("schema") or {})
    if "$ref" in schema:  # a body's fields are listed with the operation
        target = follow(cut.doc, schema)
        named = Cut(cut.doc, objects=cut.objects)
        named.sections = cut.sections
        inner = named._merged(target)
        flat = named.schema(
            {k: v for k, v in inner.items() if k != "description"}, 0, (schema["$ref"],)
        )
        if flat.get("properties"):
            schema = flat
    schema.pop("description", None)
    whole = schema.get("type") == "array" or "oneOf" in schema or "$ref" in schema
    if not schema.get("properties") and not (whole and _is_short(schema)):
        return None
    return {"required": True, "content": {media: {"schema": schema}}}


def _is_short(schema: Json) -> bool:
    if "$ref" in schema:
        return True
    items = schema.get("items") or {}
    return schema.get("type") == "array" and (
        "$ref" in items
        or (set(items) == {"type"} and items["type"] in ("string", "integer"))
    )
