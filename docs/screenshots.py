"""Takes the pictures of the documentation from the running program: `make screenshots`."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from lazygui import cli
from lazygui.graph.initialization import Initializer, InitRule
from lazygui.graph.initializing import SetInitialization
from lazygui.resources import path as asset
from lazygui.testing.robots import AppRobot
from lazygui.testing.stage import Stage
from lazygui.ui.engine_client import EngineClient

FOLDER = Path(__file__).parent / "images"
PATIENCE = 60.0


class Patience:
    """The two waits that robots need, without pytest."""

    def waitUntil(self, is_true: Callable[[], bool], timeout: int = 0) -> None:
        deadline = time.monotonic() + PATIENCE
        while not is_true():
            QApplication.processEvents()
            if time.monotonic() > deadline:
                raise TimeoutError("the program did not get there")

    def waitExposed(self, widget: QWidget) -> None:
        self.waitUntil(widget.isVisible)


def run_and_choose(robot: AppRobot, node: str) -> None:
    robot.run.sample()
    robot.canvas.click(node)


def fail(robot: AppRobot) -> None:
    """A network whose fixed sizes disagree: the lesson's second exercise."""
    robot.run.sample()


def initialize(robot: AppRobot) -> None:
    """Small weights everywhere, and what that does to the signal from layer to layer."""
    small = InitRule(Initializer("normal_", {"std": 0.05}), Initializer("zeros_"))
    robot.window.editor.do(SetInitialization((small,)))
    robot.run.sample()
    robot.canvas.click("fc1")
    robot.window.workspace.show_tab(robot.window.depth_panel)


def main() -> None:
    QApplication([])
    FOLDER.mkdir(exist_ok=True)
    engine = EngineClient()
    engine.start()
    examples = asset("examples")

    def shoot(name: str, act: Callable[[AppRobot], None], **how: object) -> None:
        with tempfile.TemporaryDirectory() as folder:
            stage = Stage(Patience(), Path(folder), engine)  # type: ignore[arg-type]
            robot = stage.open(**how)  # type: ignore[arg-type]
            robot.wait_until_ready()
            act(robot)
            robot.wait_until_idle()
            robot.window.grab().save(str(FOLDER / f"{name}.png"))
            stage.close()

    shoot("window", lambda robot: run_and_choose(robot, "fc1"), size=(1440, 860))
    shoot("dark", lambda robot: run_and_choose(robot, "fc1"), size=(1440, 860), theme="dark", language="zh_CN")
    shoot("initialized", initialize, size=(1440, 900))
    shoot("failure", fail, size=(1440, 860), path=Path(__file__).parent / "mismatch.lazygui.json")
    shoot("groups", lambda robot: robot.run.sample(), size=(1680, 900), path=examples / "resnet18.lazygui.json")
    engine.shutdown()
    cli.main(["figure", str(examples / "lenet.lazygui.json"), str(FOLDER / "lenet.png"), "--run", "--scale", "1.25"])


if __name__ == "__main__":
    main()
