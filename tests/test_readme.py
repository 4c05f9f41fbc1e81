"""The README says what is true: its keys are those of the menus, its layer is known, its pictures and pages exist."""

from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path

from lazygui import catalog
from lazygui.ui.actions import shortcut_table

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def keyboard_table() -> str:
    """Return the table of keys as the README must have it: a line a menu."""
    lines = ["| menu | keys |", "| --- | --- |"]
    for menu, rows in groupby(shortcut_table(), key=lambda row: row.menu):
        commands = ", ".join(f"{row.text} `{'` `'.join(row.keys)}`" for row in rows)
        lines.append(f"| {menu} | {commands} |")
    return "\n".join(lines)


def test_the_keys_are_those_of_the_menus() -> None:
    assert keyboard_table() in README, f"put this table into the README:\n{keyboard_table()}"


def test_every_link_leads_to_a_file() -> None:
    links = re.findall(r"\]\((?!http)([^)#]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_layer_of_the_recipe_is_in_the_catalogue() -> None:
    (layer,) = re.findall(r'LayerSpec\(\s+"([^"]+)"', README)
    assert catalog.find(layer) is not None
