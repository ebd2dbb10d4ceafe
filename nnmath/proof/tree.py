"""An expression as a tree: its operands, and everything below a node."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from nnmath.proof.nodes import Condition, Node


def children(node: Node) -> tuple[Node, ...]:
    """The operands of a node, in order."""
    try:
        return node._children
    except AttributeError:
        object.__setattr__(node, "_children", tuple(_operands(node)))
    return node._children


def with_children(node: Node, new: tuple[Node, ...]) -> Node:
    """The same node over other operands."""
    supply = iter(new)
    parts = {name: _refilled(part, supply) for name, part in vars(node).items()}
    return type(node)(**parts) if new else node


def _operands(whole: object) -> Iterator[Node]:
    for part in whole if isinstance(whole, tuple) else vars(whole).values():
        if isinstance(part, Node):
            yield part
        elif isinstance(part, (tuple, Condition)):
            yield from _operands(part)


def _refilled(part: Any, supply: Iterator[Node]) -> Any:
    if isinstance(part, Node):
        return next(supply)
    if isinstance(part, tuple):
        return tuple(_refilled(each, supply) for each in part)
    if isinstance(part, Condition):
        return replace(part, **{k: _refilled(each, supply) for k, each in vars(part).items()})  # type: ignore[type-var]
    return part


def walk(node: Node) -> Iterator[Node]:
    """The node and everything below it, parents first."""
    waiting = [node]
    while waiting:
        part = waiting.pop()
        yield part
        waiting.extend(children(part)[::-1])
