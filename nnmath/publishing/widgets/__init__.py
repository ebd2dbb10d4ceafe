"""Widgets and exercises for the pages: their HTML, and the script and style that move them.

The contract with the site builder
==================================

A page that shows a widget or an exercise loads `widgets.css` and `widgets.js` (a classic script,
so that it runs from disk too; `defer` is fine). Both come from `build_bundle`. The script finds
its places by attributes; texts, formulas and labels stand in the HTML already, so that nothing
moves when it starts, and a reader without script sees a picture and closed answers instead.

**Widget.** The builder writes the place, `widget_html` its content:

    <div class="nn-widget" id="widget-NAME" data-widget="NAME" data-language="ja">
      …widget_html(NAME, "ja", set_math=…, link=…)…
    </div>

The widget's state is kept in the address as `#widget-NAME?…`; other anchors are left alone.
The script adds `data-mounted` when it takes the place over and `data-ready` when it works.

**Exercise.** The builder writes the place and the author's question and hints:

    <div class="nn-exercise" id="ID" data-exercise="ID" data-kind="number" data-language="ja">
      <div class="nn-exercise-question">…</div>
      …exercise_html(ID, "ja")…                 the form: one number or one choice
      <details class="nn-hint"><summary>…</summary>…</details>      any number of them, siblings
      …solution_html(ID, "ja", set_math=…)…     closed until the reader asks
    </div>

`data-kind` is the exercise's kind. The form holds the answer as `data-answer` (an exact fraction
such as `-6` or `8/5`, or a choice's value) and the foreseen slips as `data-slips`, a JSON list of
`[value, words]`. The script sets `data-outcome` (`right`, `wrong`, `unread`) and `data-solved` on
the place. The next hint appears once the one before it has been opened; style alone does that.

`set_math` turns LaTeX into HTML; `link` turns a catalog id into the address of its proof.
"""

from nnmath.publishing.widgets.bundle import WidgetError, build_bundle
from nnmath.publishing.widgets.exercise import exercise_html, given_numbers, solution_html
from nnmath.publishing.widgets.page import WIDGETS, widget_html

__all__ = [
    "WIDGETS",
    "WidgetError",
    "build_bundle",
    "exercise_html",
    "given_numbers",
    "solution_html",
    "widget_html",
]
