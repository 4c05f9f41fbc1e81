"""A screen reader of its own: starts the program, presses F5, and prints what AT-SPI tells of the canvas, as JSON.

Run as `dbus-run-session -- python screen_reader.py`: the program and the reader need one session bus.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

from jeepney import DBusAddress, DBusErrorResponse, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

ACCESSIBLE = "org.a11y.atspi.Accessible"
REGISTRY = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
PATIENCE = 90.0
Place = tuple[str, str]
"""The name of an object on the bus, and its path."""


class Tree:
    """What the accessibility bus tells of all programs."""

    def __init__(self) -> None:
        with open_dbus_connection("SESSION") as session:
            bus = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            (address,) = _body(session, new_method_call(bus, "GetAddress"))
        self._bus = open_dbus_connection(address)

    def name(self, place: Place) -> str:
        ((_, name),) = _body(self._bus, Properties(_address(place)).get("Name"))
        return str(name)

    def role(self, place: Place) -> str:
        return str(self._ask(place, "GetRoleName"))

    def children(self, place: Place) -> list[Place]:
        return [tuple(child) for child in self._ask(place, "GetChildren")]  # type: ignore[misc]

    def walk(self, place: Place) -> Iterator[Place]:
        yield place
        for child in self.children(place):
            yield from self.walk(child)

    def _ask(self, place: Place, method: str) -> Any:
        return _body(self._bus, new_method_call(_address(place), method))[0]


def _address(place: Place) -> DBusAddress:
    return DBusAddress(place[1], place[0], ACCESSIBLE)


def _body(bus: DBusConnection, message: Any) -> Any:
    reply = bus.send_and_get_reply(message, timeout=10)
    if reply.header.message_type.name == "error":
        raise DBusErrorResponse(reply)
    return reply.body


def canvas_of(tree: Tree) -> Place | None:
    """Return the canvas, or None while no program shows one."""
    try:
        places = list(tree.walk(REGISTRY))
        return next((p for p in places if (tree.name(p), tree.role(p)) == ("Canvas", "list")), None)
    except DBusErrorResponse:
        # What was there a moment ago is gone: the window is still being made.
        return None


def wait_for(what: Callable[[], Any]) -> Any:
    deadline = time.monotonic() + PATIENCE
    while not (found := what()):
        assert time.monotonic() < deadline, "the program did not get there"
        threading.Event().wait(0.2)
    return found


def told(tree: Tree, place: Place) -> list[Any]:
    """Return the role and the name of a thing, and the same of what is in it."""
    return [tree.role(place), tree.name(place), [told(tree, child) for child in tree.children(place)]]


def main() -> None:
    environment = {**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    program = subprocess.Popen([sys.executable, "-m", "lazygui"], env=environment)
    try:
        tree = Tree()
        canvas = wait_for(lambda: canvas_of(tree))
        before = told(tree, canvas)
        window = wait_for(
            lambda: subprocess.run(
                ["xdotool", "search", "--name", "LazyGUI"], capture_output=True, text=True, check=False
            ).stdout.split()
        )[0]
        subprocess.run(["xdotool", "windowfocus", "--sync", window, "key", "F5"], check=True)
        wait_for(lambda: any("weight initialized" in name for _, name, _ in told(tree, canvas)[2]))
        print(json.dumps([before, told(tree, canvas)]))
    finally:
        program.kill()
        program.wait()


if __name__ == "__main__":
    main()
