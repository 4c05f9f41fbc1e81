"""Values of arguments as a person writes them: text in, value or Problem out, and back. Knows no Qt."""

from __future__ import annotations

import ast
import re

from lazygui.catalog.spec import AUTO, ArgumentSpec, Kind, Value
from lazygui.graph import rules
from lazygui.graph.problems import Problem

# A Chinese keyboard writes full-width commas, and people write shapes as 3 x 5 and 3 × 5.
_INTEGER = re.compile(r"[+-]?\d+")
_SEPARATOR = re.compile(r"\s*[,，、;×xX*]\s*|\s+")


def parse(argument: ArgumentSpec, text: str) -> Value | Problem:
    """Return the value that the text stands for, or why the layer cannot take it.

    `parse(argument, show(argument, value))` is the value again, for every value that the argument allows.
    """
    try:
        # Spaces are part of a text: the last line of a source ends with a line break.
        value = _read(argument, text if argument.kind is Kind.TEXT and text.strip() else text.strip())
    except ValueError:
        facts = {"argument": argument.name, "value": text}
        return Problem(_UNREADABLE[argument.kind], None, {**facts, "axes": argument.axes, "choices": argument.choices})
    return rules.check_argument(argument, value) or value


def show(argument: ArgumentSpec, value: Value) -> str:
    """Return the text that the form shows for a value; nothing for None."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return _show_rows(value) if argument.kind is Kind.NUMBERS else _show_tuple(argument, value)
    return _show_number(value) if isinstance(value, float) else str(value)


def step(argument: ArgumentSpec, value: Value, by: int) -> Value:
    """Return an integer moved by so much, and no further than its bounds."""
    start = value if isinstance(value, int) else 0
    low = -rules.LARGEST - 1 if argument.minimum is None else int(argument.minimum) + argument.exclusive
    high = rules.LARGEST if argument.maximum is None else int(argument.maximum)
    return min(max(start + by, low), high)


_UNREADABLE = {
    Kind.INTEGER: "not_integer",
    Kind.FLOAT: "not_number",
    Kind.BOOLEAN: "not_boolean",
    Kind.CHOICE: "not_a_choice",
    Kind.SIZE: "not_a_size",
    Kind.SHAPE: "not_integer",
    Kind.NUMBERS: "not_numbers",
    Kind.TEXT: "not_text",
}


def _read(argument: ArgumentSpec, text: str) -> Value:
    """Return the value of a text of this kind; a ValueError says that it is none."""
    if text in ("", "None"):
        return None
    if argument.auto is not None and text == AUTO:
        return AUTO
    match argument.kind:
        case Kind.TEXT:
            return text
        case Kind.INTEGER:
            return _read_integer(text)
        case Kind.FLOAT:
            return _read_number(argument, text)
        case Kind.BOOLEAN:
            return _read_choice((True, False), text)
        case Kind.CHOICE:
            return _read_choice(argument.choices, text)
        case Kind.SIZE:
            return _read_size(argument, text)
        case Kind.SHAPE:
            return _read_tuple(text)
        case Kind.NUMBERS:
            return _read_rows(text)


def _read_integer(text: str) -> int:
    """Read digits with a sign at most; Python's own reader would take `1_0` for ten."""
    if not re.fullmatch(_INTEGER, text):
        raise ValueError(text)
    return int(text)


def _read_number(argument: ArgumentSpec, text: str) -> Value:
    """Whole numbers stay integers, for torch.add refuses alpha=1.0 on integers; a default keeps its own type."""
    number = _read_integer(text) if re.fullmatch(_INTEGER, text) else float(text)
    return argument.default if number == argument.default and not argument.is_required else number


def _read_choice(choices: tuple[Value, ...], text: str) -> Value:
    return next((choice for choice in choices if str(choice) == text), text)


def _read_size(argument: ArgumentSpec, text: str) -> Value:
    word = text.strip("'\"")
    if word in argument.words:
        return word
    numbers = _read_tuple(text)
    is_single = len(numbers) == 1 and not text.rstrip(")] ").endswith(",")
    return numbers[0] if is_single else numbers


def _read_tuple(text: str) -> tuple[Value, ...]:
    inside = text.strip("()[] ")
    parts = [part for part in _SEPARATOR.split(inside) if part]
    return tuple(None if part == "None" else _read_integer(part) for part in parts)


def _read_rows(text: str) -> Value:
    """Read nested rows as Python and JSON write them; literals alone, nothing is computed."""
    try:
        return _frozen(ast.literal_eval(text))
    except (SyntaxError, TypeError, MemoryError, RecursionError) as error:
        raise ValueError(text) from error


def _frozen(value: object) -> Value:
    if isinstance(value, list | tuple):
        return tuple(_frozen(item) for item in value)
    if isinstance(value, bool | int | float):
        return value
    raise ValueError(value)


def _show_tuple(argument: ArgumentSpec, value: tuple[Value, ...]) -> str:
    if not value:
        return "()"
    text = ", ".join(str(item) for item in value)
    # A comma tells the size (3,) from the size 3.
    return f"{text}," if len(value) == 1 and argument.kind is Kind.SIZE else text


def _show_rows(value: Value) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(_show_rows(item) for item in value)}]"
    return str(value)


def _show_number(value: float) -> str:
    """Return the shortest exact form, as people write it: 1e-5 rather than 1e-05."""
    return re.sub(r"e([+-])0+(?=\d)", r"e\1", repr(value)).replace("e+", "e")
