"""The elements of a page, as the rest of specpress sees them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from specpress.readers import slices
from specpress.readers.slices import Text
from specpress.source import Source, Span


@dataclass(frozen=True, slots=True)
class Element:
    """An element: its name and classes in lower case, its content and its place."""

    source: Source = field(repr=False, compare=False)
    tag: str
    classes: tuple[str, ...]
    attributes: Mapping[str, str]
    children: tuple[Element, ...] = field(repr=False)
    span: Span
    """From the start tag's beginning to the end tag's end."""
    inner: Span
    """The content, between the tags."""
    closed: bool
    """Whether there is an end tag, or none is needed."""

    @property
    def text(self) -> Text:
        """The text inside, also of the elements inside."""
        return slices.decoded(self.source, self.inner.start, self.inner.end)

    @property
    def markup(self) -> str:
        """The content as markup, tags and all: undecoded, evenly spelled."""
        return slices.raw(self.source, self.inner.start, self.inner.end)

    @property
    def path(self) -> str:
        """The element as a selector, ``tag.class``."""
        return ".".join((self.tag, *self.attributes.get("class", "").split()))

    def gaps(self) -> Iterator[Text]:
        """Yield the text before the first child, between children, after the last."""
        at = self.inner.start
        for child in self.children:
            yield slices.decoded(self.source, at, child.span.start)
            at = child.span.end
        yield slices.decoded(self.source, at, self.inner.end)

    def walk(self) -> Iterator[Element]:
        """Yield this element and all inside it, in the page's order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def all(self, name: str) -> list[Element]:
        """Return the elements inside that have the class *name*."""
        return [each for each in self.walk() if each is not self and each.has(name)]

    def first(self, name: str) -> Element | None:
        """Return the first element inside that has the class *name*, or None."""
        return next(iter(self.all(name)), None)

    def has(self, name: str) -> bool:
        """Return whether the element has the class *name*."""
        return name in self.classes
