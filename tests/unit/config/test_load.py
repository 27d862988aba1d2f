"""From configuration files and flags to the settings of clients."""

from __future__ import annotations

import jsonschema
import pytest

from specpress.config import ApiKey, Basic, Config
from specpress.config.load import Table, bad_package, make_config, merge, read_tables
from specpress.config.schema import schema
from specpress.diagnostics import Report
from specpress.diagnostics.render import render
from specpress.source import Source

GOOD = """\
base_url = "https://api.example.com"
transport = "httpx"

[[client]]
package = "one"
output = "out/one"
sources = ["pages"]

[client.auth.main]
type = "api-key"
name = "X-Key"

[[client]]
package = "two"
output = "out/two"
sources = ["a.html", "b.html"]
transport = "httpx2"
security = [["basic"]]
auth.basic = { type = "basic" }
operations.Get.name = "fetch"
"""


def _load(text: str, *, pyproject: bool = False) -> tuple[list[Config | None], str]:
    """Return the settings in *text*, and the diagnostics as they are printed."""
    report = Report()
    source = Source("specpress.toml", text)
    tables = read_tables(source, report, pyproject=pyproject)
    configs = [make_config(table, {}, report) for table in tables]
    lines = [render(d, {source.name: source}).splitlines()[0] for d in report]
    return configs, "\n".join(lines)


def test_shared_settings_and_clients() -> None:
    """Settings at the top hold for every client that does not set them itself."""
    (one, two), said = _load(GOOD)

    assert said == ""
    assert one is not None
    assert two is not None
    assert (one.package, one.transport) == ("one", "httpx")
    assert one.auth == {"main": ApiKey(name="X-Key")}
    assert (two.transport, two.base_url) == ("httpx2", "https://api.example.com")
    assert two.auth == {"basic": Basic()}
    assert two.security == (("basic",),)
    assert two.operations["Get"].name == "fetch"


def test_pyproject() -> None:
    """In pyproject.toml the settings are those of [tool.specpress]."""
    lines = [
        line.replace("[client", "[tool.specpress.client") for line in GOOD.split("\n")
    ]
    text = "[project]\nname = 'x'\n[tool.specpress]\n" + "\n".join(lines)

    assert _load(text, pyproject=True) == _load(GOOD)


@pytest.mark.parametrize("text", ["", "tool = 1", "[tool.other]\nx = 1"])
def test_pyproject_without_settings(text: str) -> None:
    """A pyproject.toml that does not configure specpress is said to lack its table."""
    configs, said = _load(text, pyproject=True)

    assert configs == []
    assert said == "specpress.toml:1:1: error[CFG005]: [tool.specpress] is missing"


def test_nested_too_deeply() -> None:
    """A document that nests beyond all measure is refused, not a crash."""
    _, said = _load("a = " + "[" * 100_000)

    assert said.startswith("specpress.toml:1:")
    assert "error[CFG002]: not TOML: " in said


def test_the_good_example_meets_the_schema() -> None:
    """The published JSON Schema accepts what is accepted, and refuses unknown keys."""
    import tomllib

    data = tomllib.loads(GOOD)
    jsonschema.validate(data, schema())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data | {"bas_url": ""}, schema())


