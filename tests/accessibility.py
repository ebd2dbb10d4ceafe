"""What axe says of a page, formulas apart: their signs are hidden from readers of sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docs._site.folders import WIDGETS

if TYPE_CHECKING:
    from playwright.sync_api import Page

AXE = WIDGETS / "node_modules" / "axe-core" / "axe.min.js"
# Thousands of spans beside the MathML that is read aloud; their places stay as wide and high
EMPTY_FORMULAS = """() => {
  const formulas = [...document.querySelectorAll(".katex")];
  const sizes = formulas.map(formula => formula.getBoundingClientRect());
  formulas.forEach((formula, i) => {
    const { width, height } = sizes[i];
    formula.replaceChildren();
    formula.style = `display: inline-block; width: ${width}px; height: ${height}px`;
  });
}"""
RUN = """options => axe.run({ resultTypes: ["violations"], preload: false, ...options })
  .then(({ violations }) => violations.map(
    ({ id, nodes }) => [id, nodes.slice(0, 3).map(node => node.html.slice(0, 120))]))"""
# Most of axe's time goes into them, and a phone has the same as a desktop
COLOURS = "color-contrast"
OTHERS = {"rules": {COLOURS: {"enabled": False}}}


def violations(page: Page, **options: object) -> list[list[object]]:
    """Each rule (of all, if axe's options don't say which) that is violated, with some places.

    The page has no formulas any more then.
    """
    page.evaluate(EMPTY_FORMULAS)
    page.add_script_tag(path=str(AXE))
    found: list[list[object]] = page.evaluate(RUN, options)
    return found
