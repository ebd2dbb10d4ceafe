"""What lies beside the languages: the door that sends each reader to theirs, sitemap, robots."""

from __future__ import annotations

import os
from pathlib import Path

from docs._site.folders import SITE_SOURCE
from nnmath.notation.text import LANGUAGES


def write_front(site: Path) -> None:
    """Write the files at the root of the site."""
    door = (SITE_SOURCE / "front" / "index.html").read_text(encoding="utf-8")
    lost = (SITE_SOURCE / "front" / "404.html").read_text(encoding="utf-8")
    logo = (SITE_SOURCE / "theme" / "assets" / "logo.svg").read_text(encoding="utf-8")
    address = site_url()
    links = "".join(
        f'<link rel="alternate" hreflang="{language}" href="{address}{language}/">\n'
        for language in LANGUAGES
        if address
    )
    (site / "index.html").write_text(door.replace("<!-- alternates -->", links), encoding="utf-8")
    (site / "404.html").write_text(lost.replace("{base}", address or "/"), encoding="utf-8")
    (site / "logo.svg").write_text(logo, encoding="utf-8")
    # Hosts that would drop folders starting with an underscore
    (site / ".nojekyll").touch()
    robots = "User-agent: *\nAllow: /\n"
    if address:
        robots += f"Sitemap: {address}sitemap.xml\n"
        (site / "sitemap.xml").write_text(sitemap_index(address), encoding="utf-8")
    (site / "robots.txt").write_text(robots, encoding="utf-8")


def site_url() -> str:
    """The site's address with a slash at its end; empty where it has none."""
    address = os.environ.get("SITE_URL", "")
    return address and address.rstrip("/") + "/"


def sitemap_index(address: str) -> str:
    """The list of the languages' sitemaps."""
    entries = "".join(
        f"<sitemap><loc>{address}{language}/sitemap.xml</loc></sitemap>" for language in LANGUAGES
    )
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return f'{head}<sitemapindex xmlns="{space}">{entries}</sitemapindex>\n'
