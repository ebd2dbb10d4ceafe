"""The answers of PyTorch."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from answering import Names, answer


def differentiate(call: str, names: Names, by: list[str], signal: Any) -> tuple[Any, list[Any]]:
    """By autograd."""
    tensors = {
        name: torch.tensor(value, requires_grad=name in by) if hasattr(value, "shape") else value
        for name, value in names.items()
    }
    value = eval(call, {"torch": torch, **tensors})
    if by:
        (value * torch.tensor(signal)).sum().backward()
    return value.detach().numpy(), [tensors[name].grad.numpy() for name in by]


def walk(call: str, names: Names, start: Any, slope: Callable[[Any], Any], steps: int) -> list[Any]:
    """The parameter on its way, the start first."""
    parameter = torch.nn.Parameter(torch.tensor(start))
    rule = eval(call, {"torch": torch, **names, "parameters": [parameter]})
    path = [start]

    def loss() -> torch.Tensor:
        """What asks for the gradient; of the loss itself nothing here makes use."""
        parameter.grad = torch.tensor(slope(parameter.detach().numpy()))
        return torch.tensor(0.0)

    for _ in range(steps):
        rule.step(loss)
        path.append(parameter.detach().numpy().copy())
    return path


if __name__ == "__main__":
    torch.set_default_dtype(torch.float64)
    torch.set_num_threads(1)
    answer(torch, torch.__version__, differentiate, walk)
