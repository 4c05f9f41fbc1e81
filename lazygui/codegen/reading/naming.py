"""What nodes are called: modules by their attribute paths, all else as the text calls its result. Pure."""

from __future__ import annotations

import keyword
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from lazygui import catalog
from lazygui.catalog.spec import LayerSpec
from lazygui.codegen.reading.values import Draft, Module
from lazygui.graph import naming

_MOST_DIGITS: Final = 9


@dataclass
class Names:
    """Gives each node its name: modules their paths first, then everything else what it was called."""

    drafts: list[Draft]
    outside: Mapping[int, str]
    _taken: naming.Taken = field(default_factory=lambda: naming.Taken(()))
    _numbers: dict[str, int] = field(default_factory=dict)
    """How far the numbers behind each name have come: many nodes may be called alike."""

    def given(self) -> dict[int, str]:
        roots = dict.fromkeys(id(one.module.root) for one in self.drafts if one.module is not None)
        groups = [root for root in roots if any(id(m.root) == root and m.parent for m in self._modules())]
        self._is_single = len(groups) <= 1
        names: dict[int, str] = {}
        owned = [one for one in self.drafts if one.module is not None and one.shares is None]
        rest = [one for one in self.drafts if one.module is None or one.shares is not None]
        for one in (*owned, *rest):
            wanted = self._path(one.module) if one.shares is None and one.module else self._called(one)
            name = self._free(allowed(wanted or naming.fresh(spec_of(one), one.type, self._taken)))
            self._taken.add(name)
            names[id(one)] = name
        return names

    def _free(self, wanted: str) -> str:
        """Return the wanted name, or the same with the next free number."""
        name = wanted
        if naming.rival(name, self._taken) is not None:
            name = naming.unique(f"{wanted}{self._numbers[wanted]}" if wanted in self._numbers else wanted, self._taken)
            digits = name.removeprefix(wanted)
            if digits.isdigit() and len(digits) < _MOST_DIGITS:
                self._numbers[wanted] = int(digits)
        return name

    def _modules(self) -> list[Module]:
        return [one.module for one in self.drafts if one.module is not None]

    def _path(self, module: Module) -> str:
        root, path = module.root, module.path
        if path and self._is_single:
            return path
        return ".".join(filter(None, (self.outside.get(id(root), root.name), path)))

    def _called(self, one: Draft) -> str:
        around = self._path(one.scope) if one.scope is not None and not self._is_lone(one.scope) else ""
        if one.place is not None:
            around, name = self._around(one.place[0]), one.place[1]
        else:
            name = one.name or naming.stem(spec_of(one), one.type)
        return f"{around}.{name}" if around else name

    def _around(self, module: Module) -> str:
        return "" if self._is_lone(module) else self._path(module)

    def _is_lone(self, module: Module) -> bool:
        """Say whether the module is the network itself, whose name says nothing."""
        return self._is_single and module.parent is None


def spec_of(one: Draft) -> LayerSpec | None:
    return catalog.find(one.type)


def allowed(name: str) -> str:
    """Return the name with what no node may be called mended: `to` becomes `to_`."""
    parts = [part if part.isascii() else "".join(c if c.isalnum() else "_" for c in part) for part in name.split(".")]
    mended = ".".join(_allowed_part(part) for part in parts)
    return mended if len(mended) <= naming.LONGEST // 2 else mended[-naming.LONGEST // 2 :].lstrip(".")


def _allowed_part(part: str) -> str:
    if not naming.is_valid(part):
        kept = "".join(letter for letter in part if letter.isalnum() and letter.isascii())
        part = kept if kept and not kept[0].isdigit() else f"layer{kept}"
    if part in naming.RESERVED or keyword.iskeyword(part):
        return f"{part}_"
    return part.lstrip("_") or "layer" if part.startswith("__") else part
