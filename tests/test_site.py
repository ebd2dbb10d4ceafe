"""The site as it is built: strict for each configuration, exact about errors, never half new."""

from __future__ import annotations

import doctest
import importlib
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from docs._site import build as builder
from docs._site import serve as serving
from docs._site.book import Book, Showing
from docs._site.errors import SiteError
from docs._site.exchange import put_in_place, recover
from docs._site.folders import ROOT, SITE_SOURCE
from docs._site.inputs import fingerprint, is_fresh
from nnmath import catalog
from nnmath.notation.text import LANGUAGES, Language

MODULES = sorted(path.stem for path in SITE_SOURCE.glob("[a-z]*.py"))


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings(name: str) -> None:
    assert doctest.testmod(importlib.import_module(f"docs._site.{name}")).failed == 0


# ── Strict builds ──


@pytest.mark.parametrize(
    ("config", "language"), [("mkdocs.yml", "ja"), ("docs/ja.yml", "ja"), ("docs/en.yml", "en")]
)
def test_each_configuration_builds_strictly(config: str, language: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", config, "-d"]
    run = subprocess.run(
        [*command, str(tmp_path / "site")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
    )
    assert run.returncode == 0, run.stderr
    pages = {path.relative_to(tmp_path / "site").as_posix() for path in tmp_path.rglob("*.html")}
    assert {"index.html", "gradient-descent.html", "404.html"} <= pages
    # Neither the other language nor the sources of the site are published
    assert not [page for page in pages if page.startswith(("ja/", "en/", "_"))]
    chapter = (tmp_path / "site" / "gradient-descent.html").read_text(encoding="utf-8")
    assert f'<html lang="{language}"' in chapter
    assert 'class="katex"' in chapter and "<math" in chapter


# ── Never half new ──


def test_a_new_folder_takes_the_place_of_the_old(tmp_path: Path) -> None:
    old, new = tmp_path / "site", tmp_path / "new"
    for folder in (old, new):
        folder.mkdir()
        (folder / "which").write_text(folder.name)
    put_in_place(new, old)
    assert (old / "which").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_move_cut_in_two_is_put_right(tmp_path: Path) -> None:
    (tmp_path / ".site.old").mkdir()
    recover(tmp_path / "site")
    assert (tmp_path / "site").exists()


def test_a_second_build_has_nothing_to_do(built_site: Path) -> None:
    start = time.monotonic()
    assert builder.build(site=built_site) is False
    assert time.monotonic() - start < 5


def test_a_damaged_site_is_not_fresh(built_site: Path, tmp_path: Path) -> None:
    copy = tmp_path / "site"
    shutil.copytree(built_site, copy)
    mark = fingerprint(("ja", "en"))
    assert is_fresh(copy, mark)
    (copy / "ja" / "index.html").unlink()
    assert not is_fresh(copy, mark)


@pytest.mark.full
@pytest.mark.parametrize("delay", [0.3, 1.2, 2.5])
def test_a_killed_build_leaves_the_old_site(tmp_path: Path, delay: float) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("old")
    script = tmp_path / "run.py"
    script.write_text(
        "from pathlib import Path\n"
        "from docs._site.build import build\n"
        f"if __name__ == '__main__':\n    build(site=Path({str(site)!r}))\n"
    )
    process = subprocess.Popen([sys.executable, str(script)], cwd=ROOT, start_new_session=True)
    time.sleep(delay)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    files = {path.name for path in site.iterdir()}
    assert (files == {"index.html"} and (site / "index.html").read_text() == "old") or {
        "index.html",
        "ja",
        "en",
        ".build.json",
    } <= files


def test_an_error_on_a_page_leaves_the_old_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    site.mkdir()

    def fail(*_: object) -> None:
        raise SiteError("docs/ja/page.md:3: unknown formula 'x'")

    monkeypatch.setattr(builder, "build_pages", fail)
    with pytest.raises(SiteError, match=r"docs/ja/page\.md:3"):
        builder.build(site=site, say=lambda _: None)
    assert list(site.iterdir()) == []


# ── Statements and their proofs ──


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_theorem_and_its_proof_lead_to_each_other(built_site: Path, language: Language) -> None:
    apart = 0
    for name, places in Book(language).showings.items():
        proofs = [place for place in places if place.proves]
        stated = [place for place in places if not place.proves]
        if not catalog[name].steps:
            continue
        assert proofs, f"{name}: no page shows its proof"
        for place in (place for place in stated if place.page != proofs[0].page):
            assert leads(built_site / language, place, proofs[0])
            assert leads(built_site / language, proofs[0], stated[0])
            apart += 1
    assert apart >= 13


def leads(folder: Path, here: Showing, there: Showing) -> bool:
    """Whether the head of a block links to another block."""
    text = (folder / here.page).with_suffix(".html").read_text(encoding="utf-8")
    block = text[text.index(f'id="{here.anchor}"') :]
    head = block[: block.index('<details class="nn-how">')]
    return f'<a class="nn-counterpart" href="{there.target.replace(".md", ".html")}"' in head


# ── Light enough for a telephone ──

# With 24 000 elements the telephone that Lighthouse imitates was busy for 8 s, with 9 000 for 3 s.
# A page that grows beyond needs some of its proofs, or a section, on a page of their own.
MOST_ELEMENTS = {"gradient-descent": 9_400, "gradient-descent-proofs": 10_300}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", MOST_ELEMENTS)
def test_a_page_is_light_enough(built_site: Path, language: Language, page: str) -> None:
    html = (built_site / language / f"{page}.html").read_text(encoding="utf-8")
    assert len(re.findall(r"<[a-zA-Z]", html)) < MOST_ELEMENTS[page]


# ── With an address, and without ──


def test_the_door_leads_to_both_languages(built_site: Path) -> None:
    door = (built_site / "index.html").read_text(encoding="utf-8")
    assert 'href="ja/index.html"' in door and 'href="en/index.html"' in door
    assert "hreflang" in door
    assert not (built_site / "sitemap.xml").exists()


def test_sitemap_and_alternates_need_an_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.org/book")
    builder.build(site=tmp_path / "site", say=lambda _: None)
    assert "https://example.org/book/ja/sitemap.xml" in (
        tmp_path / "site" / "sitemap.xml"
    ).read_text(encoding="utf-8")
    for language in ("ja", "en"):
        address = "https://example.org/book"
        sitemap = (tmp_path / "site" / language / "sitemap.xml").read_text(encoding="utf-8")
        assert f"<loc>{address}/{language}/gradient-descent.html</loc>" in sitemap
        for other in ("ja", "en"):
            assert f'hreflang="{other}" href="{address}/{other}/gradient-descent.html"' in sitemap
        page = (tmp_path / "site" / language / "gradient-descent.html").read_text(encoding="utf-8")
        assert f'rel="canonical" href="{address}/{language}/gradient-descent.html"' in page
        for other in ("ja", "en"):
            assert f'href="{address}/{other}/gradient-descent.html" hreflang="{other}"' in page


# ── Serving ──


def fetch(address: str) -> str:
    with urllib.request.urlopen(address, timeout=5) as answer:
        return answer.read().decode("utf-8")


def test_serving_rebuilds_in_a_fresh_process_when_a_source_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, site = tmp_path / "source.py", tmp_path / "site"
    source.write_text("WORD = 'first'\n")
    site.mkdir()
    # Stands for `nnmath site`: a new interpreter that reads the changed source
    program = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import source, pathlib; "
        f"pathlib.Path({str(site)!r}, 'index.html').write_text('<p>' + source.WORD + '</p>')"
    )
    monkeypatch.setattr(serving, "input_files", lambda: [source])
    said: list[str] = []
    command = [sys.executable, "-B", "-c", program]
    thread = threading.Thread(
        target=serving.serve, args=(command, 0, site, said.append), daemon=True
    )
    thread.start()
    wait_for(lambda: any(line.startswith("http://127.0.0.1:") for line in said))
    address = said[-1].split()[0]
    assert "<p>first</p>" in fetch(address) and "location.reload" in fetch(address)
    source.write_text("WORD = 'second time'\n")
    wait_for(lambda: "second time" in fetch(address))
    # The built file knows nothing of reloading
    assert (site / "index.html").read_text() == "<p>second time</p>"


def wait_for(condition: Callable[[], bool], seconds: float = 20) -> None:
    """Wait until a condition holds."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.1)
