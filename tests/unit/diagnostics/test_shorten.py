"""Reports cut short for people."""

from __future__ import annotations

from specpress.diagnostics.codes.repair import METHOD, PATH
from specpress.diagnostics.shorten import MOST, shorten


def test_many_of_one_code_are_counted() -> None:
    """Of each code the first ones are shown in their order, and the others counted."""
    paths = [PATH.at(found=str(n), instead=f"/{n}") for n in range(MOST + 5)]
    method = METHOD.at(found="GET", instead="get")

    shown, more = shorten([*paths, method])

    assert shown == [*paths[:MOST], method]
    assert more == [
        f"warning[{PATH.id}]: 5 more of the same kind, {PATH.title}, are not shown"
    ]


def test_a_few_are_all_shown() -> None:
    """As many of one code as are shown are not counted."""
    paths = [PATH.at(found=str(n), instead=f"/{n}") for n in range(MOST)]

    assert shorten(paths) == (paths, [])
