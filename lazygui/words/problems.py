"""Codes of problems turned into sentences: what is wrong, where, and how to mend it. Pure Python."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from lazygui.catalog.spec import QT_TRANSLATE_NOOP
from lazygui.graph.problems import Problem
from lazygui.words.numbers import bytes_words, shape_words

Translate: TypeAlias = Callable[[str, str], str]
"""Gives a text of a context in the language of the reader."""


def english(context: str, text: str) -> str:
    """Give the text as it stands in the source."""
    return text


SENTENCES: Final[Mapping[str, str]] = {
    # Edges
    "missing_output": QT_TRANSLATE_NOOP("Problem", "“{node}” has no output {port}: start the edge at another one."),
    "missing_input": QT_TRANSLATE_NOOP("Problem", "“{node}” has no input {port}: end the edge at another one."),
    "connects_itself": QT_TRANSLATE_NOOP("Problem", "“{node}” cannot feed itself: connect it to another node."),
    "input_taken": QT_TRANSLATE_NOOP(
        "Problem", "This input of “{node}” is already fed by “{by}”: delete that edge first."
    ),
    "cycle": QT_TRANSLATE_NOOP(
        "Problem", "This edge closes a cycle through “{node}”: a tensor cannot come back to a layer that it has passed."
    ),
    # Nodes and their names
    "missing_node": QT_TRANSLATE_NOOP("Problem", "There is no node called “{node}”."),
    "name_invalid": QT_TRANSLATE_NOOP(
        "Problem",
        "“{node}” cannot be an attribute of a module: use letters, digits and _, begin with a letter, and separate "
        "groups with dots, as in b2.conv1.",
    ),
    "name_keyword": QT_TRANSLATE_NOOP("Problem", "“{node}” holds a word that Python keeps for itself: choose another."),
    "name_reserved": QT_TRANSLATE_NOOP(
        "Problem", "“{node}” holds a name that every PyTorch module uses for itself: choose another."
    ),
    "name_taken": QT_TRANSLATE_NOOP("Problem", "Another node is already called “{node}”: choose another name."),
    "name_nested": QT_TRANSLATE_NOOP(
        "Problem",
        "“{node}” and “{other}” exclude each other: one name cannot be a layer and a group. Rename one of them.",
    ),
    # Arguments
    "unknown_argument": QT_TRANSLATE_NOOP("Problem", "“{node}” takes no argument “{argument}”: remove it."),
    "argument_missing": QT_TRANSLATE_NOOP("Problem", "“{argument}” needs a value."),
    "not_boolean": QT_TRANSLATE_NOOP("Problem", "“{argument}” is either true or false, not {value}."),
    "not_a_choice": QT_TRANSLATE_NOOP("Problem", "“{argument}” must be one of {choices}, not {value}."),
    "not_integer": QT_TRANSLATE_NOOP("Problem", "“{argument}” must be made of whole numbers; {value} is not."),
    "not_number": QT_TRANSLATE_NOOP("Problem", "“{argument}” must be a number, not {value}."),
    "not_finite": QT_TRANSLATE_NOOP("Problem", "“{argument}” must be a finite number, not {value}."),
    "not_above": QT_TRANSLATE_NOOP("Problem", "“{argument}” must be greater than {minimum}, not {value}."),
    "below_minimum": QT_TRANSLATE_NOOP("Problem", "“{argument}” must be at least {minimum}, not {value}."),
    "above_maximum": QT_TRANSLATE_NOOP("Problem", "“{argument}” must be at most {maximum}, not {value}."),
    "not_a_size": QT_TRANSLATE_NOOP(
        "Problem", "“{argument}” must be one whole number, or {axes} of them separated by commas, not {value}."
    ),
    "wrong_axes": QT_TRANSLATE_NOOP(
        "Problem", "“{argument}” takes one number, or {axes} of them (one for each axis), not {got}."
    ),
    "not_numbers": QT_TRANSLATE_NOOP(
        "Problem", "“{argument}” must be rows of numbers that all have the same length, as in [[1, 2], [3, 4]]."
    ),
    # Before a run
    "empty_network": QT_TRANSLATE_NOOP("Problem", "The network is empty: add an Input and a layer."),
    "no_input": QT_TRANSLATE_NOOP("Problem", "The network has no Input: add one, for a sample starts there."),
    "unknown_type": QT_TRANSLATE_NOOP(
        "Problem", "LazyGUI does not know the layer {type} of “{node}”: it is kept, but cannot run. Replace it to run."
    ),
    "unsupported_member": QT_TRANSLATE_NOOP(
        "Problem", "“{node}” has a member “{member}” that this version does not understand: remove it to run."
    ),
    "missing_inputs": QT_TRANSLATE_NOOP("Problem", "“{node}” needs an edge to {inputs}: connect an output to it."),
    "fill_needs_floating": QT_TRANSLATE_NOOP(
        "Problem", "“{node}” cannot be filled by {fill} as {dtype}: choose randint, or a floating data type."
    ),
    "high_too_large": QT_TRANSLATE_NOOP(
        "Problem", "The upper bound {high} of “{node}” is too large for {dtype}: lower it, or choose a wider data type."
    ),
    "values_shape": QT_TRANSLATE_NOOP(
        "Problem", "The values of “{node}” have the shape {got}, but its shape says {expected}: make them agree."
    ),
    "too_large": QT_TRANSLATE_NOOP(
        "Problem", "“{node}” would need {bytes} of memory, and {available} are free: make it or its input smaller."
    ),
    # During a run
    "out_of_memory": QT_TRANSLATE_NOOP(
        "Problem", "There is not enough memory for “{node}”: make it or its input smaller."
    ),
    "construction_failed": QT_TRANSLATE_NOOP(
        "Problem", "PyTorch cannot build {layer} of “{node}” with these arguments: change them."
    ),
    "forward_failed": QT_TRANSLATE_NOOP(
        "Problem", "{layer} of “{node}” cannot take what it received: change its arguments or what feeds it."
    ),
    "not_floating": QT_TRANSLATE_NOOP(
        "Problem",
        "{layer} of “{node}” computes with floating numbers, but received {dtype}: change the Input's data type.",
    ),
    "wrong_dtype": QT_TRANSLATE_NOOP(
        "Problem",
        "The weights of “{node}” are {expected}, but it received {dtype}: change the Input's data type to {expected}.",
    ),
    "wrong_features": QT_TRANSLATE_NOOP(
        "Problem",
        "{layer} of “{node}” expects {expected} features, but received {got}: set {argument} to {got}, or make the "
        "layer lazy.",
    ),
    "wrong_channels": QT_TRANSLATE_NOOP(
        "Problem",
        "{layer} of “{node}” expects {expected} channels, but received {got}: set {argument} to {got}, or make the "
        "layer lazy.",
    ),
    "cannot_broadcast": QT_TRANSLATE_NOOP(
        "Problem",
        "“{node}” cannot combine {first} with {second}: the lengths {a} and {b} at axis {axis} differ, and none is 1.",
    ),
    "engine_error": QT_TRANSLATE_NOOP("Problem", "The engine failed in a way that nobody foresaw: run again."),
    "engine_died": QT_TRANSLATE_NOOP(
        "Problem", "The engine ended in the middle of “{node}”: make the layer smaller, or run again."
    ),
    # Files
    "cannot_read": QT_TRANSLATE_NOOP("Problem", "{path} cannot be read: {reason}."),
    "cannot_write": QT_TRANSLATE_NOOP("Problem", "{path} cannot be written: {reason}. Save it elsewhere."),
    "file_too_large": QT_TRANSLATE_NOOP(
        "Problem", "{path} holds more than {limit}, so it is no drawing: choose another file."
    ),
    "not_utf8": QT_TRANSLATE_NOOP("Problem", "The text is not UTF-8: save it in that encoding."),
    "bad_character": QT_TRANSLATE_NOOP("Problem", "A string holds half a character (a lone surrogate): remove it."),
    "not_json": QT_TRANSLATE_NOOP("Problem", "This is not JSON: at column {column} there should be {expected}."),
    "number_not_finite": QT_TRANSLATE_NOOP("Problem", "{text} is not a finite number: write one."),
    "too_deep": QT_TRANSLATE_NOOP(
        "Problem", "More than {limit} objects and arrays stand inside one another: flatten them."
    ),
    "duplicate_node": QT_TRANSLATE_NOOP(
        "Problem", "The node “{node}” is already there, at line {first_line}: rename one of the two."
    ),
    "duplicate_key": QT_TRANSLATE_NOOP(
        "Problem", "The member “{key}” is already there, at line {first_line}: remove one of the two."
    ),
    "not_a_document": QT_TRANSLATE_NOOP(
        "Problem", 'This is no LazyGUI document: it must be an object that begins with "format": "{format}".'
    ),
    "foreign_format": QT_TRANSLATE_NOOP(
        "Problem", "The format “{found}” is none of LazyGUI's: a document of this version says “{format}”."
    ),
    "newer_format": QT_TRANSLATE_NOOP(
        "Problem", "The document has the format {found}, and this version reads {format}: open it with a newer LazyGUI."
    ),
    "missing_member": QT_TRANSLATE_NOOP("Problem", "The member “{member}” is missing: add it."),
    "wrong_member": QT_TRANSLATE_NOOP("Problem", "“{member}” must be {expected}."),
    "missing_type": QT_TRANSLATE_NOOP("Problem", '“{node}” has no type: give it one, such as "nn.LazyLinear".'),
    "wrong_edge": QT_TRANSLATE_NOOP("Problem", 'An edge must be two names in brackets, as in ["x", "fc1"].'),
    "wrong_port": QT_TRANSLATE_NOOP(
        "Problem", '“{end}” names no port: write a number behind the colon, as in "cat:1".'
    ),
    "missing_end": QT_TRANSLATE_NOOP(
        "Problem", "The edge ends at “{end}”, and no node is called so: add it, or remove the edge."
    ),
    "wrong_place": QT_TRANSLATE_NOOP("Problem", "The place of “{node}” must be two numbers, as in [240, 0]."),
    "cycle_in_file": QT_TRANSLATE_NOOP(
        "Problem", "The edges make a cycle ({nodes}), so that no node could be first: remove one of them."
    ),
}
"""What each code says. The placeholders are `node`, the place of the problem, and the names of its details."""

NOUNS: Final[Mapping[str, str]] = {
    "object": QT_TRANSLATE_NOOP("Problem", "an object in braces"),
    "array": QT_TRANSLATE_NOOP("Problem", "an array in brackets"),
    "value": QT_TRANSLATE_NOOP("Problem", "a value"),
    "key": QT_TRANSLATE_NOOP("Problem", "a name in double quotes"),
    "string": QT_TRANSLATE_NOOP("Problem", "a well-formed string"),
    "end": QT_TRANSLATE_NOOP("Problem", "the end of the text"),
    ":": QT_TRANSLATE_NOOP("Problem", "a colon"),
    ", }": QT_TRANSLATE_NOOP("Problem", "a comma or a closing brace"),
    ", ]": QT_TRANSLATE_NOOP("Problem", "a comma or a closing bracket"),
}
"""What the detail `expected` of a text that is no document stands for."""

AT_LINE: Final = QT_TRANSLATE_NOOP("Problem", "Line {line}: {sentence}")
LONGEST: Final = 60
"""A value is cut after so many characters."""


def sentence(problem: Problem, translate: Translate = english) -> str:
    """Return what the problem means, and how it can be mended."""
    values = {name: _value(problem.code, name, value, translate) for name, value in problem.details.items()}
    text = translate("Problem", SENTENCES[problem.code]).format(**{"node": problem.node, **values})
    line = problem.details.get("line")
    return text if line is None else translate("Problem", AT_LINE).format(line=line, sentence=text)


def _value(code: str, name: str, value: object, translate: Translate) -> str:
    """Return a detail as the sentence shows it."""
    match name, value:
        case ("value", (single,)):
            return _value(code, name, single, translate)
        case ("value", _):
            text = repr(value)
            return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
        case ("bytes" | "available", int()):
            return bytes_words(value)
        case ("limit", int()) if code == "file_too_large":
            return bytes_words(value)
        case ("choices" | "inputs", tuple()):
            return ", ".join(map(str, value))
        case ("nodes", tuple()):
            return " → ".join(map(str, (*value, *value[:1])))
        case (_, tuple()):
            return shape_words([str(length) for length in value])
        case ("expected", str()):
            return translate("Problem", NOUNS[value])
        case (_, float()) if value.is_integer():
            return str(int(value)) if abs(value) < 1e15 else str(value)
    return str(value)
