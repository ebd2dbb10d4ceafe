"""The names of variables, sequence members and arrays in generated code."""

from __future__ import annotations

import keyword
from collections import Counter
from collections.abc import Container, Iterable
from typing import TypeAlias

from nnmath.printing.walk import NoCode
from nnmath.proof.indexed import Tensor
from nnmath.proof.nodes import Add, Element, Node, Number, Variable, as_node

Parameter: TypeAlias = Variable | Element | Tensor

# A parameter must not hide what the generated line itself calls, in either language
TAKEN_WORDS = (
    "arguments await break case catch const debugger default delete do enum eval export extends "
    "false function implements instanceof interface let new null package private protected public "
    "static super switch this throw true typeof undefined var void NaN Infinity Math Array np "
    "math abs erf float int range sum"
)
RESERVED = frozenset(keyword.kwlist) | frozenset(TAKEN_WORDS.split())


def code_name(node: Parameter) -> str:
    """The name of a parameter: W[t] is `W_t`, W[0] is `W_0`, W[t+1] is `W_next`; of a tensor, its
    own.

    Raises:
        NoCode: The member's index is of another form.

    >>> from nnmath.notation.symbols import ITERATION, WEIGHT_SEQUENCE
    >>> from nnmath.proof.nodes import Sequence
    >>> W, t = Sequence(WEIGHT_SEQUENCE), Variable(ITERATION)
    >>> code_name(W[t]), code_name(W[0]), code_name(W[t + 1])
    ('W_t', 'W_0', 'W_next')
    """
    if isinstance(node, (Variable, Tensor)):
        return unreserved(node.symbol.code)
    return unreserved(f"{node.sequence.code}_{index_name(node.index)}")


def index_name(index: Node) -> str:
    """The part of a member's name that comes from its index.

    Raises:
        NoCode: The index is neither a number, nor a variable, nor a variable plus 1.
    """
    if isinstance(index, Number) and index.value.denominator == 1 and index.value >= 0:
        return str(index.value)
    if isinstance(index, Variable):
        return index.symbol.code
    if isinstance(index, Add) and len(index.terms) == 2 and index.terms[1] == as_node(1):
        return "next"
    raise NoCode(f"a sequence's member at {type(index).__name__} has no name in code")


def unreserved(name: str) -> str:
    """The name, with an underscore where Python or JavaScript have taken it."""
    return f"{name}_" if name in RESERVED else name


def named(parameters: Iterable[Parameter]) -> dict[Node, str]:
    """Names of the parameters, in order.

    Raises:
        NoCode: A parameter's index has no name in code.
        ValueError: Two parameters would have the same name.
    """
    pairs = [(parameter, code_name(parameter)) for parameter in parameters]
    for name, count in Counter(name for _, name in pairs).items():
        if count > 1:
            raise ValueError(f"two parameters would both be named {name!r} in code")
    return dict(pairs)


def unused_name(wanted: str, taken: Container[str]) -> str:
    """The wanted name, with a number where others have it.

    >>> unused_name("i", ("i", "i_2"))
    'i_3'
    """
    name, count = unreserved(wanted), 2
    while name in taken:
        name, count = f"{wanted}_{count}", count + 1
    return name
