"""A user's module, as type checkers see it beside an emitted client."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support.clients import GENERATED, findings

USER = """
from __future__ import annotations

from twilio_call import ApiError, AsyncClient, Client
from twilio_call.models import CreateCallRequest


def ring(client: Client) -> object:
    return client.create_call(
        account_sid="AC" + "0" * 32,
        to="+15558675310",
        from_="+15017122661",
        status_callback_event=["initiated"],
        method="GET",
        timeout=30,
        request_timeout=None,
    )


async def ring_later(client: AsyncClient) -> object:
    try:
        return await client.create_call(account_sid="AC", to="a", from_="b")
    except ApiError as error:
        return error.status


body = CreateCallRequest(to="+15558675310", from_="+15017122661")
"""

BOOKS = "from kestrel_library import Client\nClient().list_books"
CALL = "from twilio_call import Client\nClient().create_call"
MISTAKES = {
    "a name that the package does not have": "from twilio_call import Cleint",
    "a model that there is not": "from twilio_call.models import CreateCallReqest",
    "a required argument left out": f'{CALL}(account_sid="", to="")',
    "an unknown argument": f'{CALL}(account_sid="", to="", from_="", form="")',
    "another type": f'{CALL}(account_sid="", to="", from_="", timeout="30")',
    "a value not allowed": f'{CALL}(account_sid="", to="", from_="", method="TRACE")',
    "an unknown argument or option": f"{BOOKS}(limt=1)",
    "another type of an option": f"{BOOKS}(extra_headers=1)",
    "a required field left out": (
        'from twilio_call.models import CreateCallRequest\nCreateCallRequest(to="")'
    ),
}


@pytest.fixture
def user(tmp_path: Path) -> Path:
    """A folder with two emitted clients, for a module that uses them."""
    ignore = shutil.ignore_patterns("__pycache__")
    for name in ("twilio-call/twilio_call", "library/kestrel_library"):
        package = GENERATED / name
        shutil.copytree(package, tmp_path / package.name, ignore=ignore)
    return tmp_path


@pytest.mark.parametrize("tool", ["mypy", "pyright"])
def test_user_code_is_accepted(user: Path, tool: str) -> None:
    """Code that uses client, models and errors as documented type-checks strictly."""
    (user / "app.py").write_text(USER, "utf-8")

    assert findings(tool, user) == ""


@pytest.mark.parametrize("tool", ["mypy", "pyright"])
def test_mistakes_are_found(user: Path, tool: str) -> None:
    """Each of a user's mistakes is an error in the module that makes it."""
    for number, code in enumerate(MISTAKES.values()):
        (user / f"mistake{number}.py").write_text(f"{code}\n", "utf-8")
    said = findings(tool, user).splitlines()

    for number, mistake in enumerate(MISTAKES):
        here = [line for line in said if f"mistake{number}.py" in line]
        assert any("error" in line for line in here), mistake
    assert not [line for line in said if "error:" in line and "mistake" not in line]
