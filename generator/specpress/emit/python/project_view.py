"""View of the client's ``pyproject.toml``."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from typing import Final

from specpress.config import Config
from specpress.emit.prose import plain_text
from specpress.emit.render import Snippet
from specpress.ir.nodes import Api

REQUIREMENTS: Final = {"httpx2": "httpx2>=2.12,<3", "httpx": "httpx>=0.28,<1"}
"""The requirement of each HTTP library that a client can be made for."""

_PEP440: Final = re.compile(
    r"v?(\d+!)?\d+(\.\d+)*([-_.]?(a|b|c|rc|alpha|beta|pre|preview)[-_.]?\d*)?"
    r"([-_.]?(post|rev|r)[-_.]?\d*|-\d+)?([-_.]?dev[-_.]?\d*)?"
    r"(\+[a-z0-9]+([-_.][a-z0-9]+)*)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ProjectView:
    """The values of the file, each as TOML."""

    name: Snippet
    version: Snippet
    description: Snippet
    package: Snippet
    http: Snippet


def project_view(api: Api, config: Config) -> ProjectView:
    """Return the view for *api*: names by PEP 503, versions by PEP 440."""
    title = plain_text(api.title) or config.package
    return ProjectView(
        name=toml(config.package.replace("_", "-").strip("-") or "client"),
        version=toml(version_of(api.version)),
        description=toml(f"Client of {title}."[:200].replace("\n", " ")),
        package=toml(config.package),
        http=toml(REQUIREMENTS[config.transport]),
    )


def version_of(text: str) -> str:
    """Return *text* when it is a version, else one made from its hash (PEP 440).

    >>> version_of("1.2.0-beta"), version_of("v1.0-SNAPSHOT+2024")
    ('1.2.0-beta', '0.0.0+02a1a2f3')
    """
    if _PEP440.fullmatch(text.strip()):
        return text.strip()
    return f"0.0.0+{hashlib.sha256(text.encode()).hexdigest()[:8]}"


def toml(text: str) -> Snippet:
    """Return *text* as a TOML basic string."""
    return Snippet(json.dumps(text, ensure_ascii=True))
