"""Networks that everybody knows, as drawings and as the modules that plain PyTorch code would make of them."""

from __future__ import annotations

import torch
from torch import nn

from lazygui.catalog.spec import Value
from lazygui.graph.model import Edge, Graph, Node, Port


class Drawing:
    """Grows a graph and, in the same calls, remembers what plain torch code would do."""

    def __init__(self, *shape: int) -> None:
        self.nodes = {"x": Node("x", "Input", {"shape": shape})}
        self.edges: list[Edge] = []

    def add(self, layer: str, *sources: str, **arguments: Value) -> str:
        name = f"n{len(self.nodes)}"
        self.nodes[name] = Node(name, layer, arguments)
        self.edges += [Edge(Port(source), Port(name, index)) for index, source in enumerate(sources)]
        return name

    @property
    def graph(self) -> Graph:
        return Graph(self.nodes).with_edges(self.edges)


class Block(nn.Module):
    """The bottleneck of a ResNet, as everybody writes it."""

    def __init__(self, width: int, stride: int, has_shortcut: bool) -> None:
        super().__init__()
        self.body = nn.Sequential(
            *(nn.LazyConv2d(width, 1, bias=False), nn.LazyBatchNorm2d(), nn.ReLU()),
            *(nn.LazyConv2d(width, 3, stride=stride, padding=1, bias=False), nn.LazyBatchNorm2d(), nn.ReLU()),
            *(nn.LazyConv2d(4 * width, 1, bias=False), nn.LazyBatchNorm2d()),
        )
        shortcut = (nn.LazyConv2d(4 * width, 1, stride=stride, bias=False), nn.LazyBatchNorm2d())
        self.shortcut = nn.Sequential(*shortcut) if has_shortcut else None
        self.relu = nn.ReLU()

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.relu(torch.add(self.body(x), x if self.shortcut is None else self.shortcut(x)))


Stages = tuple[tuple[int, int, int], ...]
"""Width, number of blocks and stride of each stage."""
RESNET_50: Stages = ((64, 3, 1), (128, 4, 2), (256, 6, 2), (512, 3, 2))
RESNET_152: Stages = ((64, 3, 1), (128, 8, 2), (256, 36, 2), (512, 3, 2))
HUNDRED_NODES: Stages = ((64, 9, 1),)
"""A ResNet whose drawing has 100 nodes."""


def plain_resnet(stages: Stages) -> nn.Module:
    stem = (nn.LazyConv2d(64, 7, stride=2, padding=3, bias=False), nn.LazyBatchNorm2d(), nn.ReLU())
    blocks = [Block(w, s if i == 0 else 1, i == 0) for w, count, s in stages for i in range(count)]
    head = (nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.LazyLinear(1000))
    return nn.Sequential(*stem, nn.MaxPool2d(3, stride=2, padding=1), *blocks, *head)


def drawn_resnet(stages: Stages, batch: int) -> Graph:
    d = Drawing(batch, 3, 224, 224)

    def conv(source: str, width: int, size: int, stride: int = 1) -> str:
        arguments = {"kernel_size": size, "stride": stride, "padding": size // 2, "bias": False}
        return d.add("nn.LazyBatchNorm2d", d.add("nn.LazyConv2d", source, out_channels=width, **arguments))

    top = d.add("nn.MaxPool2d", d.add("nn.ReLU", conv("x", 64, 7, 2)), kernel_size=3, stride=2, padding=1)
    for width, count, first_stride in stages:
        for number in range(count):
            stride = first_stride if number == 0 else 1
            inner = d.add("nn.ReLU", conv(d.add("nn.ReLU", conv(top, width, 1)), width, 3, stride))
            body = conv(inner, 4 * width, 1)
            top = d.add("nn.ReLU", d.add("torch.add", body, conv(top, 4 * width, 1, stride) if number == 0 else top))
    flat = d.add("nn.Flatten", d.add("nn.AdaptiveAvgPool2d", top, output_size=1))
    d.add("nn.LazyLinear", flat, out_features=1000)
    return d.graph


GPT2_XL = (48, 1600, 25, 50257)
"""Blocks, width, heads and vocabulary."""


def drawn_gpt2(blocks: int, width: int, heads: int, vocabulary: int, batch: int = 1, steps: int = 64) -> Graph:
    """Return a decoder like GPT-2's, of single operations: 19 nodes a block."""
    d = Drawing(batch, steps)
    d.nodes["x"] = Node("x", "Input", {"shape": (batch, steps), "dtype": "int64"})
    token = d.add("nn.Embedding", "x", num_embeddings=vocabulary, embedding_dim=width)
    place = d.add("nn.Parameter", shape=(1, steps, width), init="randn")
    top = d.add("torch.add", token, place)
    for _ in range(blocks):
        normed = d.add("nn.LayerNorm", top, normalized_shape=(width,))
        top = d.add("torch.add", top, _attention(d, normed, width, heads))
        inner = d.add("nn.LazyLinear", d.add("nn.LayerNorm", top, normalized_shape=(width,)), out_features=4 * width)
        top = d.add("torch.add", top, d.add("nn.LazyLinear", d.add("nn.GELU", inner), out_features=width))
    d.add("nn.LazyLinear", d.add("nn.LayerNorm", top, normalized_shape=(width,)), out_features=vocabulary, bias=False)
    return d.graph


def _attention(d: Drawing, x: str, width: int, heads: int) -> str:
    parts = [
        d.add("block.split_heads", d.add("nn.LazyLinear", x, out_features=width), num_heads=heads) for _ in range(3)
    ]
    queries, keys, values = parts
    scores = d.add("torch.bmm", queries, d.add("torch.transpose", keys, dim0=1, dim1=2))
    weights = d.add("F.softmax", d.add("Scale", scores, factor=(width // heads) ** -0.5), dim=-1)
    context = d.add("block.merge_heads", d.add("torch.bmm", weights, values), num_heads=heads)
    return d.add("nn.Dropout", d.add("nn.LazyLinear", context, out_features=width), p=0.1)


class Decoder(nn.Module):
    """A block of GPT-2's, as everybody writes it."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.norm, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.attention = nn.MultiheadAttention(width, heads, batch_first=True)
        self.drop = nn.Dropout(0.1)
        self.body = nn.Sequential(nn.LazyLinear(4 * width), nn.GELU(), nn.LazyLinear(width))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        y = self.norm(x)
        x = torch.add(x, self.drop(self.attention(y, y, y, need_weights=False)[0]))
        return torch.add(x, self.body(self.norm2(x)))


class Gpt2(nn.Module):
    """A decoder like GPT-2's, its head with weights of its own as in the drawing."""

    def __init__(self, blocks: int, width: int, heads: int, vocabulary: int, steps: int = 64) -> None:
        super().__init__()
        self.token = nn.Embedding(vocabulary, width)
        self.place = nn.Parameter(torch.randn(1, steps, width))
        self.blocks = nn.Sequential(*(Decoder(width, heads) for _ in range(blocks)))
        self.head = nn.Sequential(nn.LayerNorm(width), nn.LazyLinear(vocabulary, bias=False))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        result: torch.Tensor = self.head(self.blocks(torch.add(self.token(x), self.place)))
        return result