CLIENT = 'package = "one"\noutput = "o"\nsources = ["p"]\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            CLIENT + 'bas_url = "x"',
            (
                "specpress.toml:4:1: error[CFG003]: unknown setting 'bas_url'; did you mean "
                "'base_url'?"
            ),
        ),
        (
            CLIENT + '[auth.main]\ntype = "basic"\nuser_env = "x"',
            (
                "specpress.toml:6:1: error[CFG003]: unknown setting 'user_env'; did you mean "
                "'username_env'?"
            ),
        ),
        (
            CLIENT + 'auth.main = {type = "basc"}',
            (
                "specpress.toml:4:21: error[CFG004]: auth.main.type has to be 'basic' or "
                "'digest' or 'bearer' or 'http' or 'api-key' or 'mutual-tls' or "
                "'oauth2', not 'basc'"
            ),
        ),
        (
            CLIENT + "auth.main = {}",
            "specpress.toml:4:13: error[CFG005]: auth.main.type is missing",
        ),
        (
            CLIENT + 'auth.main = {type = "api-key"}',
            "specpress.toml:4:13: error[CFG005]: auth.main.name is missing",
        ),
        (
            CLIENT + "tests = 1",
            (
                "specpress.toml:4:9: error[CFG004]: tests has to be true or false, not a "
                "number"
            ),
        ),
        (
            CLIENT + 'security = [["a", 1]]',
            (
                "specpress.toml:4:19: error[CFG004]: security[0][1] has to be a string, not "
                "a number"
            ),
        ),
        (
            CLIENT + 'security = "a"',
            "specpress.toml:4:12: error[CFG004]: security has to be an array, not 'a'",
        ),
        (
            CLIENT + "operations = 2024-01-01",
            (
                "specpress.toml:4:14: error[CFG004]: operations has to be a table, not a date "
                "or time"
            ),
        ),
        (
            CLIENT + 'grouping = "tags"',
            (
                "specpress.toml:4:12: error[CFG004]: grouping has to be 'auto' or 'flat' or 'path' or "
                "'tag', not 'tags'"
            ),
        ),
        (
            CLIENT + 'base_url = "ftp://x"',
            (
                "specpress.toml:4:12: error[CFG004]: base_url has to be an http or https URL "
                "without a query, not 'ftp://x'"
            ),
        ),
        (
            CLIENT + 'base_url = "http://[x"',
            (
                "specpress.toml:4:12: error[CFG004]: base_url has to be an http or https URL "
                "without a query, not 'http://[x'"
            ),
        ),
        (
            CLIENT + 'security = [["bas"]]\nauth.basic = {type = "basic"}',
            (
                "specpress.toml:4:14: error[CFG013]: security names the scheme 'bas'; did you "
                "mean 'basic'?"
            ),
        ),
        (
            CLIENT.replace("one", "class"),
            (
                "specpress.toml:1:11: error[CFG006]: 'class' can't be the package's name: it "
                "is a keyword"
            ),
        ),
        (
            "[[client]]\n" + CLIENT.replace("output", "#"),
            "specpress.toml:1:1: error[CFG005]: output is missing",
        ),
        (
            "client = 3",
            (
                "specpress.toml:1:10: error[CFG004]: client has to be [[client]] tables, not "
                "something else"
            ),
        ),
        ("client = []", "specpress.toml:1:1: error[CFG005]: [[client]] is missing"),
        (
            'package = "p"\noutput = "o"',
            "specpress.toml:1:1: error[CFG005]: sources is missing",
        ),
        ("a = ]", "specpress.toml:1:5: error[CFG002]: not TOML: invalid value"),
        ("a = '", 'specpress.toml:1:6: error[CFG002]: not TOML: expected "\'"'),
    ],
)
def test_refuses(text: str, said: str) -> None:
    """What is wrong is said with its exact place, and with what was meant."""
    configs, actual = _load(text)

    assert actual == said
    assert not any(configs)


def test_names_every_problem() -> None:
    """All problems of a file are said in one go."""
    _, said = _load(CLIENT + "a = 1\nb = 2\ntests = 3")

    assert said.count("error[") == 3


def test_flags_win() -> None:
    """What a flag sets wins over the file; tables are merged key by key."""
    report = Report()
    (table,) = read_tables(
        Source("f", CLIENT + 'auth.a = {type = "basic", username_env = "U"}'),
        report,
        pyproject=False,
    )
    flags = {"package": "other", "auth": {"b": {"type": "bearer"}}}

    config = make_config(table, flags, report)

    assert config is not None
    assert config.package == "other"
    assert list(config.auth) == ["a", "b"]
    assert config.auth["a"] == Basic(username_env="U")


def test_a_scheme_of_another_type_replaces() -> None:
    """A scheme that a later layer gives another type keeps nothing of the earlier one."""
    low = {"auth": {"a": {"type": "basic", "username_env": "U"}}}

    assert merge(low, {"auth": {"a": {"type": "bearer"}}}) == {
        "auth": {"a": {"type": "bearer"}}
    }


def test_flags_alone() -> None:
    """A wrong value that came from a flag is said without a place."""
    report = Report()
    flags = {"package": "json", "output": "o", "sources": ["p"]}

    assert make_config(Table({}), flags, report) is None
    assert [render(d, {}) for d in report] == [
        (
            "error[CFG006]: 'json' can't be the package's name: it would hide a module of "
            "the standard library"
        )
    ]


@pytest.mark.parametrize(
    "name", ["a-b", "", "1a", "a.b", "é", "None", "os", "pydantic"]
)
def test_bad_packages(name: str) -> None:
    """Names that can't be imported, or would hide another module, are refused."""
    assert bad_package(name) is not None


def test_good_package() -> None:
    """An ordinary identifier is a package's name."""
    assert bad_package("twilio_call") is None
