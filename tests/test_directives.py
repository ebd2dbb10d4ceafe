"""Directives, references and maths: what is right is shown, what is wrong stops at its line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from docs._site.colours import colour_sheet
from docs._site.errors import PageError, SiteError
from docs._site.folders import ROOT
from docs._site.maths import Typesetter
from nnmath.notation.roles import PALETTE, Role
from nnmath.theory import PARTS

# ── Unknown names stop the build at their line ──

UNKNOWN = [
    ("/// formula | gradient-descent-stop\n///", "unknown formula", "gradient-descent-step"),
    ("/// derivation | worked-stepp\n///", "unknown formula", "worked-step"),
    ("/// mistake | mistake-sing\nprose\n///", "unknown formula", "mistake-sign"),
    ("/// code | worked-example-los\n///", "unknown formula", "worked-example-loss"),
    ("/// symbols | worked-example-loss worked-stepp\n///", "unknown formula", "worked-step"),
    ("/// scene | gradient-stop\n///", "unknown scene", "gradient-step"),
    ("/// widget | gradient-stop\n///", "unknown widget", "gradient-step"),
    ("/// exercise | exercise-slop\nquestion\n///", "unknown exercise", "exercise-slope"),
    ("/// formla | gradient-descent-step\n///", "unknown directive", "formula"),
    ("text {term:learning-rat} text", "unknown term", "learning-rate"),
    ("text {term:learning-rat|shown} text", "unknown term", "learning-rate"),
    ("text {symbol:wieght} text", "unknown symbol", "weight"),
    ("text {formula:worked-stepp} text", "unknown formula", "worked-step"),
    ("text {value:worked-stepp} text", "unknown formula", "worked-step"),
    ("text {given:worked-stepp} text", "unknown formula", "worked-step"),
    ("text {verdict:worked-stepp} text", "unknown formula", "worked-step"),
    ("text {cite:goodfelow2016, section 4.3} text", "unknown source", "goodfellow2016"),
    ("text {trem:learning-rate} text", "unknown reference", "term"),
    ("| a | b |\n|---|---|\n| {symbol:wieght} | c |", "unknown symbol", "weight"),
]
WRONG = [
    ("/// formula\n///", "directive 'formula' needs an id: /// formula | ID"),
    ("/// report | x\n///", "directive 'report' takes no id"),
    ("/// mutants | x\n///", "directive 'mutants' takes no id"),
    ("/// formula | worked-example-loss", "directive 'formula' is never closed"),
    ("///", "'///' closes no directive"),
    ("text {term:learning-rate", "the reference '{term:learning-rate' does not end on its line"),
    ("/// formula | mistake-sign\n///", "'mistake-sign' is a mistake: show it with /// mistake"),
    (
        "/// mistake | worked-example-loss\nprose\n///",
        "'worked-example-loss' is no mistake: show it with /// formula",
    ),
    (
        "/// derivation | worked-example-loss\n///",
        "'worked-example-loss' has no steps: show it with /// formula",
    ),
    ("{given:worked-example-loss}", "'worked-example-loss' has no hypotheses"),
]
BEFORE = """---
title: 試し
---

# 題 { #title }

段落と、コードの中の `{term:nonsense}`。

```text
/// formula | nonsense
{symbol:nonsense}
```

1. 番号
2. 番号

