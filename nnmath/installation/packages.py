"""The packages of pip and npm, exactly as locked, installed anew only when a lock has changed."""

import hashlib
import json
import re
import sys
import tomllib
from pathlib import Path

from .steps import LOG, ROOT, run
from .system import PYTHON, as_root, find_browser

# Without wheels for Linux; built with what the rest of the lock has installed, hence second
BUILT_HERE = ("pycairo", "manimpango")
# What does not compile is not for this Python: a template, or code for another one.
# The packages' own tests, a fifth of it all, are never run
COMPILE = """import compileall, re, sysconfig
compileall.compile_dir(
    sysconfig.get_path("purelib"), quiet=2, workers=0, rx=re.compile("/tests?/")
)"""


def digest(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()


def read_stamp(stamp: Path) -> str:
    return stamp.read_text(encoding="utf-8") if stamp.is_file() else ""


def put_stamp(stamp: Path, text: str) -> None:
    """A stamp is written last and at once, so that it stands only on what is complete."""
    fresh = stamp.with_name(stamp.name + ".new")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(stamp)


class PythonPackages:
    """`.venv` and what requirements.lock puts into it."""

    folder = ".venv"
    lock_name = "requirements.lock"

    def __init__(self, root: Path = ROOT) -> None:
        self.root = root
        self.venv = root / self.folder
        self.python = self.venv / "bin" / "python"
        self.lock = root / "nnmath" / "installation" / self.lock_name
        self.stamp = self.venv / "packages.stamp"

    def home(self) -> str:
        """A virtual environment serves one Python in one place: its programs name both."""
        return digest(PYTHON, str(self.venv))

    def wanted(self) -> str:
        return f"{self.home()} {digest(self.lock.read_text(encoding='utf-8'))}"

    def are_usable(self) -> bool:
        """Whether an earlier installation was finished here, if perhaps of an older lock."""
        return self.python.exists() and read_stamp(self.stamp).startswith(self.home())

    def are_current(self) -> bool:
        return self.python.exists() and read_stamp(self.stamp) == self.wanted()

    def install(self) -> None:
        if self.are_current():
            return
        if not self.are_usable():
            # Nobody knows how far an unfinished one came
            python = getattr(sys, "_base_executable", sys.executable)
            run(f"making {self.folder}", (python, "-m", "venv", "--clear", str(self.venv)))
        wanted = self.wanted()
        self.stamp.unlink(missing_ok=True)
        self.install_locked()
        put_stamp(self.stamp, wanted)

    def install_locked(self) -> None:
        pip = (str(self.python), "-m", "pip", "install", "--no-deps", "--require-hashes")
        wheels = LOG.with_name("wheels.lock")
        wheels.parent.mkdir(exist_ok=True)
        lock = self.lock.read_text(encoding="utf-8")
        wheels.write_text(without(lock, BUILT_HERE), encoding="utf-8")
        command = (*pip, "--no-compile", "-r", str(wheels))
        run("installing the locked Python packages", command)
        # pip compiles on one processor alone
        run("compiling them", (str(self.python), "-c", COMPILE))
        # Not in an environment of pip's own, which would fetch builders that no lock pins
        command = (*pip, "--no-build-isolation", "-r", str(self.lock))
        run(f"building {' and '.join(BUILT_HERE)}", command)


class FrameworkPackages(PythonPackages):
    """The frameworks that the tests compare with, apart from all that the project runs on."""

    folder = ".venv/frameworks"
    lock_name = "frameworks.lock"

    def install_locked(self) -> None:
        pip = (str(self.python), "-m", "pip", "install", "--no-deps", "--require-hashes")
        # Most of their files are never imported; what is, Python compiles then
        command = (*pip, "--no-compile", "-r", str(self.lock))
        run("installing PyTorch, JAX, Optax and Keras (1.5 GB)", command)


def without(lock: str, names: tuple[str, ...]) -> str:
    """A lock file less some packages: an entry is a line and the indented ones under it."""
    entries = re.split(r"^(?=\S)", lock, flags=re.MULTILINE)
    return "".join(entry for entry in entries if entry.partition("==")[0] not in names)


def install_project(root: Path = ROOT) -> None:
    """Put `nnmath` itself on the path, again only when what pip reads of pyproject.toml changed."""
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    read_by_pip = (settings["project"], settings["build-system"], settings["tool"]["setuptools"])
    wanted = digest(json.dumps(read_by_pip, sort_keys=True))
    stamp = root / ".venv" / "project.stamp"
    if read_stamp(stamp) == wanted and (root / ".venv" / "bin" / "nnmath").exists():
        return
    pip = (str(root / ".venv" / "bin" / "python"), "-m", "pip", "install", "--no-deps")
    run("installing nnmath", (*pip, "--no-build-isolation", "--editable", str(root)))
    put_stamp(stamp, wanted)


def install_npm_packages(root: Path = ROOT) -> None:
    widgets = root / "docs" / "_widgets"
    if not (widgets / "package-lock.json").exists():
        return
    names = ("package.json", "package-lock.json")
    wanted = digest(*((widgets / name).read_text(encoding="utf-8") for name in names))
    # `npm ci` begins with deleting this folder, and the stamp with it
    stamp = widgets / "node_modules" / "packages.stamp"
    if read_stamp(stamp) == wanted:
        return
    npm = str(root / ".venv" / "bin" / "npm")
    run("installing the locked npm packages", (npm, "ci", "--no-audit", "--no-fund"), cwd=widgets)
    put_stamp(stamp, wanted)


def install_browser(root: Path = ROOT) -> None:
    """Fetch Playwright's Chromium where the system has no browser and no package of one."""
    if find_browser(root) is not None:
        return
    playwright = str(root / ".venv" / "bin" / "playwright")
    libraries = ("--with-deps",) if sys.platform == "linux" and as_root() is not None else ()
    run(
        "fetching Chromium",
        (playwright, "install", *libraries, "chromium"),
        PLAYWRIGHT_BROWSERS_PATH=str(root / ".venv" / "browsers"),
    )
