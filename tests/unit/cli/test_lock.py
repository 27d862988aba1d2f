"""``specpress lock``: reading outside the input folder, from where that is allowed."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from support.cli import Run

from specpress.commands.fetching import FetchError, fetch
from specpress.config.allow import Allowed

MAIN = """\
openapi: 3.1.0
info: {{title: Pets, version: "1"}}
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        "200": {{description: ok, content: {{application/json: {{schema: {{$ref: '{ref}'}}}}}}}}
"""
SETTINGS = """\
package = "pets"
output = "../out"
sources = ["api"]
allow = [{allow}]
tests = false
format = false
"""
PET = b'{"type": "object", "properties": {"name": {"type": "string"}}}'


class _Answers(BaseHTTPRequestHandler):
    """Serves a schema, redirects, and what is too much."""

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers)))  # type: ignore[attr-defined]  # made in the fixture
        moved = {"/away": "http://localhost:9/x.json", "/on": "/pet.json"}
        moved["/round"] = "/round"
        if self.path in moved:
            self.send_response(302)
            self.send_header("Location", moved[self.path])
            self.end_headers()
        elif self.path.startswith("/pet"):
            self.send_response(200)
            self.end_headers()
            self.wfile.write(PET)
        elif self.path == "/much":
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b" " * 5000)
        else:
            self.send_error(404)

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    """A server on this machine; *asked* are the requests it got."""
    made = ThreadingHTTPServer(("127.0.0.1", 0), _Answers)
    made.asked = []  # type: ignore[attr-defined]  # for the tests only
    thread = threading.Thread(target=made.serve_forever, daemon=True)
    thread.start()
    yield made
    made.shutdown()
    made.server_close()


@pytest.fixture
def url(server: ThreadingHTTPServer) -> str:
    """The URL of the server."""
    return f"http://127.0.0.1:{server.server_address[1]}"


@pytest.fixture
def asked(server: ThreadingHTTPServer) -> list[tuple[str, dict[str, str]]]:
    """The requests that the server got."""
    found: list[tuple[str, dict[str, str]]] = server.asked  # type: ignore[attr-defined]  # see the fixture
    return found


def _project(folder: Path, ref: str, *allow: str) -> Path:
    (folder / "p/api").mkdir(parents=True)
    (folder / "p/api/main.yaml").write_text(MAIN.format(ref=ref))
    entries = ", ".join(json.dumps(entry) for entry in allow)
    (folder / "p/specpress.toml").write_text(SETTINGS.format(allow=entries))
    return folder / "p"


def test_nothing_is_fetched_unless_allowed(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    url: str,
    asked: list[object],
) -> None:
    """By default no request is made, and the diagnostic says why."""
    monkeypatch.chdir(_project(tmp_path, f"{url}/pet.json"))

    ran = [run(command) for command in ("generate", "lock")]

    assert [each.status for each in ran] == [1, 1]
    assert all("error[DOC111]" in each.err for each in ran)
    assert not asked
    assert not Path("specpress.lock").exists()


def test_what_is_allowed_is_locked_and_then_used(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    url: str,
    asked: list[object],
) -> None:
    """lock fetches; generate and check use the copy, without asking again."""
    monkeypatch.chdir(_project(tmp_path, f"{url}/pet.json", f"{url}/"))

    before = run("generate")
    locked = run("lock")
    generated = run("generate")
    checked = run("check")

    assert (before.status, locked.status, generated.status) == (1, 0, 0)
    assert "error[DOC114]" in before.err
    assert locked.out == "locked 1 file\n"
    assert checked.status == 0
    assert len(asked) == 1
    (entry,) = json.loads(Path("specpress.lock").read_text())["files"].items()
    assert entry[0] == f"{url}/pet.json"
    assert entry[1]["text"] == PET.decode()


def test_generate_can_lock_first(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    """--update-lock writes the lock file before the client, for generate and bundle."""
    folder = _project(tmp_path, f"{url}/pet.json", f"{url}/")
    monkeypatch.chdir(folder)

    assert run("generate", "--update-lock").status == 0
    Path("specpress.lock").unlink()
    flags = ("--allow", url, "--update-lock")
    assert run("bundle", "api", *flags, "-o", "a.json").status == 0
    assert run("bundle", "api", "--allow", url, "-o", "a.json").status == 0


def test_a_changed_file_is_refused(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file of an allowed folder that is not the one that was locked is an error."""
    folder = _project(tmp_path, "../../shared/pet.json", "../shared")
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared/pet.json").write_bytes(PET)
    monkeypatch.chdir(folder)

    before = run("generate")
    run("lock")
    good = run("generate")
    (tmp_path / "shared/pet.json").write_bytes(PET.replace(b"name", b"title"))
    bad = run("generate")
    again = run("lock")

    assert "error[DOC114]" in before.err
    assert (good.status, bad.status, again.status) == (0, 1, 0)
    assert "error[DOC115]" in bad.err
    assert list(json.loads(Path("specpress.lock").read_text())["files"]) == [
        "../shared/pet.json"
    ]
    assert run("generate").status == 0


