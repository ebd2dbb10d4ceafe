"""3 · One expression, four spellings, and plain text for the terminal."""

from nnmath.printing.boxes import latex_lines, plain_lines, typst_lines
from nnmath.printing.javascript import javascript
from nnmath.printing.latex import latex
from nnmath.printing.names import code_name
from nnmath.printing.numpy_arrays import array_function, array_source
from nnmath.printing.numpy_code import numpy_function, numpy_source
from nnmath.printing.numpy_steps import step_function, step_parameters, step_source
from nnmath.printing.parameters import parameters
from nnmath.printing.plain import plain
from nnmath.printing.typst import typst
from nnmath.printing.walk import NoCode, UnknownNode

__all__ = [
    "NoCode",
    "UnknownNode",
    "array_function",
    "array_source",
    "code_name",
    "javascript",
    "latex",
    "latex_lines",
    "numpy_function",
    "numpy_source",
    "parameters",
    "plain",
    "plain_lines",
    "step_function",
    "step_parameters",
    "step_source",
    "typst",
    "typst_lines",
]
