"""Reads the arguments, runs one command, and says what went wrong in one line."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

from nnmath.cli import films, prove, show, site, verify
from nnmath.cli.failure import BAD_INPUT, INTERRUPTED, Failure, shortened

COMMANDS = {
    "verify": verify.VERIFY,
    "prove": prove.PROVE,
    "show": show.SHOW,
    "render": films.RENDER,
    "site": site.SITE,
    "serve": site.SERVE,
}
ENDS = "Exit code: 0 done, 1 a claim does not stand or the work failed, 2 the input is wrong."


class Parser(argparse.ArgumentParser):
    """A parser whose complaints are one line."""

    def error(self, message: str) -> NoReturn:
        """Print the complaint and leave.

        Raises:
            SystemExit: Always.
        """
        line = shortened(" ".join(message.split()), 300)
        self.exit(BAD_INPUT, f"{self.prog}: {line} (see {self.prog} --help)\n")


def parser() -> Parser:
    """The parser of all commands."""
    whole = Parser(prog="nnmath", description="Formulas with their proofs.", epilog=ENDS)
    commands = whole.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, command in COMMANDS.items():
        one = commands.add_parser(
            name, help=command.summary, description=command.summary, allow_abbrev=False
        )
        command.add_arguments(one)
        one.set_defaults(run=command.run)
    return whole


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show ℝ gets its number, not a traceback
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        options = parser().parse_args(with_signs_kept(given))
        code: int = options.run(options)
        sys.stdout.flush()
        return code
    except Failure as failure:
        print(f"nnmath: {failure}", file=sys.stderr)
        return failure.code
    except KeyboardInterrupt:
        print("nnmath: stopped", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has gone; nothing may be written when Python ends
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return INTERRUPTED


def with_signs_kept(arguments: list[str]) -> list[str]:
    """Let an expression begin with a minus, which else looks like an option.

    >>> with_signs_kept(["prove", "-x", "x", "--given", "x = 0"])
    ['prove', ' -x', 'x', '--given', 'x = 0']
    """
    if arguments[:1] != ["prove"]:
        return arguments
    return [f" {each}" if is_signed(each) else each for each in arguments]


def is_signed(argument: str) -> bool:
    """Whether it begins with one minus and is no option."""
    return argument[:1] == "-" and argument[:2] != "--" and argument != "-h"
