"""JSON that remembers where everything stands. Knows nothing of networks.

The reader of the standard library accepts NaN, keeps the last of two equal keys, recurses without a limit and forgets
positions. A document is written by people too, so each of these is refused here, with its line. What is as it should be
the standard library reads, ten times as fast.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any, Final, Never

from lazygui.storage.errors import FormatError, wrong

Path = tuple[str | int, ...]
"""The keys and indices that lead from the whole text to a value: `("nodes", "fc1", "args")`."""

DEEPEST: Final = 64
"""So many objects and arrays may stand inside one another."""

_LONGEST_NUMBER: Final = 400
_PLACED_DEPTH: Final = 4
_TOKEN: Final = re.compile(
    r"""[ \t\n\r]*(?:
      (?P<mark>[{}\[\]:,])
    | (?P<string>"[^"\\\x00-\x1f]*(?:\\.[^"\\\x00-\x1f]*)*")
    | (?P<number>-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)(?![\w.])
    | (?P<word>-?[A-Za-z]+)
    | (?P<end>\Z)
    | (?P<other>)
    )""",
    re.VERBOSE,
)
_SUSPECT: Final = re.compile(rf"[0-9.eE+-]{{{_LONGEST_NUMBER}}}|\\u[dD][89a-fA-F]")
_WORDS: Final[Mapping[str, bool | None]] = {"true": True, "false": False, "null": None}


class Places:
    """Where the values of a good text stand, for those that are at most four steps from the whole."""

    def __init__(self, text: str) -> None:
        self._text = text

    def line(self, path: Path) -> int:
        """Return the line of the value, counted from 1, or that of the nearest value around it."""
        while path not in self._offsets:
            path = path[:-1]
        return line_at(self._text, self._offsets[path])

    @cached_property
    def _offsets(self) -> Mapping[Path, int]:
        # Only who complains wants to know.
        reader = _Reader(self._text)
        reader.whole()
        return reader.offsets


def line_at(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def parse(text: str) -> tuple[Any, Places]:
    """Return the value that the text holds, and where its parts stand. Arrays become tuples, objects dicts.

    Raises FormatError for anything that JSON does not allow, for numbers that are not finite, for two equal keys in one
    object, for nesting deeper than DEEPEST, and for characters that no UTF-8 file can hold.
    """
    try:
        value = _quickly(text)
    except (ValueError, RecursionError):  # whatever it is, our reader says what and where
        value = _Reader(text).whole()
    return value, Places(text)


def _quickly(text: str) -> Any:
    """Return the value of a text in which nothing is odd, by the standard library; raise ValueError for any other."""
    if _SUSPECT.search(text):
        raise ValueError("a number that is too long, or half of a character")
    text.encode()
    return _tupled(json.loads(text, object_pairs_hook=_distinct, parse_constant=float), 0)


def _distinct(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        raise ValueError("two equal keys")
    return members


def _tupled(value: Any, depth: int) -> Any:
    """Return a value with tuples for lists; raise ValueError where it is too deep, or a number is not finite."""
    kind = type(value)
    if kind is float and not math.isfinite(value):
        raise ValueError("not finite")
    if kind not in (list, dict):
        return value
    if depth >= DEEPEST:
        raise ValueError("too deep")
    if kind is list:
        return tuple([_tupled(item, depth + 1) for item in value])
    return {key: _tupled(item, depth + 1) for key, item in value.items()}


class _Reader:
    """Reads one text once, token by token."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.offsets: dict[Path, int] = {}
        self._start = 0
        self._end = 0

    def whole(self) -> Any:
        """Read the one value that the text holds, to its end."""
        value = self.value(())
        if self.next() != ("end", ""):
            self.expected("end")
        return value

    def value(self, path: Path) -> Any:
        """Read one value of any kind."""
        kind, token = self.next()
        if path not in self.offsets and len(path) <= _PLACED_DEPTH:
            self.offsets[path] = self._start
        match kind, token:
            case "mark", "{":
                return self._object(self._deeper(path))
            case "mark", "[":
                return self._array(self._deeper(path))
            case "string", _:
                return self._string(token)
            case "number", _:
                return self._number(token)
            case "word", ("true" | "false" | "null"):
                return _WORDS[token]
            case "word", ("NaN" | "Infinity" | "-Infinity"):
                raise wrong("number_not_finite", line=self._line(), text=token)
        self.expected("value")

    def next(self) -> tuple[str, str]:
        """Step to the next token and return its kind and its text."""
        found = _TOKEN.match(self.text, self._end)
        kind = found.lastgroup if found else None
        assert found and kind  # noqa: PT018  (always: the last alternative takes nothing)
        self._start, self._end = found.span(kind)
        return kind, found[kind]

    def expected(self, what: str) -> Never:
        """Refuse the token that was read last: `what` should have stood there."""
        column = self._start - (self.text.rfind("\n", 0, self._start) + 1) + 1
        raise wrong("not_json", line=self._line(), column=column, expected=what)

    def _object(self, path: Path) -> dict[str, Any]:
        members: dict[str, Any] = {}
        first: dict[str, int] = {}
        token = self.next()
        while token != ("mark", "}"):
            if token[0] != "string":
                self.expected("key")
            key = self._string(token[1])
            if key in first:
                raise self._duplicate(path, key, first[key])
            first[key] = self._start
            self._place((*path, key))
            if self.next() != ("mark", ":"):
                self.expected(":")
            members[key] = self.value((*path, key))
            token = self._comma_or("}", "key")
        return members

    def _array(self, path: Path) -> tuple[Any, ...]:
        items: list[Any] = []
        token = self.next()
        while token != ("mark", "]"):
            self._end = self._start  # back: a value reads its own first token
            items.append(self.value((*path, len(items))))
            token = self._comma_or("]", "value")
        return tuple(items)

    def _comma_or(self, close: str, then: str) -> tuple[str, str]:
        """Step over a comma to what follows it, or return the closing mark."""
        token = self.next()
        if token == ("mark", close):
            return token
        if token != ("mark", ","):
            self.expected(f", {close}")
        token = self.next()
        if token == ("mark", close):
            self.expected(then)
        return token

    def _string(self, token: str) -> str:
        try:
            text: str = json.loads(token)
            text.encode()
        except json.JSONDecodeError:
            self.expected("string")
        except UnicodeEncodeError:
            raise wrong("bad_character", line=self._line()) from None
        return text

    def _number(self, token: str) -> int | float:
        # int() itself refuses thousands of digits, and a float of so many is infinite.
        if len(token) > _LONGEST_NUMBER:
            raise wrong("number_not_finite", line=self._line(), text=f"{token[:20]}…")
        number = int(token) if token.lstrip("-").isdigit() else float(token)
        if isinstance(number, float) and not math.isfinite(number):
            raise wrong("number_not_finite", line=self._line(), text=token)
        return number

    def _deeper(self, path: Path) -> Path:
        if len(path) >= DEEPEST:
            raise wrong("too_deep", line=self._line(), limit=DEEPEST)
        return path

    def _duplicate(self, path: Path, key: str, first: int) -> FormatError:
        lines = {"line": self._line(), "first_line": line_at(self.text, first)}
        if path == ("nodes",):
            return wrong("duplicate_node", key, **lines)
        return wrong("duplicate_key", None, key=key, **lines)

    def _place(self, path: Path) -> None:
        if len(path) <= _PLACED_DEPTH:
            self.offsets[path] = self._start

    def _line(self) -> int:
        return line_at(self.text, self._start)
