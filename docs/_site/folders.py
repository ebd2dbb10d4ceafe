"""Where the parts of the site lie."""

from __future__ import annotations

from pathlib import Path

SITE_SOURCE = Path(__file__).resolve().parent
STYLES = SITE_SOURCE / "styles"
DOCS = SITE_SOURCE.parent
ROOT = DOCS.parent
WIDGETS = DOCS / "_widgets"
REFERENCES = DOCS / "references.bib"
CACHE = ROOT / ".cache"
FILMS = CACHE / "site-films"
SITE = ROOT / "site"
