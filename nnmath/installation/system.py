"""What the set-up needs of the system, because pip and npm cannot bring it."""

import importlib.util
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from .steps import Fault, run

PYTHON = "python{}.{}".format(*sys.version_info[:2])
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Need:
    """Something of the system's: its packages in apt and brew, and a look whether it is there."""

    name: str
    apt: str
    brew: str
    is_there: Callable[[], bool]


def succeeds(*command: str) -> str | None:
    """What a command prints if it ends well, else None."""
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


def has_program(*names: str) -> Callable[[], bool]:
    return lambda: any(map(shutil.which, names))


def has_library(name: str) -> Callable[[], bool]:
    return lambda: succeeds("pkg-config", "--exists", name) is not None


def has_font(family: str) -> Callable[[], bool]:
    return lambda: bool(succeeds("fc-list", f":family={family}", "file"))


def has_headers() -> bool:
    return Path(sysconfig.get_path("include"), "Python.h").exists()


def has_ensurepip() -> bool:
    return importlib.util.find_spec("ensurepip") is not None


def find_browser(root: Path = ROOT) -> Path | None:
    """The browser for the tests: the system's, else the one that Playwright fetched into .venv."""
    installed = [Path(found) for found in map(shutil.which, BROWSERS) if found]
    on_macos = [Path(CHROME_ON_MACOS)] if Path(CHROME_ON_MACOS).exists() else []
    fetched = [path for pattern in FETCHED for path in (root / ".venv/browsers").glob(pattern)]
    return next(iter(installed + on_macos + sorted(fetched, reverse=True)), None)


# Not `chromium-browser`: in Ubuntu that is a note which says to install a snap
BROWSERS = ("chromium", "google-chrome", "google-chrome-stable")
CHROME_ON_MACOS = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
FETCHED = ("chromium-*/chrome-linux*/chrome", "chromium-*/*/*.app/Contents/MacOS/*")
CHROMIUM_IS_PACKAGED = frozenset({"debian", "raspbian", "linuxmint"})

# pycairo and ManimPango have no wheels for Linux: needed only while they are built
TO_BUILD = (
    Need("Python's venv", f"{PYTHON}-venv", "", has_ensurepip),
    Need("Python's headers", f"{PYTHON}-dev", "", has_headers),
    Need("a C compiler", "gcc libc6-dev", "", has_program("cc", "gcc", "clang")),
    Need("pkg-config", "pkg-config", "pkgconf", has_program("pkg-config")),
    Need("cairo", "libcairo2-dev", "cairo", has_library("cairo")),
    Need("pango", "libpango1.0-dev", "pango", has_library("pangocairo")),
)
# fc-list, which looks for fonts, is of fontconfig
FONT = "Noto Sans CJK JP"
FOR_PICTURES = (
    Need(f"the font {FONT}", "fonts-noto-cjk fontconfig", "font-noto-sans-cjk-jp", has_font(FONT)),
)
FOR_BROWSING = (Need("Chromium", "chromium", "", lambda: find_browser() is not None),)


def distribution() -> str:
    try:
        return platform.freedesktop_os_release().get("ID", "")
    except OSError:
        return ""


def needs(pictures: bool, browsing: bool, building: bool) -> tuple[Need, ...]:
    """What a goal needs of the system; Playwright fetches Chromium where no package has it."""
    packaged = distribution() in CHROMIUM_IS_PACKAGED
    return (
        *(TO_BUILD if building else ()),
        *(FOR_PICTURES if pictures else ()),
        *(FOR_BROWSING if browsing and packaged else ()),
    )


def install_system_packages(wanted: Iterable[Need], goal: str) -> None:
    """Install with apt what is missing, or say in one line what to install."""
    missing = [need for need in wanted if not need.is_there()]
    if not missing:
        return
    rights = as_root()
    if rights is None or not shutil.which("apt-get"):
        raise Fault(how_to_install(missing, goal))
    packages = " ".join(need.apt for need in missing).split()
    apt = (*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get")
    run("reading apt's list of packages", (*apt, "update"))
    command = (*apt, "install", "-y", "--no-install-recommends", *packages)
    run(f"installing {' '.join(packages)}", command)


def as_root() -> tuple[str, ...] | None:
    """The words that make a command root's, or None where a password would be asked for."""
    if os.geteuid() == 0:
        return ()
    return None if succeeds("sudo", "-n", "true") is None else ("sudo", "-n")


def how_to_install(missing: Sequence[Need], goal: str) -> str:
    names = ", ".join(need.name for need in missing)
    apt = " ".join(need.apt for need in missing)
    brew = " ".join(need.brew for need in missing if need.brew)
    if sys.platform == "darwin":
        way = f"run `brew install {brew}`" if brew else "run `xcode-select --install`"
    elif shutil.which("apt-get"):
        way = f"run `sudo apt-get install {apt}`"
    else:
        way = f"install them with your package manager (Debian's names: {apt})"
    return f"missing {names}: {way}, then `make {goal}` again"