def test_an_edited_copy_is_refused(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    """A copy in the lock file that somebody changed is an error, as is a broken file."""
    monkeypatch.chdir(_project(tmp_path, f"{url}/pet.json", f"{url}/"))
    run("lock")
    lock = Path("specpress.lock")

    lock.write_text(lock.read_text().replace("name", "title"))
    edited = run("generate")
    lock.write_text('{"format": 9}')
    unknown = run("generate")
    lock.write_text("{")
    broken = run("generate")

    assert "error[DOC115]" in edited.err
    assert [edited.status, unknown.status, broken.status] == [1, 2, 2]
    assert "error[CFG030]" in unknown.err
    assert "error[CFG030]" in broken.err


def test_a_link_out_of_an_allowed_folder_is_not_followed(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Allowing a folder allows nothing that its links lead to elsewhere."""
    folder = _project(tmp_path, "../../shared/pet.json", "../shared")
    (tmp_path / "shared").mkdir()
    (tmp_path / "pet.json").write_bytes(PET)
    (tmp_path / "shared/pet.json").symlink_to(tmp_path / "pet.json")
    monkeypatch.chdir(folder)

    ran = run("lock")

    assert ran.status == 1
    assert "error[DOC112]" in ran.err


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/away", "redirects to http://localhost:9/x.json, which is not allowed"),
        ("/round", "redirect"),
        ("/missing", "Not Found"),
        ("/much", "more than 1000 bytes"),
    ],
)
def test_what_can_not_be_fetched(url: str, path: str, reason: str) -> None:
    """A redirect elsewhere, a circle, an error and too much data end a fetch."""
    with pytest.raises(FetchError, match=reason):
        fetch(url + path, Allowed.of((f"{url}/",)), limit=1000)


def test_a_redirect_is_followed_where_allowed(
    url: str, asked: list[tuple[str, dict[str, str]]]
) -> None:
    """An allowed redirect is followed, and no request carries credentials."""
    assert fetch(f"{url}/on", Allowed.of((f"{url}/",))) == PET
    assert [path for path, _ in asked] == ["/on", "/pet.json"]
    sent = {name.lower() for _, headers in asked for name in headers}
    assert not sent & {"authorization", "cookie"}


def test_a_fetch_that_can_not_connect() -> None:
    """A host that does not answer is an error that says why."""
    with pytest.raises(FetchError, match="refused"):
        fetch("http://127.0.0.1:9/x", Allowed.of(("http://127.0.0.1:9",)))
    with pytest.raises(FetchError, match="not allowed"):
        fetch("http://127.0.0.1:9/x", Allowed.of(("http://127.0.0.1:9/y",)))


@pytest.mark.parametrize(
    ("entry", "allowed"),
    [
        ("https://host/a", True),
        ("https://host/a/", True),
        ("https://HOST:443/a/b", False),
        ("https://host", True),
        ("https://host:444/", False),
        ("http://host/", False),
        ("https://host.test/", False),
        ("https://host/a/b.json", True),
        ("https://host/a/b", False),
    ],
)
def test_urls_are_allowed_by_their_beginning(entry: str, allowed: bool) -> None:
    """Scheme, host and port are the same, and the path begins with whole segments."""
    assert Allowed.of((entry,)).allows("https://host/a/b.json") is allowed


@pytest.mark.parametrize(
    "url",
    [
        "https://host/a/../b.json",
        "https://host/a/%2e%2e/b.json",
        "https://host/a/..%5cb.json",
        "https://user@host/a/b.json",
        "https://host@evil.test/a/b.json",
        "https://host:x/a/b.json",
        "https://[::1/a/b.json",
        "//host/a/b.json",
    ],
)
def test_urls_that_climb_out_are_not_allowed(url: str) -> None:
    """What only looks like an allowed URL is none."""
    assert not Allowed.of(("https://host/a/",)).allows(url)


@pytest.mark.parametrize(
    "entry",
    [
        "",
        "http://host/",
        "ftp://host/",
        "https://",
        "https://host/?q",
        "https://u@host/",
    ],
)
def test_entries_that_can_not_be_allowed(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, entry: str
) -> None:
    """The configuration refuses them, with their place, and so does the flag."""
    monkeypatch.chdir(_project(tmp_path, "x.yaml", entry))

    ran = run("generate")

    assert ran.status == 2
    assert "specpress.toml:4:10: error[CFG004]: allow[0]" in ran.err
    assert run("bundle", "api", "--allow", entry).status == 2


@pytest.mark.parametrize("command", [["generate"], ["lift", "-o", "a.yaml"]])
def test_what_a_page_leads_to_is_locked(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    url: str,
    asked: list[object],
    command: list[str],
) -> None:
    """The address in a page is not followed unless allowed, then as it was locked."""
    where = f"{url}/pets.yaml"
    folder = _project(tmp_path, where, where)
    page = f'<redoc spec-url="{where}"></redoc>'
    (folder / "api/main.yaml").write_text(page)
    (folder / "api/main.yaml").rename(folder / "api/index.html")
    monkeypatch.chdir(folder)
    monkeypatch.setattr(f"{__name__}.PET", MAIN.format(ref="#/x").encode())
    lifts = command[0] == "lift"
    allow = ["api", "--allow", where] if lifts else []

    refused = run("lift", "api", "-o", "a.yaml")
    unlocked = run(*command, *allow)
    locked = run("lock")
    done = run(*command, *allow, "--keep-going")

    assert "error[EMB001]" in refused.err
    assert f"put {where!r} into the setting 'allow'" in refused.err
    assert "error[DOC114]" in unlocked.err
    assert locked.out == "locked 1 file\n"
    assert "DOC114" not in done.err
    assert Path("a.yaml" if lifts else "../out/pets").exists()
    assert len(asked) == 1
