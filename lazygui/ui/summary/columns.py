"""The columns of the summary: what each says of a row, and by what it is sorted. Pure but for the translations."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from lazygui.catalog.spec import QT_TRANSLATE_NOOP
from lazygui.graph.groups import short_name
from lazygui.graph.summary import Row, Shapes
from lazygui.ui.words import duration
from lazygui.words.numbers import bytes_words, count_words, shape_words

UNKNOWN: Final = "?"
LAYERS: Final = QT_TRANSLATE_NOOP("SummaryPanel", "{count} layers")
ONE_LAYER: Final = QT_TRANSLATE_NOOP("SummaryPanel", "1 layer")
USED_AGAIN: Final = QT_TRANSLATE_NOOP("SummaryPanel", "{layer} of {node}")


@dataclass(frozen=True, slots=True)
class Column:
    """`text` is read by people and may be short; `exact` is what a table of numbers says; `key` sorts.

    Both texts are of a row and of the row that sums up all. What is unknown sorts last in either direction.
    """

    title: str
    text: Callable[[Row, Row], str]
    exact: Callable[[Row, Row], str]
    key: Callable[[Row], float | str | None] | None = None
    is_number: bool = True

    @property
    def words(self) -> str:
        return translate(self.title)


def translate(text: str) -> str:
    return QCoreApplication.translate("SummaryPanel", text)


def shapes(several: Shapes) -> str:
    return ", ".join(UNKNOWN if shape is None else shape_words(shape) for shape in several)


def layer(row: Row) -> str:
    """Return the class without its module, or how much a group holds."""
    if row.rows:
        count = sum(1 for _, inner in row.walk() if not inner.rows)
        return translate(LAYERS if count != 1 else ONE_LAYER).format(count=count)
    name = row.layer.removeprefix("nn.")
    return translate(USED_AGAIN).format(layer=name, node=row.shared) if row.shared else name


def share(row: Row, whole: Row) -> str:
    """Return the part of all parameters that a row has, in per cent."""
    if row.parameters is None or not whole.parameters:
        return UNKNOWN if row.parameters is None or whole.parameters is None else ""
    return f"{100 * row.parameters / whole.parameters:.1f} %" if row.parameters else ""


def _count(number: int | None) -> str:
    return UNKNOWN if number is None else count_words(number)


def _digits(number: float | None) -> str:
    return "" if number is None else str(number)


COLUMNS: Final = (
    Column(
        QT_TRANSLATE_NOOP("SummaryPanel", "Node"),
        lambda row, _: short_name(row.path),
        lambda row, _: row.path,
        is_number=False,
    ),
    Column(
        QT_TRANSLATE_NOOP("SummaryPanel", "Layer"), lambda row, _: layer(row), lambda row, _: layer(row), layer, False
    ),
    Column(
        QT_TRANSLATE_NOOP("SummaryPanel", "Input"),
        lambda row, _: shapes(row.inputs),
        lambda row, _: shapes(row.inputs),
        lambda row: shapes(row.inputs),
        False,
    ),
    Column(
        QT_TRANSLATE_NOOP("SummaryPanel", "Output"),
        lambda row, _: shapes(row.outputs),
        lambda row, _: shapes(row.outputs),
        lambda row: shapes(row.outputs),
        False,
    ),
    Column(
        QT_TRANSLATE_NOOP("SummaryPanel", "Parameters"),
        lambda row, _: UNKNOWN if row.parameters is None else f"{row.parameters:,}",
        lambda row, _: _digits(row.parameters),
        lambda row: row.parameters,
    ),
    Column(QT_TRANSLATE_NOOP("SummaryPanel", "Share"), share, share, lambda row: row.parameters),
    Column(
        QT_TRANSLATE_NOOP("SummaryPanel", "Bytes"),
        lambda row, _: UNKNOWN if row.bytes is None else bytes_words(row.bytes, QCoreApplication.translate),
        lambda row, _: _digits(row.bytes),
        lambda row: row.bytes,
    ),
    Column(
        QT_TRANSLATE_NOOP("SummaryPanel", "MACs"),
        lambda row, _: _count(row.macs),
        lambda row, _: _digits(row.macs),
        lambda row: row.macs,
    ),
    Column(
        QT_TRANSLATE_NOOP("SummaryPanel", "Time"),
        lambda row, _: "" if row.seconds is None else duration(row.seconds),
        lambda row, _: _digits(row.seconds),
        lambda row: row.seconds,
    ),
)


def ordered(rows: tuple[Row, ...], column: int, is_falling: bool) -> tuple[Row, ...]:
    """Return rows of one level in the order of a column; the first column has them in running order."""
    key = COLUMNS[column].key
    if key is None:
        return rows[::-1] if is_falling else rows
    known = [row for row in rows if key(row) is not None]
    unknown = [row for row in rows if key(row) is None]
    return (*sorted(known, key=key, reverse=is_falling), *unknown)  # type: ignore[arg-type]  # None is left out


def markdown(rows: tuple[Row, ...], whole: Row) -> str:
    """Return a table of Markdown with a line for the sum."""
    lines = [[column.words for column in COLUMNS]]
    lines.append(["---:" if column.is_number else "---" for column in COLUMNS])
    for depth, row in _walk(rows):
        cells = [column.text(row, whole) for column in COLUMNS]
        lines.append(["\u2003" * depth + cells[0], *cells[1:]])
    lines.append([f"**{cell}**" if cell else "" for cell in sum_cells(whole)])
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |\n" for line in lines)


def csv_text(rows: tuple[Row, ...], whole: Row) -> str:
    """Return comma-separated values (RFC 4180): whole names, all digits, seconds and bytes as numbers."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(column.words for column in COLUMNS)
    writer.writerows([column.exact(row, whole) for column in COLUMNS] for _, row in _walk(rows))
    return text.getvalue()


def sum_cells(whole: Row) -> list[str]:
    """Return what stands in the line of the sum."""
    first = translate(QT_TRANSLATE_NOOP("SummaryPanel", "Total"))
    return [first, "", "", "", *(column.text(whole, whole) for column in COLUMNS[4:])]


def _walk(rows: tuple[Row, ...]) -> list[tuple[int, Row]]:
    return [pair for row in rows for pair in row.walk()]
