"""The labels of httpdomain's field lists, in the languages that it speaks."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

Kind: TypeAlias = Literal[
    "path",
    "query",
    "header",
    "form",
    "request",
    "request-list",
    "response",
    "response-list",
    "response-header",
    "status",
]

_LABELS: Final[dict[Kind, tuple[str, ...]]] = {
    "path": ("parameters", "paramètres", "parámetros"),
    "query": ("query parameters", "paramètres de requête", "parámetros de consulta"),
    "header": ("request headers", "en-têtes de requête", "encabezados de solicitud"),
    "form": (
        "form parameters",
        "paramètres de formulaire",
        "parámetros de formulario",
    ),
    "request": (
        "request json object",
        "json parameters",
        "objet json de requête",
        "paramètres json",
        "objeto json de solicitud",
        "parámetros json",
    ),
    "request-list": (
        "request json array of objects",
        "tableau d'objets json de requête",
        "lista de objetos json de solicitud",
    ),
    "response": (
        "response json object",
        "objet json de réponse",
        "objeto json de respuesta",
    ),
    "response-list": (
        "response json array of objects",
        "tableau d'objets json de réponse",
        "lista de objetos json de respuesta",
    ),
    "response-header": (
        "response headers",
        "en-têtes de réponse",
        "encabezados de respuesta",
    ),
    "status": ("status codes", "codes de statut", "códigos de status"),
}
_KINDS: Final[dict[str, Kind]] = {
    text: kind for kind, texts in _LABELS.items() for text in texts
}
SWAPPED: Final[dict[Kind, Kind]] = {
    "request": "response",
    "request-list": "response-list",
    "response": "request",
    "response-list": "request-list",
}


def kind_of(label: str) -> Kind | None:
    """Return what the rows below *label* are, or None when it is no known label.

    >>> kind_of("Query Parameters:")
    'query'
    """
    words = " ".join(label.split()).rstrip(": ").lower().replace("\u2019", "'")
    return _KINDS.get(words)
