"""The constructor of a client: its credentials, its server and its options."""

from __future__ import annotations

from collections.abc import Sequence

from specpress.emit.python.credentials import CredentialPlan
from specpress.emit.python.docstrings import docstring
from specpress.emit.python.servers import ServerPlan
from specpress.emit.python.shape import bracketed
from specpress.emit.render import Snippet


def constructor(
    servers: ServerPlan, credentials: Sequence[CredentialPlan], prefix: str
) -> Snippet:
    """Return ``__init__`` whole, to stand at column 4."""
    items = ["self", "*"]
    for credential in credentials:
        items += credential.parameters(prefix)
    items += servers.arguments()
    items.append(f"**options: Unpack[{prefix}ClientOptions]")
    head = bracketed("def __init__(", items, ") -> None:", indent=4, hug=False)
    made = [credential.made for credential in credentials]
    table = bracketed("{", made, "}", indent=12)
    call = bracketed(
        "super().__init__(",
        [*servers.passed(), f"auth={table}", "**options"],
        ")",
        indent=8,
    )
    doc = docstring([*_said(credentials), *servers.said()], indent=8)
    return Snippet(f"{head}\n        {doc}\n        {call}")


def _said(credentials: Sequence[CredentialPlan]) -> list[str]:
    said = ["Make a client; the options are described in `ClientOptions`."]
    for credential in credentials:
        names = " and ".join(f"`{name}`" for name in credential.arguments.values())
        if credential.scheme.deprecated:
            verb = "are" if len(credential.arguments) > 1 else "is"
            said.append(f"{names} {verb} deprecated.")
        if grant := next(filter(_is_grant, credential.kind.exports), None):
            said.append(f"{names} is a token, or gets one: see `{grant}`.")
        if credential.envs:
            envs = " and ".join(f"`{name}`" for name in credential.envs.values())
            verb = "default" if len(credential.arguments) > 1 else "defaults"
            said.append(f"{names} {verb} to the environment's {envs}.")
    return said


def _is_grant(name: str) -> bool:
    return name.startswith("OAuth2") and name != "OAuth2Password"
