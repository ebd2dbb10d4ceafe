"""Pages with the widget and the exercises on them, for a browser to open from disk."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

from docs._site.colours import colour_sheet
from docs._site.maths import typesetter
from nnmath import catalog
from nnmath.notation.text import Language
from nnmath.publishing import widgets
from nnmath.publishing.widgets.bundle import SOURCES

PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>Widgets</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="katex/katex.min.css"><link rel="stylesheet" href="colours.css">
<link rel="stylesheet" href="widgets.css"><script src="widgets.js" defer></script>
<style>body {{ font-family: sans-serif; max-width: 44rem; margin: 1rem auto; padding: 0 1rem;
background: var(--md-default-bg-color); color: var(--md-default-fg-color) }}
[data-md-color-scheme=default] {{ --md-default-bg-color: #fff; --md-default-fg-color: #222;
--md-default-fg-color--light: #666; --md-default-fg-color--lightest: #eee }}
[data-md-color-scheme=slate] {{ --md-default-bg-color: #1e2129; --md-default-fg-color: #ddd;
--md-default-fg-color--light: #aaa; --md-default-fg-color--lightest: #333; color-scheme: dark }}
</style></head><body data-md-color-scheme="default"><main>
<h1 id="top">Widgets</h1><h2 id="try">Try</h2>
<div class="nn-widget" id="widget-gradient-step" data-widget="gradient-step"
 data-language="{language}">{widget}</div>
<h2 id="exercises">Exercises</h2>{exercises}</main></body></html>"""
EXERCISE = """<div class="nn-exercise" id="{id}" data-exercise="{id}" data-kind="{kind}"
 data-language="{language}"><div class="nn-exercise-question">{id}</div>{form}
<details class="nn-hint"><summary>1</summary>first</details>
<details class="nn-hint"><summary>2</summary>second</details>{solution}</div>"""


@cache
def set_math(tex: str) -> str:
    """A formula as the site sets it."""
    return typesetter()(tex)


def write_page(folder: Path, language: Language) -> Path:
    """Write one page with everything that it loads beside it."""
    exercises = "".join(
        EXERCISE.format(
            id=name,
            kind=exercise.kind,
            language=language,
            form=widgets.exercise_html(name, language),
            solution=widgets.solution_html(name, language, set_math=set_math),
        )
        for name, exercise in catalog.exercises.items()
    )
    widget = widgets.widget_html(
        "gradient-step", language, set_math=set_math, link=lambda name: f"#{name}"
    )
    widgets.build_bundle(folder)
    (folder / "colours.css").write_text(colour_sheet(), encoding="utf-8")
    if not (folder / "katex").exists():
        shutil.copytree(SOURCES / "node_modules" / "katex" / "dist", folder / "katex")
    page = folder / f"{language}.html"
    html = PAGE.format(language=language, widget=widget, exercises=exercises)
    page.write_text(html, encoding="utf-8")
    return page
