"""The examples of the documentation work for a stranger: in a folder of its own, with nothing but the plugin."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = {
    "docs/testing.md": r"^```python\n(.*?)^```$",
    "README.md": r"^( {4}def test_.*?)^\S",
}
"""The pages that show tests, and how to find those on the page."""


@pytest.mark.parametrize("page", EXAMPLES)
def test_the_example_of_a_page_passes_as_it_is_printed(page: str, tmp_path: Path) -> None:
    (code,) = re.findall(EXAMPLES[page], (ROOT / page).read_text("utf-8"), re.M | re.S)
    (tmp_path / "test_canvas.py").write_text(textwrap.dedent(code), "utf-8")
    done = _pytest(tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{code.count('def test_')} passed" in done.stdout


def _pytest(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run pytest in a folder. Where the package is not installed, its plugin has to be named."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    plugin = [] if _is_installed() else ["-p", "lazygui.testing.plugin"]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *plugin, "test_canvas.py"]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def _is_installed() -> bool:
    from importlib.metadata import entry_points

    return any(point.name == "lazygui" for point in entry_points(group="pytest11"))
