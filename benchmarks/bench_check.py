"""`lazygui check` of a ResNet-152 against what people use for a table of shapes: torchinfo and torchview.

All three start from a network of lazy modules that nobody has called, built anew in each round, and give the output
shape and the parameters of every layer. `check` builds on the meta device, as torchview does; torchinfo is given a
module there too, for its fastest way. Needs the extra `bench`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import torch
from interleave import interleaved, milliseconds, ratio
from networks import RESNET_152, drawn_resnet, plain_resnet
from torch import nn
from torchinfo import summary
from torchview import draw_graph

from lazygui.engine.infer import Inferer, Known

ROUNDS = 7
SHAPE = (1, 3, 224, 224)


def on_meta() -> nn.Module:
    with torch.device("meta"):
        return plain_resnet(RESNET_152).eval()


def checked() -> Known:
    """Infer as a process that has just started: nothing is remembered."""
    return Inferer().infer(drawn_resnet(RESNET_152, SHAPE[0]))


def main() -> int:
    known = checked()
    count = sum(p.numel() for p in called(on_meta()).parameters())
    assert known.totals.parameters == count, (known.totals, count)
    assert not known.findings, known.findings
    rivals: dict[str, Callable[[], object]] = {
        "lazygui check": checked,
        "torchinfo.summary": lambda: summary(on_meta(), input_size=SHAPE, device="meta", verbose=0),
        "torchview.draw_graph": lambda: draw_graph(on_meta(), input_size=SHAPE, device="meta"),
        "plain build and call": lambda: called(on_meta()),
    }
    seconds = interleaved(rivals, ROUNDS)
    print(f"ResNet-152: {len(known.shapes)} nodes, {count:,} parameters, X {SHAPE}, meta device")
    for name, times in seconds.items():
        print(f"  {name:22} {milliseconds(times)}  {ratio(seconds['lazygui check'], times):.2f} x: lazygui by this")
    inferer = Inferer()
    again = interleaved({"check again": lambda: inferer.infer(drawn_resnet(RESNET_152, 1))}, ROUNDS)
    print(f"  {'check again, warm':22} {milliseconds(again['check again'])}")
    peers = ("torchinfo.summary", "torchview.draw_graph")
    return 0 if all(ratio(seconds["lazygui check"], seconds[peer]) < 1 for peer in peers) else 1


def called(net: nn.Module) -> nn.Module:
    with torch.no_grad():
        net(torch.empty(SHAPE, device="meta"))
    return net


if __name__ == "__main__":
    sys.exit(main())
