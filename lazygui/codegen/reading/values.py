"""What an expression of pasted Python stands for: names of torch, modules, tensors and their sizes. Values; no rules.

Numbers, texts, tuples, lists and dicts stand for themselves.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from lazygui.catalog.spec import LayerSpec, Value
from lazygui.graph.problems import Detail, Problem

Thing: TypeAlias = Any
"""Anything that an expression can stand for."""


class Unreadable(Exception):  # noqa: N818  # It is no error: this reader cannot do all that Python can.
    """Raised where the text says what no drawing can; nothing of it is then taken."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem

    @property
    def has_line(self) -> bool:
        return "line" in self.problem.details

    def at(self, line: int, text: str) -> Unreadable:
        """Return the same with the place where it happened; the text only where its sentence has none."""
        return Unreadable(
            Problem(self.problem.code, self.problem.node, {"text": text, **self.problem.details, "line": line})
        )


def unreadable(code: str, node: str | None = None, **details: Detail) -> Unreadable:
    """Return the exception for what cannot be read, to be raised by the caller; the place is added on its way."""
    return Unreadable(Problem(code, node, MappingProxyType(details)))


FATAL: Final = frozenset({"code_loop", "code_too_long", "code_too_deep"})
"""What ends the reading even in a line that nothing else needs."""


@dataclass(frozen=True, slots=True)
class Name:
    """A dotted name of a library: `nn.Linear`, `torch.cat`, `d2l.Residual`."""

    path: str


@dataclass(eq=False)
class Module:
    """What has an attribute path: its parent and its name there; the first place where it was put counts."""

    parent: Group | None = None
    name: str = ""

    def put(self, parent: Group, name: str) -> None:
        if self.parent is None and parent is not self and not self.is_around(parent):
            self.parent, self.name = parent, name

    def is_around(self, other: Module) -> bool:
        here: Module | None = other
        while here is not None and here is not self:
            here = here.parent
        return here is self

    @property
    def root(self) -> Module:
        return self if self.parent is None else self.parent.root

    @property
    def path(self) -> str:
        """The path from the root to this, which has none itself."""
        if self.parent is None:
            return ""
        around = self.parent.path
        return f"{around}.{self.name}" if around else self.name


@dataclass(eq=False)
class Layer(Module):
    """A layer of torch.nn."""

    spec: LayerSpec = field(kw_only=True)
    arguments: dict[str, Value] = field(kw_only=True)
    line: int = 0


@dataclass(eq=False)
class Held(Module):
    """A learned tensor or a buffer."""

    type: str = field(kw_only=True)
    arguments: dict[str, Value] = field(kw_only=True)


@dataclass(eq=False)
class Group(Module):
    """A module with children: a class of the text, or nn.Sequential, nn.ModuleList, nn.ModuleDict."""

    kind: str = "nn.Module"
    type: UserClass | None = None
    attributes: dict[str, Thing] = field(default_factory=dict)

    @property
    def children(self) -> dict[str, Module]:
        return {name: one for name, one in self.attributes.items() if isinstance(one, Layer | Group)}


@dataclass(eq=False)
class Draft:
    """A node that has no name yet. `sources` tells what feeds each of its inputs.

    `place` is where a module was reached for this call, `scope` the module whose forward makes the call, `name` what
    the result is called there.
    """

    type: str
    arguments: dict[str, Value]
    sources: dict[int, Tensor] = field(default_factory=dict)
    module: Module | None = None
    scope: Module | None = None
    place: tuple[Module, str] | None = None
    name: str = ""
    shares: Draft | None = None
    line: int = 0
    is_guessed: bool = False
    """The shape of an Input that nobody told."""
    is_forgotten: bool = False
    """The line that made it was left out."""


@dataclass(eq=False, slots=True)
class Tensor:
    """What a node gives at one of its outputs; `shape` is as much of its shape as the text tells."""

    draft: Draft
    port: int = 0
    shape: tuple[int | None, ...] | None = None

    @property
    def rank(self) -> int | None:
        return None if self.shape is None else len(self.shape)


