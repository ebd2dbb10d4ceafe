"""Run a step, say how it goes, and say in one line why it failed."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOG = ROOT / "build" / "install.log"

# What a tool prints when it fails and what that means; the first that fits
CAUSES = (
    (r"No space left on device|ENOSPC", "the disk is full: free 3 GB and run it again"),
    (r"DO NOT MATCH THE HASHES|EINTEGRITY", "a download is not the locked file: run it again"),
    (
        r"Temporary failure (in name resolution|resolving)|Could not resolve|Failed to fetch|"
        r"NewConnectionError|ConnectTimeoutError|ProxyError|ReadTimeoutError|"
        r"ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|Network is unreachable",
        "a package registry does not answer: check the network and run it again",
    ),
    (
        r"SELF_SIGNED_CERT|CERTIFICATE_VERIFY_FAILED|UNABLE_TO_(GET_ISSUER|VERIFY)",
        "a registry's certificate is not trusted here: name your network's own certificates "
        "in PIP_CERT and NODE_EXTRA_CA_CERTS and run it again",
    ),
    (r"No matching distribution", "the registry lacks a locked version: check pip's settings"),
    (r"Could not get lock", "another program installs packages: wait for it and run it again"),
)
# npm's last word is where its own log lies
SAYS_WHY = r"(E:|npm error(?! A complete log)|error|fatal)"
# What belongs to another Python, or sends packages elsewhere, must not reach pip
MISLEADING = frozenset({"PYTHONHOME", "PYTHONPATH", "PIP_USER", "PIP_TARGET", "PIP_PREFIX"})


class Fault(Exception):
    """What is wrong, where, and what to do, in one line."""


class Progress:
    """One line: the step, on a terminal what it does just now, and at last how it ended."""

    def __init__(self, label: str) -> None:
        self.label = f"nnmath: {label} …"
        self.started = time.monotonic()
        print(self.label, end="", flush=True)

    def detail(self, text: str) -> None:
        if sys.stdout.isatty():
            width = shutil.get_terminal_size().columns - len(self.label) - 2
            shown = text.strip()[: max(width, 0)]
            print(f"\r\033[K{self.label} {shown}", end="", flush=True)

    def end(self, outcome: str) -> None:
        self.detail("")
        print(f" {outcome}, {time.monotonic() - self.started:.0f} s", flush=True)


def run(label: str, command: Sequence[str], cwd: Path = ROOT, **variables: str) -> None:
    """Run one step; what it prints goes to the log, where a failure's cause is found.

    Raises:
        Fault: the command failed or could not be started.
    """
    progress = Progress(label)
    LOG.parent.mkdir(exist_ok=True)
    with LOG.open("w", encoding="utf-8") as log, start(command, cwd, variables) as process:
        for line in process.stdout or ():
            log.write(line)
            progress.detail(line)
    progress.end("failed" if process.returncode else "done")
    if process.returncode:
        raise Fault(f"{label} failed: {cause(LOG.read_text(encoding='utf-8'))}")


def start(command: Sequence[str], cwd: Path, variables: dict[str, str]) -> subprocess.Popen[str]:
    kept = {name: text for name, text in os.environ.items() if name not in MISLEADING}
    path = os.pathsep.join((str(ROOT / ".venv" / "bin"), os.environ.get("PATH", os.defpath)))
    return subprocess.Popen(
        command,
        cwd=cwd,
        env={**kept, "PATH": path, "PIP_DISABLE_PIP_VERSION_CHECK": "1", **variables},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        # Lets the lock on the clone through, which outlives this process then
        close_fds=False,
        encoding="utf-8",
        errors="replace",
    )


def cause(printed: str) -> str:
    """The reason of a failure in a reader's words, else the tool's last word on it."""
    for pattern, meaning in CAUSES:
        if re.search(pattern, printed):
            return meaning
    lines = [line.strip() for line in printed.splitlines() if line.strip()]
    errors = [line for line in lines if re.match(SAYS_WHY, line, re.IGNORECASE)]
    last = (errors or lines or ["it printed nothing"])[-1]
    return f"{last} (all it printed: {LOG.relative_to(ROOT)})"
