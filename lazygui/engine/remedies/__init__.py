"""What might mend a problem, the likeliest first. Guesses only: `fixing` tries them before anybody sees one. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final, TypeAlias

from lazygui.engine.remedies import axes, pairs, sizes, values, windows
from lazygui.engine.remedies.patient import Patient
from lazygui.graph.findings import Fix

Remedy: TypeAlias = Callable[[Patient], Iterator[Fix]]


def remedies(patient: Patient) -> Iterator[Fix]:
    """Yield what may help, the best first."""
    remedy = _BY_CODE.get(patient.finding.problem.code)
    return iter(()) if remedy is None else remedy(patient)


_BY_CODE: Final[Mapping[str, Remedy]] = {
    "wrong_features": sizes.mend_size,
    "wrong_channels": sizes.mend_size,
    "wrong_state": sizes.mend_size,
    "shared_width": sizes.mend_size,
    "not_divisible": sizes.mend_divisor,
    "wrong_rank": axes.mend_rank,
    "axis_out_of_range": axes.mend_axis,
    "wrong_order": axes.mend_order,
    "wrong_elements": axes.mend_elements,
    "cannot_expand": axes.mend_expanded,
    "wrong_parts": axes.mend_parts,
    "beyond_axis": axes.mend_reach,
    "unequal_lengths": pairs.mend_pair,
    "cannot_broadcast": pairs.mend_pair,
    "unequal_ranks": pairs.mend_ranks,
    "window_too_large": windows.mend_window,
    "nothing_left": windows.mend_cut,
    "shrinks_to_nothing": windows.mend_shrunk,
    "same_with_stride": windows.mend_same,
    "output_padding_too_large": windows.mend_output_padding,
    "padding_over_half": windows.mend_pool_padding,
    "padding_over_input": windows.mend_mirrored,
    "not_floating": values.mend_floats,
    "wrong_dtype": values.mend_floats,
    "mixed_dtypes": values.mend_mixed,
    "needs_integers": values.mend_integers,
    "needs_mask": values.mend_mask,
    "one_value": values.mend_batch,
    "fill_needs_floating": values.mend_fill,
    "values_shape": values.mend_values,
    "share_arguments": values.mend_shared,
    "one_of_two": values.mend_either,
    "unequal_shapes": pairs.mend_shapes,
    "dtype_refused": values.mend_floats,
    "index_too_large": values.mend_indices,
}
