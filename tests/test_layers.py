"""Dependencies point down: every import is looked at, without running anything."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LAYERS = {
    "nnmath.notation": 1,
    "nnmath.proof": 2,
    "nnmath.printing": 3,
    "nnmath.verdicts": 3,
    "nnmath.theory": 4,
    "nnmath.catalog": 5,
    "nnmath.simulation": 6,
    "nnmath.publishing": 7,
    "nnmath.cli": 8,
    "nnmath.__main__": 8,
}
# What a reader types after `import nnmath` reaches down to all of it
SURFACE = "nnmath"
RESULTS = (
    "nnmath.notation",
    "nnmath.catalog",
    "nnmath.simulation",
    "nnmath.publishing",
)
HEAVY = ("manim", "mkdocs", "docs", "scenes", "material", "pymdownx", "markdown")
THE_PROOF_CORE_IMPORTS = {
    "flint": {"Ordering", "arb", "ctx", "fmpq", "fmpz", "fmpz_mpoly_ctx"},
}
STANDARD = {
    "__future__", "abc", "collections", "contextlib", "contextvars", "dataclasses", "enum",
    "fractions", "functools", "itertools", "math", "operator", "random", "re", "string", "time",
    "typing", "unicodedata", "difflib",
}  # fmt: skip


def sources(folder: str) -> Iterator[tuple[str, ast.Module]]:
    """The module name and the tree of each file below a folder."""
    for path in sorted((ROOT / folder).rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        if "node_modules" not in parts:
            name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
            yield name, parsed(path)


@cache
def parsed(path: Path) -> ast.Module:
    """The tree of a file, read once for all layers."""
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(module: str, tree: ast.AST) -> Iterator[str]:
    """What a module imports, anywhere in it, as dotted names; `from a import b` is `a.b`."""
    package = module.split(".")
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: -node.level] if node.level else []
            base = ".".join((*above, *filter(None, [node.module])))
            yield from (f"{base}.{alias.name}" for alias in node.names)


def layer(name: str) -> int | None:
    """The layer that a dotted name belongs to; None outside nnmath."""
    if name == SURFACE or name.startswith(SURFACE + "."):
        known = [n for part, n in LAYERS.items() if name == part or name.startswith(part + ".")]
        return max(known, default=8)  # nnmath itself: the whole
    return None


def upward(module: str, tree: ast.AST) -> list[str]:
    """The imports of a module of nnmath that point up."""
    own = layer(module)
    assert own is not None
    found = [name for name in imports(module, tree) if (layer(name) or 0) > own]
    heavy = [name for name in imports(module, tree) if name.split(".")[0] in HEAVY]
    return [f"{module} imports {name}" for name in found + (heavy if own < 8 else [])]


def sideways(module: str, tree: ast.AST) -> list[str]:
    """The imports of a scene or of the site's builder that reach past what they may use."""
    return [
        f"{module} imports {name}"
        for name in imports(module, tree)
        if layer(name) is not None
        and not any(name == each or name.startswith(each + ".") for each in RESULTS)
    ]


@pytest.mark.parametrize("package", [name for name in LAYERS if name != "nnmath.__main__"])
def test_dependencies_point_down(package: str) -> None:
    modules = [
        (m, tree) for m, tree in sources("nnmath") if m == package or m.startswith(package + ".")
    ]
    assert modules, "the layer is there"
    assert not [line for module, tree in modules for line in upward(module, tree)]


@pytest.mark.parametrize("folder", ["scenes", "docs/_site"])
def test_outside_the_package_only_results_are_used(folder: str) -> None:
    assert not [line for module, tree in sources(folder) for line in sideways(module, tree)]


def test_the_proof_core_rests_on_little() -> None:
    found: dict[str, set[str]] = {}
    for module, tree in sources("nnmath/proof"):
        for node in ast.walk(tree):
            names = (
                [alias.name for alias in node.names]
                if isinstance(node, (ast.Import, ast.ImportFrom))
                else []
            )
            origin = getattr(node, "module", None) or ""
            for name in names:
                whole = origin or name
                if whole.split(".")[0] not in STANDARD | {"nnmath"}:
                    found.setdefault(whole, set()).add(name)
        called = {getattr(n.func, "id", "") for n in ast.walk(tree) if isinstance(n, ast.Call)}
        assert not called & {"eval", "exec", "compile", "__import__"}, f"{module} runs text"
    assert found == THE_PROOF_CORE_IMPORTS


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("nnmath.notation.text", "from nnmath.proof import nodes"),
        ("nnmath.proof.kernel", "from nnmath import catalog"),
        ("nnmath.proof.kernel", "import nnmath"),
        ("nnmath.proof.kernel", "def f():\n    from nnmath.theory import SHELF"),
        ("nnmath.printing.latex", "import nnmath.theory.limits as limits"),
        ("nnmath.theory.limits", "from ..catalog import catalog"),
        ("nnmath.catalog", "from nnmath.simulation import descend"),
        ("nnmath.simulation.descent", "from nnmath.publishing import parts"),
        ("nnmath.publishing.parts", "from nnmath.cli import main"),
        ("nnmath.publishing.parts", "import manim"),
        ("nnmath.simulation.descent", "from docs._site import build"),
    ],
)
def test_an_import_that_points_up_is_found(module: str, line: str) -> None:
    assert upward(module, ast.parse(line))


@pytest.mark.parametrize(
    "line",
    ["from nnmath.proof.nodes import Node", "import nnmath.theory", "from nnmath import printing"],
)
def test_an_import_past_the_results_is_found(line: str) -> None:
    assert sideways("scenes.stage.theme", ast.parse(line))
    assert not sideways("scenes.stage.theme", ast.parse("from nnmath import catalog, simulation"))
