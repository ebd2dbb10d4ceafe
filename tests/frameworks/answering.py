"""What the programs inside the frameworks share. They know nothing of nnmath, only of calls.

Standard input has the questions, standard output gets the answers, both by name. A question has
a call, written as in the framework, and the arrays and numbers by the names that stand in it.
"""

from __future__ import annotations

import ast
import inspect
import json
import sys
from collections.abc import Callable, Mapping
from typing import Any

import numpy

Names = Mapping[str, Any]
# Value of a call, and the derivatives of its sum, weighted by a signal, by some of the names
Differentiate = Callable[[str, Names, list[str], Any], tuple[Any, list[Any]]]
# The way of a parameter: call, numbers, start, gradient there, number of steps
Walk = Callable[[str, Names, Any, Callable[[Any], Any], int], list[Any]]


def answer(module: Any, version: str, differentiate: Differentiate, walk: Walk) -> None:
    """Answer what is asked on standard input."""
    asked = json.load(sys.stdin)
    # What a framework prints on its own must not stand among the answers
    out, sys.stdout = sys.stdout, sys.stderr
    answers = {}
    for name, question in asked["questions"].items():
        names = {key: arrays(value) for key, value in question["names"].items()}
        if "steps" in question:
            answers[name] = {
                "path": walked(walk, question, names),
                "defaults": defaults(question["call"], {module.__name__: module}),
            }
        else:
            by = question["by"]
            value, slopes = differentiate(question["call"], names, by, question["signal"])
            found = dict(zip(by, slopes, strict=True))
            answers[name] = {"value": plain(value)} | {each: plain(found[each]) for each in by}
    json.dump({"version": version, "has": has(module, asked["wanted"]), "answers": answers}, out)


def walked(walk: Walk, question: Mapping[str, Any], names: Names) -> list[Any]:
    """The parameter after those steps that are asked for."""

    def slope(w: Any) -> Any:
        return eval(question["slope"], {"numpy": numpy, "w": w})

    path = walk(question["call"], names, names["start"], slope, max(question["steps"]))
    return [plain(path[step]) for step in question["steps"]]


def arrays(value: Any) -> Any:
    """Lists as arrays, numbers as they are."""
    return numpy.array(value) if isinstance(value, list) else value


def plain(value: Any) -> Any:
    """Lists, for JSON."""
    return numpy.asarray(value).tolist()


def has(module: Any, wanted: list[str]) -> list[str]:
    """Which optimizers the module has, by names without case and hyphens."""
    there = {name.lower() for name in dir(getattr(module, "optim", module))}
    there |= {name.lower() for name in dir(getattr(module, "optimizers", module))}
    return [name for name in wanted if name.replace("-", "") in there]


def defaults(call: str, names: Names) -> dict[str, float | None]:
    """The default of every argument that the call sets by a name, by that name; None: no default.

    A pair of names, as in betas=(beta1, beta2), has a pair of defaults.
    """
    tree = ast.parse(call, mode="eval").body
    assert isinstance(tree, ast.Call)
    function = eval(ast.unparse(tree.func), dict(names))
    parameters = inspect.signature(function).parameters
    given = dict(zip(parameters, tree.args, strict=False))
    given |= {str(each.arg): each.value for each in tree.keywords}
    found: dict[str, float | None] = {}
    for name, value in given.items():
        default = parameters[name].default
        if isinstance(value, ast.Name):
            found[value.id] = None if default in (None, inspect.Parameter.empty) else default
        elif isinstance(value, ast.Tuple):
            pairs = zip(value.elts, default, strict=True)
            found |= {part.id: one for part, one in pairs if isinstance(part, ast.Name)}
    found.pop("parameters", None)
    return found
