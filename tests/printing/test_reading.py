"""What is printed reads back as what was written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from importlib import import_module
from itertools import product
from pkgutil import iter_modules

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nnmath import theory
from nnmath.notation.text import LANGUAGES
from nnmath.printing import latex, typst
from nnmath.printing.display import Display as DisplayWalk
from nnmath.printing.latex import LATEX
from nnmath.printing.latex_reader import read_latex
from nnmath.printing.likeness import representative
from nnmath.printing.scope import scope_of
from nnmath.printing.spelling import Spelling
from nnmath.printing.typst import TYPST
from nnmath.printing.typst_reader import read_typst
from nnmath.proof.indexed import Tensor
from nnmath.proof.statements import Iff, Implies, equal
from tests.printing.letters import a, c, x
from tests.printing.trees import things


@dataclass(frozen=True)
class Display:
    """A printer with its reader."""

    write: Callable[..., str]
    read: Callable[..., object]
    spelling: Spelling = field(repr=False)


DISPLAYS = {
    "latex": Display(latex, read_latex, LATEX),
    "typst": Display(typst, read_typst, TYPST),
}


@pytest.mark.parametrize("display", DISPLAYS.values(), ids=DISPLAYS)
@given(thing=things, language=st.sampled_from(LANGUAGES))
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_printed_reads_back_as_what_was_written(
    display: Display, thing: object, language: str
) -> None:
    text = display.write(thing, language=language)
    back = display.read(text, scope_of(thing, display.spelling))
    assert representative(back) == representative(thing), text
    assert display.write(back, language=language) == text


def formulas(thing: object) -> Iterator[object]:
    """Every outermost expression and statement of a claim."""
    if isinstance(thing, Tensor) and not thing.symbol.shape:
        return  # In formulas stands its one entry
    if type(thing) in DisplayWalk.rules:
        yield thing
    elif isinstance(thing, Mapping):
        yield from formulas(tuple(thing.values()))
    elif isinstance(thing, (tuple, list)):
        for part in thing:
            yield from formulas(part)
    elif is_dataclass(thing) and not isinstance(thing, type):
        for part in fields(thing):
            yield from formulas(getattr(thing, part.name))


def the_book() -> dict[object, None]:
    """Every formula in `nnmath.theory`, once."""
    modules = [f"nnmath.theory.{module.name}" for module in iter_modules(theory.__path__)]
    return dict.fromkeys(
        formula
        for name in modules
        for value in vars(import_module(name)).values()
        for formula in formulas(value)
    )


@pytest.mark.parametrize("display", DISPLAYS.values(), ids=DISPLAYS)
def test_every_formula_of_the_book_reads_back(display: Display) -> None:
    book = the_book()
    assert len(book) > 100
    for thing, language in product(book, LANGUAGES):
        text = display.write(thing, language=language)
        back = display.read(text, scope_of(thing, display.spelling))
        assert representative(back) == representative(thing), text
        assert display.write(back, language=language) == text


def test_the_reader_tells_different_things_apart() -> None:
    """The comparison can fail: each of these pairs must read differently."""
    for left, right in (
        (x - a, a - x),
        (-(x**2), (-x) ** 2),
        (x * (a + c), x * a + c),
        (x**a**c, (x**a) ** c),
        (equal(x, a), equal(a, x)),
        (Implies(x > 0, a > 0), Iff(x > 0, a > 0)),
    ):
        assert representative(left) != representative(right)
        assert latex(left) != latex(right)
        assert typst(left) != typst(right)


MARK = re.compile(r"\\htmlClass\{role-[a-z-]+\}(?=\{)")


def unmarked(text: str) -> str:
    """Marked LaTeX without its marks."""
    while mark := MARK.search(text):
        end, depth = mark.end() + 1, 1
        while depth:
            depth += {"{": 1, "}": -1}.get(text[end], 0)
            end += 1
        text = f"{text[: mark.start()]} {text[mark.end() + 1 : end - 1]} {text[end:]}"
    return text


@given(thing=things)
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_marks_change_nothing_but_the_class(thing: object) -> None:
    back = read_latex(unmarked(latex(thing, marked=True)), scope_of(thing, LATEX))
    assert representative(back) == representative(thing)
