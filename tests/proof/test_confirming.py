"""The second opinion on mutants: what is true only because nothing meets it, is not confirmed."""

from __future__ import annotations

from nnmath.proof.indexed import total
from nnmath.proof.mutation import Mutant, mutants
from nnmath.proof.nodes import Variable
from nnmath.proof.statements import ForAll, Implies, equal
from nnmath.theory.descent_vocabulary import i
from nnmath.theory.principal_components import PRINCIPAL_COMPONENTS
from nnmath.theory.wide_autoencoder import G, k, p, v
from tests.proof.confirming import Seen, confirmed, opinion
from tests.proof.making import x, y


def test_a_statement_is_looked_at_where_what_is_assumed_holds() -> None:
    assert opinion("", x + y > y, (x > 0,)) is Seen.HOLDS
    assert opinion("", x + y > 0, (x > 0,)) is None
    assert opinion("", x + y > 0, (x > 0,), (y > 0,)) is Seen.HOLDS


def test_an_implication_is_looked_at_where_its_premise_holds() -> None:
    assert opinion("", Implies(y > 0, x + y > 0), (x > 0,)) is Seen.HOLDS
    assert opinion("", Implies(equal(y, -2 * x), x + y > 0), (x > 0,)) is None
    # No number that is tried has this cube
    assert opinion("", Implies(equal(x**3, 2), equal(x, 5)), ()) is None


def test_under_an_inequality_that_never_holds_anything_is_true() -> None:
    assert opinion("", equal(x, 5), (x > 0,), (x < 0,)) is Seen.NEVER
    assert opinion("", equal(x, 5), (x**2 <= y**2, y >= 0), (x > y,)) is Seen.NEVER
    assert opinion("", equal(x, 5), (x > 0,), (equal(x**3, 2),)) is None


def test_directions_of_which_only_the_lengths_are_given_are_not_enough() -> None:
    def with_entry(*at: Variable) -> Mutant:
        entry = ForAll(k, ForAll(p, equal(G[at], total(i, v[k, i] * v[p, i]))))
        (found,) = (each for each in mutants(PRINCIPAL_COMPONENTS) if each.changed == entry)
        return found

    assert confirmed(with_entry(p, k)) is Seen.HOLDS
    assert confirmed(with_entry(p, p)) is None
    assert confirmed(with_entry(k, k)) is None
