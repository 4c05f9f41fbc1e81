"""The pytest plugin that comes with the program: `lazygui` opens it for one test. Imports nothing heavy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lazygui.testing.pictures import Gallery
    from lazygui.testing.robots import AppRobot
    from lazygui.ui.engine_client import EngineClient


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that keeps pictures instead of comparing them."""
    group = parser.getgroup("lazygui")
    group.addoption("--lazygui-keep-pictures", action="store_true", help="keep what is painted now as what is right")


@pytest.fixture
def lazygui_pictures(request: pytest.FixtureRequest, tmp_path: Path) -> Gallery:
    """The pictures in the folder `pictures` beside the test, to compare with what is painted."""
    from lazygui.testing.pictures import Gallery

    folder = Path(request.path).parent / "pictures"
    return Gallery(folder, tmp_path, bool(request.config.getoption("--lazygui-keep-pictures")))


@pytest.fixture(scope="session")
def lazygui_engine(qapp: object) -> Iterator[EngineClient]:
    """One worker with PyTorch for the whole session: it takes seconds to start, and runs leave nothing in it."""
    from lazygui.ui.engine_client import EngineClient

    client = EngineClient()
    client.start()
    yield client
    client.shutdown()


@pytest.fixture
def open_lazygui(qtbot: QtBot, tmp_path: Path, lazygui_engine: EngineClient) -> Iterator[Callable[..., AppRobot]]:
    """Return a function that opens the program: settings of its own, English, light, no recovery."""
    from lazygui.testing.stage import Stage

    stage = Stage(qtbot, tmp_path, lazygui_engine)
    yield stage.open
    stage.close()


@pytest.fixture
def lazygui(open_lazygui: Callable[..., AppRobot]) -> AppRobot:
    """The program with the first example on the canvas: x, fc1, relu, fc2."""
    return open_lazygui()
