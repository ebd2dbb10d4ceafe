"""First-order mutants of claims: each slip that one can make once, at each place where one can.

A verifier that proves what is wrong would prove one of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from nnmath.proof.argument_slips import LEFT_OUT, OTHER_WAYS, other_ways, wrong_steps
from nnmath.proof.box_slips import box_slips
from nnmath.proof.claims import Cited, Claim, Definition, Derivation, Mistake, Optimizer, Theorem
from nnmath.proof.indexed import Tensor
from nnmath.proof.inference import Inference
from nnmath.proof.laws import Draws, Independent, Random
from nnmath.proof.nodes import Node, Variable
from nnmath.proof.rule import Rule
from nnmath.proof.slips import put_at, slips, statement_slips
from nnmath.proof.statements import Hypothesis, Recurrence, Statement
from nnmath.proof.substitution import expressions
from nnmath.proof.tree import walk
from nnmath.proof.whole_slips import whole_slips

Changed = Node | Hypothesis | Rule | Inference | None


@dataclass(frozen=True)
class Mutant:
    """A claim with one slip.

    Args:
        where: What was changed: "statement", "hypothesis 1", "step 3", …
        slip: The kind of slip.
        original: What stood there.
        changed: What stands there now; None where it was left out.
        claim: The whole, so changed.
        link: Of a derivation, the number of the link that was changed.
        under: Of an argument's step, what is assumed where it stands.
    """

    where: str
    slip: str
    original: Changed
    changed: Changed
    claim: Claim
    link: int | None = None
    under: tuple[Statement, ...] = ()

    @property
    def says_the_same(self) -> bool:
        """Whether it says what the claim says and only goes another way: no falsehood if proved."""
        return self.slip in OTHER_WAYS


@dataclass(frozen=True)
class Score:
    """How the verifier did against mutants.

    Args:
        killed: Not proved (a definition's: found out by its witness).
        harmless: Proved, and rightly: each is listed, proved and confirmed to be true.
        unneeded: Still proved, and the same claim: a step left out, or made in another way.
        survived: Proved, and listed by nobody: the verifier, or the list, is wrong.
        seconds: Time taken.
    """

    killed: int = 0
    harmless: int = 0
    unneeded: int = 0
    survived: tuple[str, ...] = ()
    seconds: float = 0.0

    @property
    def tried(self) -> int:
        """How many mutants there were."""
        return self.killed + self.harmless + self.unneeded + len(self.survived)

    def __add__(self, other: Score) -> Score:
        return Score(
            self.killed + other.killed,
            self.harmless + other.harmless,
            self.unneeded + other.unneeded,
            self.survived + other.survived,
            self.seconds + other.seconds,
        )

    def __str__(self) -> str:
        return (
            f"{self.tried} tried, {self.killed} killed, {self.harmless} true and listed, "
            f"{self.unneeded} other proofs of the same, {len(self.survived)} survived, "
            f"in {self.seconds:.0f} s"
        )


def mutants(claim: Claim, rules: Iterable[Rule] = ()) -> Iterator[Mutant]:
    """Every mutant of a claim: statement, hypotheses, each link or step, and each link's label.

    Args:
        claim: What is mutated.
        rules: Wrong labels to try on a derivation's links.
    """
    pool = _pool(claim)
    match claim:
        case Definition():
            for slip, right in slips(claim.right, pool):
                yield Mutant("right side", slip, claim.right, right, replace(claim, right=right))
        case Optimizer():
            made = whole_slips(claim) if claim.is_whole else box_slips(claim)
            for where, slip, original, changed, box in made:
                yield Mutant(where, slip, original, changed, box)  # type: ignore[arg-type]
        case Derivation():
            yield from _of_hypotheses(claim, claim.given, pool)
            yield from _of_links(claim, pool, tuple(rules))
        case Theorem():
            yield from _of_hypotheses(claim, claim.given, pool)
            for slip, statement in statement_slips(claim.statement, pool):
                said_so = replace(claim, statement=statement)
                yield Mutant("statement", slip, claim.statement, statement, said_so)
            yield from _of_argument(claim, pool)
        case Mistake() | Cited():
            return  # wrong already, or not proved anyway


def _of_hypotheses(
    claim: Derivation | Theorem, given: tuple[Hypothesis, ...], pool: tuple[Node, ...]
) -> Iterator[Mutant]:
    for i, hypothesis in enumerate(given):
        where = f"hypothesis {i + 1}"
        left_out = replace(claim, given=(*given[:i], *given[i + 1 :]))
        yield Mutant(where, "left out", hypothesis, None, left_out)
        for slip, weaker in _hypothesis_slips(hypothesis, pool):
            changed = replace(claim, given=put_at(given, i, weaker))
            yield Mutant(where, slip, hypothesis, weaker, changed)


def _hypothesis_slips(
    hypothesis: Hypothesis, pool: tuple[Node, ...]
) -> Iterator[tuple[str, Hypothesis]]:
    if isinstance(hypothesis, Recurrence):
        for slip, following in slips(hypothesis.following, pool):
            try:
                yield slip, replace(hypothesis, following=following)
            except ValueError:
                continue  # a later member on the right: nobody can even write it down
    elif isinstance(hypothesis, Random):
        yield from _law_slips(hypothesis, pool)
    elif not isinstance(hypothesis, Independent):
        yield from statement_slips(hypothesis, pool)


def _law_slips(random: Random, pool: tuple[Node, ...]) -> Iterator[tuple[str, Hypothesis]]:
    if random.independent and not isinstance(random.law, Draws):
        yield "independence dropped", replace(random, independent=False)
    for parameter in random.law.parameters:
        for slip, node in slips(parameter, pool):
            yield slip, random.changed(lambda each, a=parameter, b=node: b if each == a else each)  # type: ignore[misc]


def _of_links(
    claim: Derivation, pool: tuple[Node, ...], rules: tuple[Rule, ...]
) -> Iterator[Mutant]:
    for i, link in enumerate(claim.links):
        where = f"line {i + 1}"
        for slip, expression in slips(link.expression, pool):
            new = replace(link, expression=expression)
            changed = replace(claim, links=put_at(claim.links, i, new))
            yield Mutant(where, slip, link.expression, expression, changed, i)
        if 0 < i < len(claim.links) - 1:
            shorter = replace(claim, links=(*claim.links[:i], *claim.links[i + 1 :]))
            yield Mutant(where, LEFT_OUT, link.expression, None, shorter, i)
        for rule in rules:
            if link.rule is not None and rule.id != link.rule.id:
                changed = replace(claim, links=put_at(claim.links, i, replace(link, rule=rule)))
                yield Mutant(where, "label", link.rule, rule, changed, i)


def _of_argument(claim: Theorem, pool: tuple[Node, ...]) -> Iterator[Mutant]:
    for slip in (*wrong_steps(claim.argument, pool), *other_ways(claim.argument, claim.uses)):
        whole = replace(claim, argument=slip.argument)
        yield Mutant(slip.where, slip.kind, slip.original, slip.changed, whole, under=slip.under)


def _pool(claim: Claim) -> tuple[Node, ...]:
    """The variables and tensors of a claim, which may be confused with one another."""
    if isinstance(claim, Optimizer):
        return (claim.parameter, claim.gradient, *claim.hyperparameters)
    statements = (claim.statement, *claim.given)
    nodes = (part for each in statements for node in expressions(each) for part in walk(node))
    return tuple(dict.fromkeys(node for node in nodes if isinstance(node, (Tensor, Variable))))
