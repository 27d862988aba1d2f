"""The manifest in the output folder: what was generated, from what, and by what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from specpress._version import VERSION
from specpress.config import Config
from specpress.write.plan import MANIFEST, digest

_FORMAT: Final = 1
_PACKAGE: Final = Path(__file__).resolve().parent.parent


class ManifestError(Exception):
    """The file is not a manifest that this version reads."""


class Manifest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Digests only: no path outside the folder, no date, nothing of the machine.

    *tool* and *templates* stand for specpress itself, *config* for the settings that
    have a say in the output, *inputs* and *outputs* for the files by name.
    """

    format: int = _FORMAT
    specpress: str = VERSION
    tool: str
    templates: str
    config: str
    inputs: dict[str, str]
    outputs: dict[str, str]

    def encode(self) -> bytes:
        """Return the manifest as it is written: indented JSON."""
        return msgspec.json.format(msgspec.json.encode(self), indent=2) + b"\n"


class Owned(NamedTuple):
    """A manifest that was found, and the digests of all files specpress owns there."""

    manifest: Manifest
    files: dict[str, str]


def read_manifest(root: Path) -> Owned | None:
    """Return the manifest of the output folder *root*, or None where there is none.

    Raises ManifestError when it can't be read, or names a file outside *root*.
    """
    try:
        data = (root / MANIFEST).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise ManifestError(error.strerror or str(error)) from error
    try:
        manifest = msgspec.json.decode(data, type=Manifest)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ManifestError(str(error)) from error
    if manifest.format != _FORMAT:
        raise ManifestError(f"its format is {manifest.format}, not {_FORMAT}")
    for path in manifest.outputs:
        parts = path.replace("\\", "/").split("/")
        if not all(parts) or {".", ".."} & set(parts) or ":" in path:
            raise ManifestError(f"{path!r} is no path below the folder")
    return Owned(manifest, {**manifest.outputs, MANIFEST: digest(data)})


def config_digest(config: Config) -> str:
    """Return the digest of the settings, leaving out where the input and output lie."""
    plain = msgspec.structs.replace(config, output="", sources=())
    return digest(msgspec.json.encode(plain))


def tool_digest() -> str:
    """Return the digest of specpress's own modules."""
    return tree_digest(_PACKAGE, ".py")


def templates_digest() -> str:
    """Return the digest of the template pack, from the wheel or from the checkout."""
    homes = (_PACKAGE / "_templates", _PACKAGE.parent.parent / "templates")
    home = next((h for h in homes if h.is_dir()), homes[0])
    return tree_digest(home / "python")


def tree_digest(root: Path, suffix: str = "") -> str:
    """Return the digest of the files below *root* whose names end in *suffix*."""
    total = sha256()
    for name, path in sorted(_walk(root)):
        if name.endswith(suffix):
            data = path.read_bytes()
            total.update(f"{name}\0{len(data)}\0".encode())
            total.update(data)
    return total.hexdigest()


def _walk(root: Path) -> Iterator[tuple[str, Path]]:
    """Yield the files below *root* that are no one's cache, with their names."""
    skipped = {"__pycache__", "_templates"}
    for path in root.rglob("*"):
        parts = path.relative_to(root).parts
        hidden = any(part in skipped or part.startswith(".") for part in parts)
        if path.is_file() and not hidden:
            yield "/".join(parts), path


def digests(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return the digest of each of *files*, sorted by name."""
    return {name: digest(files[name]) for name in sorted(files)}