"""


def build_page(text: str, folder: Path) -> str:
    """Build a book of one page; return its HTML."""
    pages = folder / "docs" / "ja"
    pages.mkdir(parents=True)
    (pages / "page.md").write_text(text, encoding="utf-8")
    config = load_config(
        str(ROOT / "docs" / "ja.yml"),
        docs_dir=str(pages),
        site_dir=str(folder / "site"),
        nav=["page.md"],
        plugins={},
    )
    mkdocs_build(config)
    return (folder / "site" / "page.html").read_text(encoding="utf-8")


def failure(text: str, folder: Path) -> PageError:
    """Build a page that is wrong; return what the build says."""
    with pytest.raises(SystemExit) as caught:
        build_page(text, folder)
    error = caught.value.__context__
    assert isinstance(error, PageError)
    return error


@pytest.mark.parametrize(("text", "problem", "suggestion"), UNKNOWN)
def test_an_unknown_name_stops_the_build(
    text: str, problem: str, suggestion: str, tmp_path: Path
) -> None:
    line = BEFORE.count("\n") + 1 + (2 if text.startswith("|") else 0)
    message = str(failure(BEFORE + text + "\n\nmore\n", tmp_path))
    assert message.startswith(f"docs/ja/page.md:{line}: {problem} '")
    assert message.endswith(f" (did you mean '{suggestion}'?)")


@pytest.mark.parametrize(("text", "problem"), WRONG)
def test_a_misused_directive_stops_the_build(text: str, problem: str, tmp_path: Path) -> None:
    line = BEFORE.count("\n") + 1
    message = str(failure(BEFORE + text + "\n", tmp_path))
    assert message == f"docs/ja/page.md:{line}: {problem}"


def test_an_unknown_name_in_a_hint_is_found(tmp_path: Path) -> None:
    text = "/// exercise | exercise-slope\nq\n\n//// hint\n{symbol:wieght}\n////\n///\n"
    error = failure(BEFORE + text, tmp_path)
    assert error.line == BEFORE.count("\n") + 5


def test_a_question_takes_its_numbers_from_the_core(tmp_path: Path) -> None:
    html = build_page(BEFORE + "{given:exercise-step}\n", tmp_path)
    assert all(number in html for number in ("<mn>2</mn>", "<mn>0.1</mn>"))


def test_the_table_of_mutants_adds_up(tmp_path: Path) -> None:
    html = build_page(BEFORE + "/// mutants\n///\n", tmp_path)
    cells = (re.findall(r"<td>([\d,]+)</td>", row) for row in html.split("<tr>"))
    *parts, whole = ([int(cell.replace(",", "")) for cell in row] for row in cells if row)
    assert len(parts) == len(PARTS) and whole == [
        sum(column) for column in zip(*parts, strict=True)
    ]
    assert all(tried == killed + true + same for _, tried, killed, true, same in parts)


def test_an_id_stands_once_on_a_page(tmp_path: Path) -> None:
    text = "/// formula | worked-example-loss\n///\n"
    error = failure(BEFORE + text + "\n" + text, tmp_path)
    assert "the id 'worked-example-loss' is taken on this page already" in error.problem
    assert error.line == BEFORE.count("\n") + 4


def test_a_proof_stands_after_what_it_rests_on(tmp_path: Path) -> None:
    text = (
        "/// proofs\n///\n\n/// derivation | geometric-divergence\n///\n\n"
        "/// derivation | bernoulli-inequality\n///\n"
    )
    error = failure(BEFORE + text, tmp_path)
    assert error.line == BEFORE.count("\n") + 4
    assert error.problem == (
        "'geometric-divergence' rests on 'bernoulli-inequality', which is proved further down"
    )


def test_code_that_quotes_a_directive_is_left_alone(tmp_path: Path) -> None:
    html = build_page(BEFORE, tmp_path)
    assert "/// formula | nonsense" in html
    assert "{term:nonsense}" in html and "{symbol:nonsense}" in html


def test_a_claim_weaker_than_declared_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from docs._site import book

    class Weak:
        UnknownEntry, Unverified = book.catalog.UnknownEntry, book.catalog.Unverified

        def __getitem__(self, name: str) -> None:
            raise self.Unverified(f"{name}: declared PROVED, is REFUTED at W = 1")

    monkeypatch.setattr(book, "catalog", Weak())
    error = failure(BEFORE + "/// formula | worked-example-loss\n///\n", tmp_path)
    assert "worked-example-loss: declared PROVED, is REFUTED at W = 1" in str(error)
    assert error.line == BEFORE.count("\n") + 1


# ── Maths ──


@pytest.fixture
def typeset(tmp_path: Path) -> Typesetter:
    return Typesetter(tmp_path)


def test_maths_is_set_for_eyes_and_for_screen_readers(typeset: Typesetter) -> None:
    html = typeset(r"\htmlClass{role-weight}{W}^{2}")
    assert 'class="role-weight mathnormal"' in html
    assert "<math" in html and 'class="katex-html" aria-hidden="true"' in html


@pytest.mark.parametrize(
    "tex",
    [
        r"\frac{1}",
        r"\unknown",
        r"\href{https://example.org}{x}",
        r"\htmlClass{other}{x}",
        r"\includegraphics{x.png}",
        r"\htmlStyle{color:red}{x}",
    ],
)
def test_doubtful_maths_is_refused(typeset: Typesetter, tex: str) -> None:
    with pytest.raises(SiteError, match="KaTeX cannot set"):
        typeset(tex)


def test_maths_is_set_once(typeset: Typesetter) -> None:
    first = typeset("W_{t+1}")
    again = Typesetter(typeset.folder)
    assert again("W_{t+1}") == first
    assert again.process is None


def test_colours_come_from_the_palette() -> None:
    sheet = colour_sheet()
    for role in Role:
        assert f"--role-{role.value}:{PALETTE[role].on_light};" in sheet
        assert f"--role-{role.value}:{PALETTE[role].on_dark};" in sheet
