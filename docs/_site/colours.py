"""The roles' colours as a style sheet, from the one palette."""

from __future__ import annotations

from nnmath.notation.roles import Role


def colour_sheet() -> str:
    """CSS variables and classes for every role, on light and on dark ground."""
    light = "".join(f"--role-{role.value}:{role.colour.on_light};" for role in Role)
    dark = "".join(f"--role-{role.value}:{role.colour.on_dark};" for role in Role)
    classes = "".join(
        f".role-{role.value}{{color:var(--role-{role.value})}}"
        for role in Role
        if role is not Role.PLAIN
    )
    return (
        f":root,[data-md-color-scheme=default]{{{light}}}\n"
        f"[data-md-color-scheme=slate]{{{dark}}}\n"
        f"@media print{{[data-md-color-scheme=slate]{{{light}}}}}\n{classes}\n"
    )
