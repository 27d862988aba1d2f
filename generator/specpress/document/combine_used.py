"""Components that nothing refers to any more, once operations were put together."""

from __future__ import annotations

from collections.abc import Iterator

from specpress.tree import Node, split


def without_idle(document: Node, first: Node) -> Node:
    """Return *document* without the components that nothing in it leads to, those of
    the document *first* aside."""
    sections = document.get("components") or Node({})
    own = first.get("components") or Node({})
    named = [(section, name) for section, node in own.items() for name in node.map]
    used = set(named)
    rest = [each for key, each in document.items() if key != "components"]
    queue = [*rest, *(_at(sections, name) for name in named)]
    while queue:
        for name in _references(queue.pop()):
            if name not in used:
                used.add(name)
                queue.append(_at(sections, name))
    kept = {
        section: Node(
            {
                name: each
                for name, each in node.items()
                if (section, name) in used or section == "securitySchemes"
            },
            node.span,
            node.key_span,
        )
        for section, node in sections.items()
    }
    components = {section: node for section, node in kept.items() if node.map}
    members = {key: each for key, each in document.items() if key != "components"}
    if components:
        members["components"] = Node(components, sections.span, sections.key_span)
    return Node(members, document.span)


def _at(sections: Node, name: tuple[str, str]) -> Node:
    section = sections.get(name[0]) or Node({})
    return section.get(name[1]) or Node({})


def _references(node: Node) -> Iterator[tuple[str, str]]:
    """Yield the components, by section and name, that *node* refers to."""
    queue = [node]
    while queue:
        each = queue.pop()
        queue += [*each.map.values(), *each.list]
        text = each.text or ""
        if text.startswith("#/components/"):
            tokens = split(text[1:])
            if len(tokens) >= 3:
                yield tokens[1], tokens[2]
