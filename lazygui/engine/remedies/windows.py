"""Remedies for sliding windows and their paddings. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from lazygui.engine.remedies.patient import FEW_CHANNELS, Patient, kept
from lazygui.graph.findings import Fix, Shape


def mend_window(p: Patient) -> Iterator[Fix]:
    kernel, got, size = p.number("kernel"), p.number("got"), p.number("size")
    shape = p.arrived(0)
    own = p.node.value("kernel_size")
    smallest = min([*shape[-2:], size]) if shape else size
    if has_channels_last(shape):
        yield p.insert("torch.permute", dims=(0, 3, 1, 2))
    if p.node.value("dilation") not in (None, 1):
        yield p.set(dilation=1)
    if p.spec.argument("padding"):
        yield p.set(padding=-(-(kernel - got) // 2))
    if size >= 1 and isinstance(own, int):
        yield p.set(kernel_size=max(size, 1))
        yield p.set(kernel_size=max(smallest, 1))
    made = p.origin(0, p.number("axis"))
    yield from kept(p, made)
    if made is not None and made.argument == "shape" and not has_channels_last(shape):
        node = p.graph.nodes[made.node]
        shown = node.value("shape")
        if isinstance(shown, tuple):
            larger = tuple(max(n, kernel) if i >= 2 and isinstance(n, int) else n for i, n in enumerate(shown))
            yield Fix("set_arguments", node.id, {"shape": larger})
    if not p.spec.parameters:
        yield Fix("remove", p.node.id)
    yield p.set(kernel_size=1, padding=0) if p.node.value("padding") not in (None, 0) else p.set(kernel_size=1)


def has_channels_last(shape: Shape) -> bool:
    """Say whether a shape looks like a batch of images, N × H × W × C."""
    return len(shape) == 4 and shape[-1] in FEW_CHANNELS and min(shape[1:3]) > max(FEW_CHANNELS)


def mend_same(p: Patient) -> Iterator[Fix]:
    yield p.set(stride=1)
    kernel = p.node.value("kernel_size")
    numbers = kernel if isinstance(kernel, tuple) else (kernel,)
    half = tuple(one // 2 for one in numbers if isinstance(one, int))
    yield p.set(padding=half[0] if len({*half}) == 1 else half)


def mend_output_padding(p: Patient) -> Iterator[Fix]:
    yield p.set(output_padding=max(p.number("stride"), p.number("dilation")) - 1)
    yield p.set(stride=p.number("padding") + 1)


def mend_pool_padding(p: Patient) -> Iterator[Fix]:
    yield p.set(padding=p.number("kernel") // 2)
    yield p.set(kernel_size=2 * p.number("padding"))


def mend_mirrored(p: Patient) -> Iterator[Fix]:
    yield p.set(padding_mode="zeros")
    yield p.set(padding=p.number("got") - 1)


def mend_cut(p: Patient) -> Iterator[Fix]:
    yield from (p.set(padding=padding) for padding in range(p.number("padding") - 1, -1, -1))


def mend_shrunk(p: Patient) -> Iterator[Fix]:
    yield p.set(scale_factor=1.0)
    if p.number("got") > 1:
        yield p.set(scale_factor=0.5)
