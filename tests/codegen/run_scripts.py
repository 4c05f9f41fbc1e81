"""Runs scripts, each as the main program, and tells what each printed, learned and computed.

Started as a process of its own by `exported.py`: one import of torch serves hundreds of exported scripts.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import runpy
import sys
import traceback
import warnings
from typing import Any

import torch


def weights(parameter: torch.Tensor) -> tuple[tuple[int, ...], str]:
    """Return the shape and a digest of the very bits: a sum would depend on the number of threads that add."""
    bits = parameter.detach().contiguous().reshape(-1).view(torch.uint8).numpy().tobytes()
    return tuple(parameter.shape), hashlib.sha256(bits).hexdigest()


def told(tensor: torch.Tensor) -> tuple[tuple[int, ...], float, float]:
    """Return the shape of a tensor, its sum, and the sum of its absolute values."""
    values = tensor.detach().double()
    return tuple(tensor.shape), float(values.sum()), float(values.abs().sum())


def flat(result: Any) -> list[torch.Tensor]:
    """Return the tensors of nested tuples in order."""
    if isinstance(result, torch.Tensor):
        return [result]
    return [tensor for part in result or () for tensor in flat(part)]


def ran(path: str) -> dict[str, Any]:
    """Return what is known of a script that ran."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        names = runpy.run_path(path, run_name="__main__")
    net = names["net"]
    parameters = {name: weights(p) for name, p in net.named_parameters(remove_duplicate=False)}
    given = names["output"] if "output" in names else [v for v in names.values() if isinstance(v, torch.Tensor)]
    outputs = [told(tensor) for tensor in flat(given)]
    return {"printed": printed.getvalue(), "parameters": parameters, "outputs": outputs}


def main(paths: list[str]) -> None:
    """Print what is known of each script, as JSON."""
    warnings.simplefilter("error")
    # What torch itself says of its own classes is no fault of a script.
    warnings.filterwarnings("ignore", message=".*nested tensor.*")
    warnings.filterwarnings("ignore", message=".*non-zero dropout.*")
    results = []
    for path in paths:
        try:
            results.append(ran(path))
        except Exception:  # one script that fails is the fault of one test
            results.append({"error": traceback.format_exc()})
    print(json.dumps(results))


if __name__ == "__main__":
    main(sys.argv[1:])
