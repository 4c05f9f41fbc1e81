"""Sliding windows: how long their output is, in numbers and signs, and what does not fit about them. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from lazygui.engine.case import Case
from lazygui.graph.problems import Problem


@dataclass(frozen=True, slots=True)
class Window:
    """The window over one axis, counted from the end, with the length that it slides over."""

    axis: int
    length: int
    kernel: int
    stride: int
    padding: int
    dilation: int
    rounds_up: bool = False

    @property
    def reach(self) -> int:
        """How many elements the window spans, its gaps included."""
        return self.dilation * (self.kernel - 1) + 1

    @property
    def padded(self) -> int:
        return self.length + 2 * self.padding

    @property
    def output(self) -> int:
        """The length of the output; 0 or less where the window does not fit."""
        room = self.padded - self.reach
        steps = -(-room // self.stride) if self.rounds_up else room // self.stride
        if self.rounds_up and steps * self.stride >= self.length + self.padding:
            steps -= 1  # torch: the last window must begin inside the input or the padding before it
        return steps + 1

    @property
    def arithmetic(self) -> str:
        """How the output comes about: `⌊(28 + 2 × 2 − 5) / 1⌋ + 1 = 28`."""
        reach = str(self.kernel) if self.dilation == 1 else f"{self.dilation} × ({self.kernel} − 1) − 1"
        left, right = ("⌈", "⌉") if self.rounds_up else ("⌊", "⌋")
        inside = f"({self.length} + 2 × {self.padding} − {reach}) / {self.stride}"
        return f"{left}{inside}{right} + 1 = {self.output}"


def windows(case: Case) -> tuple[Window, ...]:
    """Return the windows of a layer that slides some over its last axes, () for any other."""
    kernel = case.size("kernel_size")
    is_reversed = case.has("output_padding") or case.has("output_size") or len(case.spec.inputs) > 1
    if kernel is None or not case.has("stride") or is_reversed or case.first is None:
        return ()
    one = (1,) * len(kernel)
    stride = kernel if case.value("stride") is None else case.size("stride") or one
    padding = case.size("padding") or tuple(0 for _ in kernel)
    dilation = case.size("dilation") or one
    if case.value("padding") == "same" or len(case.first) < len(kernel):
        return ()
    axes = range(-len(kernel), 0)
    rounds_up = case.value("ceil_mode") is True
    return tuple(
        Window(axis, case.first[axis], size, step, added, gap, rounds_up)
        for axis, size, step, added, gap in zip(axes, kernel, stride, padding, dilation, strict=True)
    )


def too_small(case: Case) -> Problem | None:
    for window in windows(case):
        if window.output < 1:
            return case.reason(
                "window_too_large",
                axis=window.axis % len(case.first or (0,)),
                kernel=window.reach,
                got=window.length,
                size=window.padded,
                arithmetic=window.arithmetic,
            )
    return None


def nothing_left(case: Case) -> Problem | None:
    """The padding of a transposed layer is cut off its output."""
    names = ("kernel_size", "stride", "padding", "dilation", "output_padding")
    sizes = [case.size(name) for name in names]
    if None in sizes or case.first is None or len(case.first) < len(sizes[0] or ()):
        return None
    rows = zip(*(size or () for size in sizes), strict=True)
    for axis, (kernel, stride, padding, dilation, extra) in enumerate(rows, len(case.first) - len(sizes[0] or ())):
        if (case.first[axis] - 1) * stride - 2 * padding + dilation * (kernel - 1) + extra + 1 < 0:
            return case.reason("nothing_left", axis=axis, padding=padding, got=case.first[axis])
    return None


def shrunk(case: Case) -> Problem | None:
    """A factor that leaves nothing of an image. Its axes are those behind the batch and the channels."""
    factor = case.value("scale_factor")
    if not isinstance(factor, int | float) or case.first is None or case.value("size") is not None:
        return None
    for axis, length in enumerate(case.first[2:], 2):
        if int(length * factor) < 1:
            return case.reason("shrinks_to_nothing", axis=axis, got=length, factor=factor)
    return None


def same_with_stride(case: Case) -> Problem | None:
    stride = case.size("stride")
    if case.value("padding") != "same" or stride is None or max(stride) == 1:
        return None
    return case.reason("same_with_stride", stride=stride)


def output_padding(case: Case) -> Problem | None:
    """What is added at one end of a transposed layer's output is less than its stride or its dilation."""
    extra, stride, dilation = (case.size(name) for name in ("output_padding", "stride", "dilation"))
    if extra is None or stride is None or dilation is None:
        return None
    for added, step, gap in zip(extra, stride, dilation, strict=True):
        if added >= max(step, gap):
            return case.reason("output_padding_too_large", padding=added, stride=step, dilation=gap)
    return None


def pooling_padding(case: Case) -> Problem | None:
    """A pooling window that lies in the padding alone has nothing to take a value from."""
    kernel, padding = case.size("kernel_size"), case.size("padding")
    if kernel is None or padding is None or case.spec.parameters or not windows(case) or not case.has("ceil_mode"):
        return None
    for window, added in zip(kernel, padding, strict=True):
        if 2 * added > window:
            return case.reason("padding_over_half", padding=added, kernel=window)
    return None


def mirrored_padding(case: Case) -> Problem | None:
    """An input can be mirrored, or laid around itself, no further than it is long."""
    mode, found = case.value("padding_mode"), windows(case)
    if mode not in ("reflect", "circular"):
        return None
    for window in found:
        if window.padding > window.length - (1 if mode == "reflect" else 0):
            return case.reason(
                "padding_over_input",
                padding=window.padding,
                got=window.length,
                axis=window.axis % len(case.first or "-"),
            )
    return None
