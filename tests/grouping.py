"""What is tried of every claim runs in one process for each claim, which proves it once."""

import pytest

from nnmath.theory import SHELF

EACH = [pytest.param(id, marks=pytest.mark.xdist_group(id), id=id) for id in SHELF]
