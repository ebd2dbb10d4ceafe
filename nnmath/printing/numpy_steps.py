"""An optimizer's step as NumPy code: its rules in order, one line each."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from nnmath.printing.numpy_boxes import box_parameters, box_source
from nnmath.printing.numpy_code import NumPy, function_name
from nnmath.proof.claims import Optimizer, Part
from nnmath.proof.nodes import Node, Variable
from nnmath.proof.substitution import free_places
from nnmath.proof.tree import walk


def step_parameters(claim: Optimizer) -> tuple[Part, ...]:
    """The arguments of a step: parameter, gradient, state, the count where a rule needs it, and
    hyperparameters; of one that moves all parameters at once, `box_parameters`."""
    if claim.is_whole:
        return box_parameters(claim)
    read = {place for rule in claim.assignments for place in free_places(rule.value)}
    counted = claim.counter in read
    settings = (each for each in claim.hyperparameters if each in read)
    counter = (claim.counter,) if counted else ()
    return (claim.parameter, claim.gradient, *claim.state, *counter, *settings)


def step_source(claim: Optimizer) -> str:
    """Print a step as a function of NumPy arrays.

    Returns:
        The source of a `def`: it takes `step_parameters` (arrays of one shape; the count and the
        hyperparameters are numbers of Python's, which upcast nothing) and returns the parameter and
        the state after the step; it changes no argument.

    Raises:
        NoCode: A rule holds what no program computes.
    """
    if claim.is_whole:
        return box_source(claim)
    arguments = step_parameters(claim)
    targets = dict.fromkeys(rule.target for rule in claim.assignments)
    worked_out = (each for each in targets if isinstance(each, Variable) and each not in arguments)
    printer = NumPy((*arguments, *worked_out), numbers=_numbers(claim))
    names = printer.names
    lines = [
        f"{names[rule.target]} = {printer.whole(rule.value).text}" for rule in claim.assignments
    ]
    if printer.computes_needlessly:
        lines = ['with np.errstate(all="ignore"):', *(f"    {line}" for line in lines)]
    result = ", ".join(names[each] for each in (claim.parameter, *claim.state))
    head = f"def {function_name(claim.id.replace('-', '_'))}"
    signature = ", ".join(names[each] for each in arguments)
    helpers = printer.helpers.values()
    return "\n    ".join((f"{head}({signature}):", *helpers, *lines, f"return {result}"))


def step_function(claim: Optimizer) -> Callable[..., Any]:
    """Make the function that `step_source` prints, with the same arguments and errors."""
    import numpy as np

    space: dict[str, Any] = {"np": np, "math": math}
    # Our own text: symbols' code names are identifiers, and all else comes from the tables here
    exec(compile(step_source(claim), f"<nnmath {claim.id}>", "exec"), space)
    function: Callable[..., Any] = space[claim.id.replace("-", "_")]
    return function


def number_function(node: Node, parameters: tuple[Variable, ...]) -> Callable[..., Any]:
    """A function of numbers of Python's."""
    import numpy as np

    printer = NumPy(parameters, numbers=frozenset(parameters))
    source = f"lambda {printer.signature}: {printer.whole(node).text}"
    function: Callable[..., Any] = eval(  # our own text, as above
        compile(source, "<nnmath number>", "eval"), {"np": np, "math": math}
    )
    return function


def _numbers(claim: Optimizer) -> frozenset[Node]:
    """What is the same for all parameters, so that it stays a number of Python's."""
    found: set[Node] = {claim.counter, *claim.hyperparameters}
    kept = {claim.parameter, *claim.state}
    for rule in claim.assignments:
        places = {part for part in walk(rule.value) if isinstance(part, Variable)}
        if rule.target not in kept and places <= found:
            found.add(rule.target)
    return frozenset(found)
