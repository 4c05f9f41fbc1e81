"""Data types that a layer does not take: torch says whether, the sample of the catalogue which of them is odd."""

from __future__ import annotations

import torch

from lazygui.engine import probe
from lazygui.engine.case import Case
from lazygui.engine.dtypes import Spec, dtype_name
from lazygui.graph.problems import Problem


def wanted(case: Case, port: int) -> str:
    return probe.sample_dtype(case.spec, port)


def refused(case: Case) -> Problem | None:
    """Torch is asked whether it takes the types; which of them is to blame is told from the sample's."""
    if probe.takes(case.node, tuple(case.arrived), tuple(spec.dtype for spec in case.arrived.values())):
        return None
    odd = [(port, spec) for port, spec in case.arrived.items() if spec.dtype != wanted(case, port)]
    found = (_not_integer, _not_mask, _not_floating, _wrong_dtype, _mixed_dtypes)
    told = (ask(case, port, spec) for ask in found for port, spec in odd)
    return next(filter(None, told), None) or case.reason("dtype_refused", odd[0][0], dtype=odd[0][1].dtype)


def _not_integer(case: Case, port: int, spec: Spec) -> Problem | None:
    if wanted(case, port) != "int64":
        return None
    return case.reason("needs_integers", port, dtype=spec.dtype)


def _not_mask(case: Case, port: int, spec: Spec) -> Problem | None:
    if wanted(case, port) != "bool":
        return None
    return case.reason("needs_mask", port, dtype=spec.dtype)


def _not_floating(case: Case, port: int, spec: Spec) -> Problem | None:
    return None if spec.is_floating else case.reason("not_floating", port, dtype=spec.dtype)


def _wrong_dtype(case: Case, port: int, spec: Spec) -> Problem | None:
    """Weights are of torch's default type, and most take no other."""
    expected = dtype_name(torch.get_default_dtype())
    if not case.spec.parameters:
        return None
    return case.reason("wrong_dtype", port, dtype=spec.dtype, expected=expected)


def _mixed_dtypes(case: Case, port: int, spec: Spec) -> Problem | None:
    first = next(iter(case.arrived.values())).dtype
    if first == spec.dtype:
        return None
    return case.reason("mixed_dtypes", port, first=first, dtype=spec.dtype)
