"""Values that know where they were read: the node tree, and pointers into it."""

from specpress.tree.node import Node, Origin, Scalar, Value
from specpress.tree.pointer import escape, join, split

__all__ = ["Node", "Origin", "Scalar", "Value", "escape", "join", "split"]
