"""The numbers of one tensor, as many as can be seen at once. Values only."""

from __future__ import annotations

from dataclasses import dataclass

from lazygui.graph.findings import Shape

Index = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TensorPicture:
    """A tensor as tiles: each is the plane of its last two axes at one index of the others, row by row.

    `tiles` are the first ones, of `count` in all; each has `rows` × `columns` numbers. Where a plane is larger, one is
    the mean of `block` values down and across. `low` and `high` are the least and the greatest finite value of the
    whole tensor. A tensor of one axis is one row; so is a number.
    """

    shape: Shape
    dtype: str
    rows: int
    columns: int
    block: tuple[int, int]
    tiles: tuple[tuple[float, ...], ...]
    count: int
    low: float
    high: float

    @property
    def is_exact(self) -> bool:
        """Whether each number is one of the tensor, and not a mean."""
        return self.block == (1, 1)

    @property
    def plane(self) -> tuple[int, int]:
        """The size of a tile in the tensor."""
        return (self.shape[-2] if len(self.shape) > 1 else 1, self.shape[-1] if self.shape else 1)

    def index(self, tile: int, row: int, column: int) -> Index:
        """Return which element of the tensor is shown there; of a mean, the first one."""
        outer: list[int] = []
        for length in reversed(self.shape[:-2]):
            tile, at = divmod(tile, length)
            outer.append(at)
        inner = (row * self.block[0], column * self.block[1])
        return (*reversed(outer), *inner[2 - min(len(self.shape), 2) :])

    def value(self, tile: int, row: int, column: int) -> float:
        return self.tiles[tile][row * self.columns + column]
