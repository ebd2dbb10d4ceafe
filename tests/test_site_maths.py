"""Maths as the site sets it: with fewer elements than KaTeX makes, and not a hair elsewhere."""

from __future__ import annotations

import re
import shutil
import xml.etree.ElementTree as ElementTree
from collections.abc import Collection, Iterable, Iterator
from hashlib import sha256
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from docs._site.hook import sheet
from docs._site.maths import KATEX, Typesetter
from docs._site.templates import sense_parts
from nnmath import catalog
from nnmath.notation.text import LANGUAGES, Language
from nnmath.publishing import fragments
from nnmath.theory.descent_topics import ONE_WEIGHT
from tests.printing.test_reading import DISPLAYS, the_book

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

# What later chapters will need
FURTHER = (
    r"\htmlClass{role-gradient}{E'}(\htmlClass{role-weight}{W}_{t})^2",
    r"\htmlClass{role-weight}{\htmlClass{role-loss}{E}}",
    r"\htmlClass{role-loss}{\htmlClass{role-weight}{W}}",
    r"\left[\left\lfloor\begin{matrix}1\\2\\3\\4\\5\end{matrix}\right\rfloor\right\}",
    r"\frac{a^{b_1}_2}{\sqrt[3]{c}}",
    r"\sum_{i=1}^{n} a_i^2 - \log\sum_j e^{z_j}",
    r"\hat{m}_t \quad \overline{x} + \mathbf{x} \odot \underbrace{a}_{b}",
    r"x^{y^{z}} - x^{-1} + f_f^{W_W}",
    r"\dfrac{\partial E}{\partial W^{l}}",
    r"\begin{pmatrix}a&b\\c&d\end{pmatrix}",
    r"\left|\frac12\right|^{\frac{1}{2}} + x_{\frac12}^{a}",
    r"{\large x}_t + x_{\large a} + x_{{\tiny b}}",
    r"a \mathbin{\tiny b} c = \textbf{\textit{d}} \mathbf{\text{e}}",
    r"a\,b\;c\!d,\ -x",
)
# Entries: each is verified first, and set four times
SAMPLE = 60
# A fiftieth of a sign's breadth
TOLERANCE = 0.1
# The browser rounds each length to a sixty-fourth of a pixel, and a line adds them up
ROUNDING = 1 / 512
MATHML = re.compile(r'<span class="katex-mathml">.*?</math></span>', re.DOTALL)
PAGE = """<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="sheet.css">
<body class="md-typeset" data-md-color-scheme="default" style="width: 3000px">{formulas}"""
# Every sign, where it is and how it looks; every rule of a fraction
LOOK = r"""() => [...document.querySelectorAll(".formula")].map(formula => {
  const origin = formula.getBoundingClientRect();
  const place = ({ left, top, width, height }) =>
    [left - origin.left, top - origin.top, width, height];
  const signs = [["", place(formula.firstChild.getBoundingClientRect())]];
  const walker = document.createTreeWalker(formula, NodeFilter.SHOW_TEXT);
  for (let text; (text = walker.nextNode()); ) {
    const { color, fontFamily, fontStyle, fontWeight } = getComputedStyle(text.parentElement);
    for (let i = 0; i < text.length; i++) {
      if (/[\s\u200b]/.test(text.data[i])) continue;
      const range = document.createRange();
      range.setStart(text, i);
      range.setEnd(text, i + 1);
      const style = [text.data[i], color, fontFamily, fontStyle, fontWeight].join();
      signs.push([style, place(range.getBoundingClientRect())]);
    }
  }
  for (const line of formula.querySelectorAll(".frac-line, svg")) {
    signs.push(["line", place(line.getBoundingClientRect())]);
  }
  return signs;
})"""


def formulas_of(ids: Iterable[str], language: Language) -> Iterator[str]:
    """All that pages show of these entries."""
    for id in ids:
        entry = catalog[id]
        claim = fragments.claim(entry, language)
        yield claim.latex
        yield from claim.hypotheses
        yield from (symbols for symbols, _ in claim.domain)
        yield from (line.latex for line in fragments.lines(entry, language))


def parts_of(ids: Collection[str]) -> dict[str, None]:
    """What is set at once, in both languages."""
    whole = (tex for language in LANGUAGES for tex in formulas_of(ids, language))
    return dict.fromkeys(part for tex in whole for part in sense_parts(tex))