@dataclass(eq=False, slots=True)
class Parts:
    """A tuple of tensors whose length only a run tells, as a split by one number gives it."""

    draft: Draft


@dataclass(eq=False, slots=True)
class Shape:
    """The shape of a tensor."""

    tensor: Tensor


@dataclass(frozen=True, slots=True)
class Size:
    """One length of a tensor."""

    tensor: Tensor
    axis: int

    @property
    def number(self) -> int | None:
        """The length where the text tells it; None for the batch, which shall stay free."""
        shape, rank = self.tensor.shape, self.tensor.rank
        if shape is None or rank is None or not -rank < self.axis < rank or self.axis == 0:
            return None
        return shape[self.axis]


def number_of(thing: Thing) -> Thing:
    """Return a value, and the number of a size where the text tells it."""
    return thing.number if isinstance(thing, Size) and thing.number is not None else thing


@dataclass(eq=False)
class Sample:
    """A tensor that is made from nothing: `torch.rand(2, 20)`. `held` and `draft` are what it has become."""

    arguments: dict[str, Value]
    is_outside: bool = False
    """It was made outside of all classes, so it is what the network is given."""
    name: str = ""
    draft: Draft | None = None
    held: Held | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Reference:
    """A parameter of a layer: `net[0].weight`."""

    layer: Layer
    parameter: str


@dataclass(eq=False, slots=True)
class Function:
    """A function of the text, with what it sees; `instance` is what a method was reached through."""

    node: ast.FunctionDef | ast.Lambda
    frame: Frame
    instance: Group | None = None
    owner: UserClass | None = None


@dataclass(eq=False, slots=True)
class UserClass:
    """A class of the text."""

    name: str
    bases: tuple[Thing, ...]
    members: dict[str, Thing]

    def find(self, name: str) -> tuple[Thing, UserClass] | None:
        """Return a member and the class that has it, this one before those that it derives from."""
        return next(((one.members[name], one) for one in self.line() if name in one.members), None)

    def line(self) -> list[UserClass]:
        found: list[UserClass] = [self]
        for base in self.bases:
            if isinstance(base, UserClass):
                found += [one for one in base.line() if one not in found]
        return found

    @property
    def kind(self) -> str:
        """What it is in torch: a container that calls its children, or any module."""
        bases = [base.path for one in self.line() for base in one.bases if isinstance(base, Name)]
        return next((path for path in bases if path in CONTAINERS), "nn.Module")


CONTAINERS: Final = ("nn.Sequential", "nn.ModuleList", "nn.ModuleDict")


@dataclass(frozen=True, slots=True)
class Super:
    """`super()` in a method of a class."""

    instance: Group
    owner: UserClass


@dataclass(frozen=True, slots=True)
class Method:
    """A method of a value that is no module of the text: `x.view`, `layers.append`."""

    owner: Thing
    name: str


@dataclass(eq=False, slots=True)
class Poison:
    """What a line would have given that was left out: whoever needs it hears why."""

    reason: Unreadable


@dataclass(eq=False)
class Frame:
    """The variables of one block, and those around it. `method` is the class whose method runs, for super()."""

    variables: dict[str, Thing] = field(default_factory=dict)
    around: Frame | None = None
    instance: Group | None = None
    owner: UserClass | None = None
    parameters: tuple[str, ...] = ()
    named_often: frozenset[str] = frozenset({"_"})

    def names_once(self, name: str) -> bool:
        """Say whether a name means one thing alone here, so that a node may be called so."""
        return name not in self.named_often and name not in self.variables

    def find(self, name: str) -> Frame | None:
        here: Frame | None = self
        while here is not None and name not in here.variables:
            here = here.around
        return here

    @property
    def is_outside(self) -> bool:
        """Nothing runs here but the lines of the text itself."""
        return self.around is None


EMPTY: Final[Mapping[str, Thing]] = MappingProxyType({})
