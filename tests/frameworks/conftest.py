"""`--record`: keep what the frameworks say."""

import pytest

# They run where the frameworks are, not here
collect_ignore_glob = ["in_*.py"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Seen when this folder is named, as `make frameworks` does."""
    parser.addoption("--record", action="store_true", help="keep what the frameworks say")