@pytest.fixture(scope="module")
def formulas() -> list[str]:
    """What is set for entries drawn by their ids, and some more."""
    parts = parts_of(sorted(catalog, key=lambda id: sha256(id.encode()).digest())[:SAMPLE])
    return [*parts, *(rf"\displaystyle {part}" for part in parts), *FURTHER]


def test_katex_sets_every_formula_of_the_book(tmp_path: Path) -> None:
    write = DISPLAYS["latex"].write
    book = [write(thing, language=language) for thing in the_book() for language in LANGUAGES]
    parts = dict.fromkeys(part for tex in book for part in sense_parts(tex))
    set_maths = Typesetter(tmp_path)
    assert len(parts) > 2000 and all(set_maths.ask(tex) for tex in parts)


def looks(browser: Browser, folder: Path, formulas: list[str], whole: bool) -> list[list[Any]]:
    """How each formula looks in the browser."""
    set_maths = Typesetter(folder)
    lines = (MATHML.sub("", set_maths.ask(tex, whole=whole)) for tex in formulas)
    shown = "\n".join(
        f'<div><span class="formula" style="display: inline-block">{line}</span></div>'
        for line in lines
    )
    file = folder / f"whole-{whole}.html"
    file.write_text(PAGE.format(formulas=shown), encoding="utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    page.evaluate("document.fonts.ready")
    found: list[list[Any]] = page.evaluate(LOOK)
    page.close()
    return found


def far(one: list[Any] | None, other: list[Any] | None, signs: int) -> bool:
    """Whether two of so many signs differ in kind, or in place or size by what could be seen."""
    if one is None or other is None or one[0] != other[0]:
        return True
    allowed = TOLERANCE + signs * ROUNDING
    return any(abs(x - y) > allowed for x, y in zip(one[1], other[1], strict=True))


def test_thinned_maths_looks_the_same(
    browser: Browser, formulas: list[str], tmp_path: Path
) -> None:
    (tmp_path / "sheet.css").write_text(sheet(), encoding="utf-8")
    shutil.copytree(KATEX / "dist" / "fonts", tmp_path / "katex" / "fonts")
    whole = looks(browser, tmp_path, formulas, whole=True)
    thin = looks(browser, tmp_path, formulas, whole=False)
    different = {
        tex: (one, other)
        for tex, signs, thinned in zip(formulas, whole, thin, strict=True)
        for one, other in zip_longest(sorted(signs), sorted(thinned))
        if far(one, other, len(signs))
    }
    assert len(formulas) > 300 and different == {}


def heard(html: str) -> str:
    """What a screen reader is told, without the rows and styles that wrap the whole of it."""
    (maths,) = MATHML.findall(html)
    told = re.sub(r"<annotation.*?</annotation>|</?semantics>", "", maths)
    body = re.fullmatch(r'<span class="katex-mathml"><math[^>]*>(.*)</math></span>', told)
    assert body is not None
    inner = body[1]
    while wraps_all(list(ElementTree.fromstring(f"<math>{inner}</math>"))):
        inner = re.sub(r"^<(\w+)[^>]*>(.*)</\1>$", r"\2", inner)
    return inner


def wraps_all(parts: list[ElementTree.Element]) -> bool:
    """Whether there is but one part, and it only wraps others."""
    return len(parts) == 1 and parts[0].tag in ("mrow", "mstyle")


def test_thinning_leaves_what_is_heard(formulas: list[str], tmp_path: Path) -> None:
    set_maths = Typesetter(tmp_path)
    for tex in formulas:
        assert heard(set_maths.ask(tex)) == heard(set_maths.ask(tex, whole=True))


def test_thinning_pays(tmp_path: Path) -> None:
    set_maths = Typesetter(tmp_path)
    chapter = parts_of([claim.id for topic in ONE_WEIGHT for claim in topic.CLAIMS])
    whole, thin = (
        sum(set_maths.ask(tex, whole=whole).count("<span") for tex in chapter)
        for whole in (True, False)
    )
    # A browser's time goes by elements: the chapter would be nearly twice as slow with KaTeX's own
    assert thin < whole / 2
