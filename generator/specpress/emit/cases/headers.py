"""Headers of responses: texts of sampled values, and what must be read of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from specpress.emit.cases.text import compact, plain
from specpress.emit.samples import NoSample, Sampler, Types
from specpress.ir.nodes import Api, Header

Data = dict[str, object]


def answered(api: Api) -> Iterator[Header]:
    """Yield the headers of the responses of *api*."""
    for operation in api.operations:
        yield from (header for r in operation.responses for header in r.headers)


def header_cases(
    headers: Iterable[Header], names: Mapping[str, str], types: Types
) -> Iterator[Data]:
    """Yield a value and the text of it for each of *headers*, in the style "simple".

    *names* are the attributes by the names of headers in lower case. Values that no
    header can hold are left out.
    """
    seen: set[str] = set()
    sampler = Sampler(types, full=True, direction="response")
    for header in headers:
        name = header.name.lower()
        if name in seen:
            continue
        seen.add(name)
        try:
            value = sampler.sample(header.type, header.name)
        except NoSample:
            continue
        text = _text(header, value)
        if text is not None and text.isprintable() and text.strip() == text != "":
            told: Data = {"attribute": names[name], "name": header.name}
            yield {**told, "text": text, "value": value}


def _text(header: Header, value: object) -> str | None:
    """Return *value* as the text of *header*; None where it can't be told again."""
    text: str | None
    if header.media_type is not None:
        text = compact(value)
    elif isinstance(value, list):
        items = [plain(item) for item in cast("list[object]", value)]
        text = None if any("," in item for item in items) else ", ".join(items)
    elif isinstance(value, dict):
        return None
    else:
        text = plain(value)
    return text if text is not None and text.isascii() else None
