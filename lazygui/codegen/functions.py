"""The Python functions that a script brings along: those of blocks, and those of the document's custom nodes. Pure.

Nothing here runs: sources are parsed, renamed where two would be called alike, and written.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from lazygui.catalog.spec import Role
from lazygui.codegen.layout import Line, plain
from lazygui.codegen.names import RESERVED, SCRIPT, free
from lazygui.graph import custom
from lazygui.graph.model import Node

OWN_COMMENT = "# This function is the document's own."


@dataclass(frozen=True, slots=True)
class Functions:
    """What each source is called, the lines that define each of them, and the imports that these bring along."""

    names: Mapping[str, str]
    definitions: tuple[tuple[Line, ...], ...]
    imports: tuple[str, ...]


def source_of(node: Node) -> str:
    """Return the source of the node's function; "" for a node without one."""
    if node.spec is None:
        return ""
    return str(node.value("source")) if node.spec.role is Role.CUSTOM else node.spec.source


def functions(nodes: Iterable[Node]) -> Functions:
    """Return the functions of the nodes, each distinct source once, in the order of their first use."""
    users: dict[str, list[Node]] = {}
    for node in nodes:
        if source_of(node):
            users.setdefault(source_of(node), []).append(node)
    taken = RESERVED | SCRIPT
    names: dict[str, str] = {}
    definitions: list[tuple[Line, ...]] = []
    imports: list[str] = []
    for source, found in users.items():
        names[source] = free(_name(source), {*taken, *names.values()}, taken)
        is_own = any(node.spec and node.spec.role is Role.CUSTOM for node in found)
        text, needed = _definition(source, names[source])
        used = tuple(node.id for node in found)
        head = plain(OWN_COMMENT) if is_own else []
        lines = [Line(line, used if line.startswith("def ") else ()) for line in text.split("\n")]
        definitions.append((*head, *lines))
        imports += needed
    return Functions(names, tuple(definitions), tuple(imports))


def _name(source: str) -> str:
    found = custom.signature(source)
    return found.name if found else "function"


@lru_cache(maxsize=256)
def _definition(source: str, name: str) -> tuple[str, tuple[str, ...]]:
    """Return the text of the source's function under another name, and its imports, each a line."""
    body = ast.parse(source).body
    function = next(part for part in body if isinstance(part, ast.FunctionDef))
    # The future has come for every Python that runs this, and such a line would have to be the first of the script.
    imports = [part for part in body if part is not function and getattr(part, "module", "") != "__future__"]
    # ast counts columns in bytes, and only these ends of lines.
    lines = source.replace("\r\n", "\n").replace("\r", "\n").encode().split(b"\n")
    is_whole = name == function.name or _rename(lines, function, name.encode())
    first = min([function.lineno, *(decorator.lineno for decorator in function.decorator_list)])
    text = b"\n".join(lines[first - 1 : function.end_lineno]).decode() if is_whole else _rewritten(function, name)
    return text, tuple(map(ast.unparse, imports))


def _rename(lines: list[bytes], function: ast.FunctionDef, name: bytes) -> bool:
    """Call the function otherwise in its lines; say whether that could be done everywhere.

    It cannot where the source spells a name otherwise than Python reads it, or not behind `def`.
    """
    old = function.name.encode()
    uses = [(n.lineno, n.col_offset) for n in ast.walk(function) if isinstance(n, ast.Name) and n.id == function.name]
    head = lines[function.lineno - 1]
    uses.append((function.lineno, head.find(old, head.index(b"def") + 3)))
    if any(column < 0 or lines[row - 1][column : column + len(old)] != old for row, column in uses):
        return False
    for row, column in sorted(uses, reverse=True):
        line = lines[row - 1]
        lines[row - 1] = line[:column] + name + line[column + len(old) :]
    return True


def _rewritten(function: ast.FunctionDef, name: str) -> str:
    """Return the function under another name as Python writes it, without its comments."""
    old = function.name
    for part in ast.walk(function):
        if isinstance(part, ast.Name) and part.id == old:
            part.id = name
    function.name = name
    return ast.unparse(function)
