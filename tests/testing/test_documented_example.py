"""The examples of the documentation work for a stranger: with the wheel installed elsewhere, and no checkout."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = {
    "docs/testing.md": r"^```python\n(.*?)^```$",
    "README.md": r"^( {4}def test_.*?)^\S",
}
"""The pages that show tests, and how to find those on the page."""
EXAMPLES = sorted((ROOT / "docs" / "examples").glob("test_*.py"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder where the wheel is installed."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index", "--target", str(folder)]
    subprocess.run([*command, str(wheel)], check=True, capture_output=True)
    return folder


@pytest.mark.parametrize("page", PAGES)
def test_the_example_of_a_page_passes_as_it_is_printed(page: str, tmp_path: Path, installed: Path) -> None:
    codes = re.findall(PAGES[page], (ROOT / page).read_text("utf-8"), re.M | re.S)
    assert codes
    assert_passes("\n\n".join(map(textwrap.dedent, codes)), tmp_path, installed)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_a_worked_example_passes(example: Path, tmp_path: Path, installed: Path) -> None:
    assert_passes(example.read_text("utf-8"), tmp_path, installed)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_a_worked_example_needs_nothing_but_the_test_kit(example: Path) -> None:
    imports = [node for node in ast.walk(ast.parse(example.read_text("utf-8"))) if isinstance(node, ast.ImportFrom)]
    ours = [node.module or "" for node in imports if (node.module or "").startswith("lazygui")]
    assert all(name.startswith("lazygui.testing") for name in ours)
    assert "window." not in example.read_text("utf-8")


def test_there_are_three_worked_examples_and_the_page_names_each() -> None:
    page = (ROOT / "docs" / "testing.md").read_text("utf-8")
    assert len(EXAMPLES) == 3
    assert [path.name for path in EXAMPLES if f"examples/{path.name}" not in page] == []


def assert_passes(code: str, folder: Path, installed: Path) -> None:
    """Run a file of tests in a folder of its own; the plugin is found as that of an installed package."""
    (folder / "test_canvas.py").write_text(code, "utf-8")
    where = "import lazygui\n\n\ndef test_it_is_the_wheel():\n    assert lazygui.__file__.startswith({!r})\n"
    (folder / "test_where.py").write_text(where.format(str(installed)), "utf-8")
    # Measured here, the installed copy would count as code of its own.
    left = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    environment = {**left, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(installed)}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_canvas.py", "test_where.py"]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
