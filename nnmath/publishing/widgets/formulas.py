"""The formulas of the widget `gradient-step`: nodes of the catalog, printed as JavaScript."""

from __future__ import annotations

import json
from fractions import Fraction

from nnmath import catalog
from nnmath.printing import javascript, parameters
from nnmath.printing.names import Parameter
from nnmath.proof.nodes import Apply, Element, Negate, Node, Number, Relation, Variable
from nnmath.proof.substitution import substitute
from nnmath.proof.tree import walk
from nnmath.publishing.parts import symbol_of
from nnmath.publishing.widgets.settings import DEFAULTS, LIMITS, RANGES, SAMPLES
from nnmath.publishing.widgets.words import SCRIPT_WORDS


def equation(name: str) -> Relation:
    """The statement of an entry that is an equation.

    Raises:
        TypeError: It is none.
    """
    statement = catalog[name].statement
    if not isinstance(statement, Relation):
        raise TypeError(f"{name!r} is no equation")
    return statement


def opened(node: Node) -> Node:
    """The expression with every E′(…) replaced by what the catalog's derivative says it is."""
    derivative = equation("worked-example-derivative")
    assert isinstance(derivative.left, Apply)
    (variable,) = derivative.left.arguments
    return substitute(
        node,
        {
            part: substitute(derivative.right, {variable: part.arguments[0]})
            for part in walk(node)
            if isinstance(part, Apply) and part.function == derivative.left.function
        },
    )


def change_of_weight() -> Node:
    """ηE′(W_t): what the update rule subtracts."""
    step = equation("gradient-descent-step").right
    (taken,) = (part.operand for part in walk(step) if isinstance(part, Negate))
    return taken


def slope_now() -> Node:
    """E′(W_t), as the update rule has it."""
    return next(part for part in walk(change_of_weight()) if isinstance(part, Apply))


def loss_now() -> Node:
    """E(W_t): the loss before an update, which its change subtracts."""
    change = equation("gradient-descent-loss-change").left
    (before,) = (part.operand for part in walk(change) if isinstance(part, Negate))
    return before


def places(node: Node, *wanted: str) -> tuple[Parameter, ...]:
    """What an expression is computed from, in the order of the wanted ids."""
    found = {symbol_of(place).id: place for place in parameters(node)}
    return tuple(found[name] for name in wanted)


def functions() -> dict[str, tuple[Node, tuple[Parameter, ...]]]:
    """Every function of the script: its name, its expression, its arguments."""
    loss = equation("worked-example-loss").right
    slope = equation("worked-example-derivative").right
    step = opened(equation("gradient-descent-step").right)
    update = opened(change_of_weight())
    closed = equation("gradient-descent-closed-form").right
    return {
        "loss": (loss, places(loss, "weight")),
        "slope": (slope, places(slope, "weight")),
        "step": (step, places(step, "weight-sequence", "learning-rate")),
        "update": (update, places(update, "learning-rate", "weight-sequence")),
        "closedForm": (closed, places(closed, "weight-sequence", "learning-rate", "iteration")),
    }


def given_values(name: str) -> dict[str, Fraction]:
    """The numbers that an entry's hypotheses fix, by symbol."""
    found: dict[str, Fraction] = {}
    for hypothesis in catalog[name].hypotheses:
        match hypothesis:
            case Relation(Variable(symbol), "=", Number(value)):
                found[symbol.id] = value
            case Relation(Element(sequence, _), "=", Number(value)):
                found[sequence.id] = value
    return found


def worked_example() -> dict[str, float]:
    """The learning rate and the initial value of the worked example."""
    values = given_values("worked-step")
    return {
        "learningRate": float(values["learning-rate"]),
        "start": float(values["weight-sequence"]),
    }


def regime_sources() -> list[str]:
    """The regimes as JavaScript objects, each with its condition as a function."""
    lines = []
    for regime in catalog.regimes:
        rates = parameters(regime.condition)
        condition = javascript(regime.condition, name="holds", parameters=rates)
        data = {"id": regime.id, "name": {"ja": regime.name.ja, "en": regime.name.en}}
        sample = float(SAMPLES[regime.id])
        lines.append(f"{{ ...{to_json(data)}, sample: {sample}, holds: {condition} }}")
    return lines


def to_json(value: object) -> str:
    """JSON for a script."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def module_source() -> str:
    """The generated module: formulas, regimes, ranges and words."""
    printed = (
        javascript(node, name=name, parameters=arguments)
        for name, (node, arguments) in functions().items()
    )
    words = {
        language: {name: text.to(language) for name, text in SCRIPT_WORDS.items()}
        for language in ("ja", "en")
    }
    lines = [
        *(f"export {source}" for source in printed),
        f"export const regimes = [{', '.join(regime_sources())}];",
        f"export const ranges = {to_json(RANGES)};",
        f"export const limits = {to_json(LIMITS)};",
        f"export const defaults = {to_json(DEFAULTS)};",
        f"export const examples = {to_json({'worked': worked_example()})};",
        f"export const words = {to_json(words)};",
    ]
    return "\n".join(lines) + "\n"


def declarations() -> str:
    """The types of the generated module, for the strict check of the sources."""
    numbers = "readonly number[]"
    lines = [
        *(
            f"export function {name}({', '.join(f'_{i}: number' for i in range(len(arguments)))})"
            ": number;"
            for name, (_, arguments) in functions().items()
        ),
        "export const regimes: readonly { readonly id: string; readonly sample: number;",
        "  readonly name: Readonly<Record<'ja' | 'en', string>>;",
        "  readonly holds: (learningRate: number) => boolean }[];",
        "interface Range { readonly low: number; readonly high: number }",
        f"interface Scale extends Range {{ readonly values: {numbers} }}",
        "export const ranges: { readonly learningRate: Scale; readonly steps: Range;",
        "  readonly start: Scale & { readonly step: number } };",
        f"export const limits: Readonly<Record<{union(LIMITS)}, number>>;",
        "export const defaults: { readonly learningRate: number; readonly start: number };",
        "export const examples: { readonly worked: typeof defaults };",
        f"type Words = Readonly<Record<{union(SCRIPT_WORDS)}, string>>;",
        "export const words: { readonly ja: Words; readonly en: Words };",
    ]
    return "\n".join(lines) + "\n"


def union(names: object) -> str:
    """A TypeScript union of string literals."""
    return " | ".join(json.dumps(name) for name in names)  # type: ignore[attr-defined]
