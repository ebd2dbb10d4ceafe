"""What MkDocs must do for a site besides its pages; no formula passes through here.

Fonts and style of the maths, the roles' colours, films, widgets and the tests that badges lead to
are made or copied at build time and are never committed.
"""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from docs._site.colours import colour_sheet
from docs._site.folders import CACHE, FILMS, ROOT, STYLES
from docs._site.listings import test_page
from docs._site.maths import KATEX
from nnmath import catalog
from nnmath.publishing.widgets import build_bundle


def on_config(config: MkDocsConfig) -> None:
    """Have the pages take verdicts of earlier builds where nothing has changed since."""
    catalog.remember()


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add what is generated."""
    language = config.theme["language"]
    for path, source in copied(language).items():
        files.append(File.generated(config, path, abs_src_path=str(source)))
    for path, text in written().items():
        files.append(File.generated(config, path, content=text))
    return files


def copied(language: str) -> dict[str, Path]:
    """Files to copy: where they go and where they are."""
    fonts = sorted((KATEX / "dist" / "fonts").glob("*.woff2"))
    films = [path for path in sorted((FILMS / language).glob("*")) if path.suffix != ".json"]
    bundle = build_bundle(CACHE / "site-widgets")
    return (
        {f"assets/katex/fonts/{path.name}": path for path in fonts}
        | {f"films/{path.name}": path for path in films}
        | {f"assets/widgets/{path.name}": path for path in bundle}
    )


def written() -> dict[str, str]:
    """Files to write: where they go and what is in them."""
    tests = sorted((ROOT / "tests").glob("test_*.py"))
    return {"assets/nnmath.css": sheet()} | {
        f"assets/tests/{path.stem}.html": test_page(path) for path in tests
    }


def sheet() -> str:
    """The one style sheet beside the theme's: maths, roles, the book's own."""
    maths = (KATEX / "dist" / "katex.min.css").read_text(encoding="utf-8")
    own = (STYLES / f"{name}.css" for name in ("book", "blocks", "print"))
    texts = (path.read_text(encoding="utf-8") for path in own)
    return "\n".join([only_woff2(maths), colour_sheet(), *texts])


def only_woff2(sheet: str) -> str:
    """KaTeX's style with its fonts beside it, without the older formats, which are not copied."""
    sheet = re.sub(r',url\(fonts/[^)]*\.(woff|ttf)\) format\("[a-z]+"\)', "", sheet)
    return sheet.replace("url(fonts/", "url(katex/fonts/")


def on_page_context(context, page, config, nav):  # type: ignore[no-untyped-def]
    """Tell the theme which scripts a page needs."""
    content = page.content or ""
    context["has_widgets"] = "data-widget=" in content or "data-exercise=" in content
    return context
