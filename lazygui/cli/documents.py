"""What the verbs have in common: the file they are given, the shapes that the person gives inputs, and exit codes."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Final

from lazygui.catalog.spec import QT_TRANSLATE_NOOP
from lazygui.graph.edits import SetArgument
from lazygui.graph.model import Graph
from lazygui.graph.problems import Problem, Refused
from lazygui.words.problems import Translate, sentence

if TYPE_CHECKING:
    import argparse

    from lazygui.codegen.reading import Reading

RAN, FAILED, WRONG = 0, 1, 2
"""The exit codes: it ran, the network failed, the file or an argument is wrong."""

_BAD_INPUT: Final = QT_TRANSLATE_NOOP("Cli", "--input {text}: write a node and its shape, as in x=2,20.")
_NO_INPUT: Final = QT_TRANSLATE_NOOP("Cli", "--input {text}: “{node}” is no Input. Inputs are: {names}.")


class WrongError(Exception):
    """The file or an argument is wrong; the text is a translated sentence."""


def parser(verb: str, description: str) -> argparse.ArgumentParser:
    """Return a parser for the options that run and check share."""
    import argparse

    made = argparse.ArgumentParser(prog=f"lazygui {verb}", description=description)
    made.add_argument("file", metavar="FILE", help="a document, or - for stdin")
    made.add_argument(
        "--input", metavar="NODE=SHAPE", action="append", default=[], help="another shape, as in x=2,20; repeatable"
    )
    made.add_argument("--train", action="store_true", help="in training mode: Dropout and BatchNorm act")
    made.add_argument("--json", action="store_true", help="print one JSON object")
    return made


def opened(options: argparse.Namespace, translate: Translate) -> Graph:
    """Return the document that the options name, its inputs in the shapes that they give. Raises WrongError."""
    graph = load(options.file, translate)
    for text in options.input:
        graph = _with_input(graph, text, translate)
    return graph


def load(file: str, translate: Translate) -> Graph:
    """Return the graph of a file, or of stdin for "-". Raises WrongError."""
    from lazygui.storage.errors import StorageError
    from lazygui.storage.files import open_file
    from lazygui.storage.format import load_bytes

    try:
        return load_bytes(sys.stdin.buffer.read()) if file == "-" else open_file(file)
    except StorageError as error:
        name = "stdin" if file == "-" else file
        said = sentence(error.problem, translate)
        raise WrongError(said if "path" in error.problem.details else f"{name}: {said}") from None


def load_code(file: str, translate: Translate) -> Reading:
    """Return the network of a Python file, or of stdin for "-". Raises WrongError."""
    from lazygui.codegen import reading
    from lazygui.storage.errors import StorageError
    from lazygui.storage.files import open_text
    from lazygui.storage.format import text_of

    name = "stdin" if file == "-" else file
    try:
        found = reading.read(text_of(sys.stdin.buffer.read()) if file == "-" else open_text(file))
    except StorageError as error:
        raise WrongError(sentence(error.problem, translate)) from None
    if isinstance(found, Problem):
        raise WrongError(f"{name}: {sentence(found, translate)}")
    return found


def _with_input(graph: Graph, text: str, translate: Translate) -> Graph:
    """Give an Input the shape of `NODE=SHAPE`."""
    name, _, shape = text.partition("=")
    if not re.fullmatch(r"[0-9]{1,18}(,[0-9]{1,18})*", shape):
        raise WrongError(translate("Cli", _BAD_INPUT).format(text=text))
    inputs = [node.id for node in graph.nodes.values() if node.spec and node.spec.is_input]
    if name not in inputs:
        raise WrongError(translate("Cli", _NO_INPUT).format(text=text, node=name, names=", ".join(inputs) or "–"))
    try:
        return SetArgument(name, "shape", tuple(map(int, shape.split(",")))).apply(graph)
    except Refused as refusal:
        raise WrongError(f"--input {text}: {sentence(refusal.problem, translate)}") from None
