"""Readers are told what every symbol stands for."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from nnmath import catalog
from nnmath.notation.text import LANGUAGES
from nnmath.proof.indexed import total
from nnmath.proof.nodes import Variable
from nnmath.proof.statements import equal
from nnmath.publishing.domains import domain, values
from nnmath.publishing.fragments import point_name
from nnmath.publishing.parts import free_parts
from nnmath.publishing.symbol_tables import symbol_rows
from tests.printing.letters import A, M, N, X, error, eta, i, n, path, t, u, y


def test_sizes_and_indices_are_told_with_the_tensors() -> None:
    claim = equal(y[n], eta * total(i, X[n, i] * u[i]))
    assert domain((claim,), "en") == (
        (r"\htmlClass{role-learning-rate}{\eta}", "real numbers"),
        (r"\boldsymbol{y} \in \mathbb{R}^{N}", "vectors of real numbers"),
        (r"\boldsymbol{X} \in \mathbb{R}^{N \times M}", "matrices of real numbers"),
        (
            r"\htmlClass{role-data}{\boldsymbol{x}} \in \mathbb{R}^{M}",
            "vectors of real numbers",
        ),
        (r"N,\ M", "1, 2, 3, …"),
        (r"n = 1, \dots, N", "integers"),
    )
    assert dict(domain((claim,), "ja"))[r"N,\ M"] == "1以上の整数"


def test_a_sequence_of_vectors_is_told_by_its_member() -> None:
    claim = equal(path[t + 1, i], error[()])
    told = dict(domain((claim,), "en"))
    assert told[r"\htmlClass{role-weight}{\boldsymbol{p}}_{t} \in \mathbb{R}^{M}"] == (
        "vectors of real numbers"
    )
    assert told[r"\htmlClass{role-loss}{E}"] == "real numbers"
    assert told["t"] == "0, 1, 2, …"


def test_what_a_sum_binds_is_not_told() -> None:
    assert free_parts((total(i, i * eta),)) == (eta, M)
    assert free_parts((total(i, i * eta), i)) == (eta, M, i)
    assert free_parts((u[i],)) == (u, M, i)


@pytest.mark.parametrize("language", LANGUAGES)
def test_symbol_tables_say_what_an_index_runs_through(language: str) -> None:
    assert values(n.symbol, language) == "1, …, N"
    assert values(A.symbol, language) != values(X.symbol, language) != values(u.symbol, language)
    assert values(Variable(N.symbol).symbol, language) in ("1, 2, 3, …", "1以上の整数")


def test_a_counterexample_names_entries() -> None:
    claim = SimpleNamespace(statement=equal(X[n, i], error[()] + eta), hypotheses=())
    named = [point_name(name, cast(Any, claim), "en") for name in ("X[1, 2]", "E[]", "N")]
    assert named == ["X_{1,2}", r"\htmlClass{role-loss}{E}", "N"]


def test_a_symbol_table_names_a_sequence_by_its_member() -> None:
    claims = (catalog[id] for id in ("worked-example-loss", "gradient-descent-step"))
    rows = {row.id: row.latex for claim in claims for row in symbol_rows(claim, "en")}
    assert "_" in rows["weight-sequence"] and "_" not in rows["weight"]
    assert len(set(rows.values())) == len(rows)
