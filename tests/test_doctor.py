"""What the machine lacks, told from machines that are made up here."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lazygui import doctor
from lazygui.doctor import Item, Purpose, Report, State

ROOT = Path(__file__).parent.parent
EGL = Item(Purpose.DRAWING, State.MISSING, "libEGL.so.1", package="libegl1")
CURSOR = Item(Purpose.WINDOW, State.MISSING, "libxcb-cursor.so.0", package="libxcb-cursor0")
CHINESE = Item(Purpose.CHINESE, State.MISSING, "", advice="none", package="fonts-droid-fallback")
XVFB = Item(Purpose.TESTS, State.MISSING, "Xvfb", package="xvfb")
FOUND = Item(Purpose.DRAWING, State.OK, "libGL.so.1", package="libgl1")
TORCH = Item(Purpose.PACKAGE, State.MISSING, "torch", advice="install LazyGUI again.")


def machine(*items: Item, has_apt: bool = True, is_root: bool = False) -> Report:
    return Report(items, has_apt, is_root)


def table(report: Report) -> str:
    return doctor.describe(report, lambda _context, text: text)


class Commands:
    """Takes the place of subprocess.run: remembers every command, and fails those that are told to."""

    def __init__(self, failing: str = "", output: str = "") -> None:
        self.seen: list[list[str]] = []
        self.failing, self.output = failing, output

    def __call__(self, command: list[str], **_options: Any) -> subprocess.CompletedProcess[str]:
        self.seen.append(command)
        return subprocess.CompletedProcess(command, int(self.failing in command), self.output)


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> Commands:
    recorder = Commands()
    monkeypatch.setattr(subprocess, "run", recorder)
    return recorder


@pytest.fixture
def programs(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The programs that this machine has."""
    there: set[str] = set()
    monkeypatch.setattr("shutil.which", lambda name, path=None: f"/usr/bin/{name}" if name in there else None)
    return there


@pytest.fixture
def pretend(monkeypatch: pytest.MonkeyPatch) -> Callable[[Report], None]:
    return lambda report: monkeypatch.setattr(doctor, "examine", lambda *_: report)


# The report


def test_the_line_names_each_missing_package_once_and_nothing_that_is_there() -> None:
    line = doctor.install_line(machine(FOUND, EGL, EGL, CURSOR, TORCH))
    assert line == ("sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1 libxcb-cursor0")


def test_root_types_no_sudo() -> None:
    line = doctor.install_line(machine(EGL, is_root=True))
    assert line == "apt-get update && apt-get install -y --no-install-recommends libegl1"


@pytest.mark.parametrize("report", [machine(FOUND), machine(TORCH), machine(EGL, has_apt=False)])
def test_there_is_no_line_where_apt_would_not_help(report: Report) -> None:
    assert doctor.install_line(report) is None


def test_the_table_has_one_row_for_what_is_there_and_one_for_each_thing_missing() -> None:
    assert table(machine(FOUND, EGL, CURSOR, is_root=True)).splitlines() == [
        "ok       libraries for drawing           libGL.so.1",
        "missing  libraries for drawing           libEGL.so.1",
        "missing  libraries for a window under X  libxcb-cursor.so.0",
        "",
        "To install what the system lacks, type:",
        "    apt-get update && apt-get install -y --no-install-recommends libegl1 libxcb-cursor0",
    ]


def test_a_system_without_apt_is_told_the_names_of_the_libraries() -> None:
    text = table(machine(EGL, CURSOR, CHINESE, has_apt=False))
    assert text.endswith("what provides: libEGL.so.1, libxcb-cursor.so.0, fonts-droid-fallback.")


def test_a_missing_python_package_is_told_with_what_to_do() -> None:
    assert table(machine(TORCH)).splitlines()[0] == "missing  Python packages  torch: install LazyGUI again."


def test_every_word_passes_through_the_translation() -> None:
    chinese = {"missing": "缺少", "ok": "好", "libraries for drawing": "绘图库"}
    text = doctor.describe(
        machine(FOUND, EGL, is_root=True), lambda context, text: chinese.get(text, f"{context}:{text}")
    )
    assert text.splitlines()[:2] == ["好    绘图库  libGL.so.1", "缺少  绘图库  libEGL.so.1"]
    assert "Doctor:To install what the system lacks, type:" in text


# The machine


@pytest.mark.parametrize(
    ("pyside", "python", "expected"),
    [
        ("6.11.3", (3, 11), False),
        ("6.12.0", (3, 11), True),
        ("6.13.1", (3, 11), True),
        ("6.12.0", (3, 12), False),
        ("7.0.0", (3, 11), True),
    ],
)
def test_pyside_6_12_is_a_fault_on_python_3_11(pyside: str, python: tuple[int, int], expected: bool) -> None:
    assert doctor.crashes(pyside, python) is expected


def test_a_crashing_pyside_is_reported_with_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.metadata.version", lambda _name: "6.12.0")
    monkeypatch.setattr(doctor, "crashes", lambda _pyside, _python: True)
    (fault,) = doctor.examine().only({Purpose.PACKAGE}).missing
    assert (fault.subject, fault.version) == ("PySide6-Essentials", "6.12.0")
    assert "PySide6-Essentials<6.12" in fault.advice


def test_the_environment_of_the_tests_has_every_python_package() -> None:
    items = doctor.examine().only({Purpose.PACKAGE}).items
    assert [item.subject for item in items] == ["Python", "PySide6-Essentials", "torch", "numpy", "pyqtgraph", "psutil"]
    assert all(item.state is State.OK and item.version for item in items)


def test_a_package_that_is_not_installed_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_PACKAGES", ("lazygui-of-no-such-name",))
    missing = {item.subject for item in doctor.examine().missing}
    assert "lazygui-of-no-such-name" in missing
    assert "torch" not in missing


def test_a_library_that_cannot_be_loaded_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    libraries = ((Purpose.DRAWING, "libc.so.6", "libc6"), (Purpose.DRAWING, "libnosuch.so.9", "libnosuch9"))
    monkeypatch.setattr(doctor, "_LIBRARIES", libraries)
    assert doctor.examine().only({Purpose.DRAWING}).packages == ("libnosuch9",)


def test_programs_for_tests_are_looked_for(programs: set[str]) -> None:
    programs.update({"Xvfb", "xauth", "dbus-run-session"})
    assert doctor.examine().only({Purpose.TESTS}).packages == ("xdotool", "at-spi2-core")


def test_a_python_without_ensurepip_asks_for_the_package_of_its_own_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    assert doctor.examine().only({Purpose.SETUP}).packages == (f"python3.{sys.version_info.minor}-venv",)


def test_no_display_is_a_note_and_not_a_lack(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    report = doctor.examine().only({Purpose.DISPLAY})
    assert [item.state for item in report.items] == [State.NOTE]
    assert "the window cannot open here" in table(report)


def test_a_display_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert "QT_QPA_PLATFORM=offscreen" in table(doctor.examine().only({Purpose.DISPLAY}))


def test_fontconfig_names_the_chinese_font(programs: set[str], commands: Commands) -> None:
    programs.add("fc-list")
    commands.output = "Source Han Sans,思源黑体\nNoto Sans CJK SC\n"
    assert doctor.examine().only({Purpose.CHINESE}).items[0].subject == "Noto Sans CJK SC"


def test_without_fontconfig_the_folders_are_looked_through(
    programs: set[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(doctor, "_FONT_FOLDERS", (str(tmp_path),))
    assert doctor.examine().only({Purpose.CHINESE}).packages == ("fonts-droid-fallback",)
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "NotoSansCJK-Regular.ttc").touch()
    (tmp_path / "DejaVuSans.ttf").touch()
    assert doctor.examine().only({Purpose.CHINESE}).items[0].subject == "NotoSansCJK-Regular"


def test_other_systems_are_not_asked_for_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    assert {item.purpose for item in doctor.examine().items} == {Purpose.PACKAGE, Purpose.SETUP}


# Installing


def test_root_installs_at_once(commands: Commands) -> None:
    doctor.install(machine(EGL, CURSOR, is_root=True))
    apt = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    assert commands.seen == [
        [*apt, "update"],
        [*apt, "install", "-y", "--no-install-recommends", "libegl1", "libxcb-cursor0"],
    ]


def test_sudo_is_used_where_it_asks_for_no_password(programs: set[str], commands: Commands) -> None:
    programs.add("sudo")
    doctor.install(machine(EGL))
    assert [command[:2] for command in commands.seen] == [["/usr/bin/sudo", "-n"]] * 3
    assert commands.seen[-1][-1] == "libegl1"


def test_nothing_is_installed_where_sudo_asks_for_a_password(programs: set[str], commands: Commands) -> None:
    programs.add("sudo")
    commands.failing = "true"
    doctor.install(machine(EGL))
    assert commands.seen == [["/usr/bin/sudo", "-n", "true"]]


@pytest.mark.parametrize(
    "report", [machine(EGL), machine(FOUND, is_root=True), machine(EGL, has_apt=False, is_root=True)]
)
def test_nothing_is_run_where_nothing_can_be_installed(report: Report, programs: set[str], commands: Commands) -> None:
    doctor.install(report)
    assert commands.seen == []


# The verb


def test_it_returns_0_when_nothing_is_missing(
    pretend: Callable[[Report], None], capsys: pytest.CaptureFixture[str]
) -> None:
    pretend(machine(FOUND))
    assert doctor.main([]) == 0
    assert capsys.readouterr().out.endswith("Nothing is missing.\n")


@pytest.mark.parametrize(
    ("arguments", "item", "expected"),
    [
        ([], EGL, 1),
        ([], CHINESE, 1),
        ([], TORCH, 1),
        ([], XVFB, 0),
        (["--tests"], XVFB, 1),
        (["--setup"], EGL, 1),
        (["--setup"], TORCH, 0),
        (["--setup"], CHINESE, 0),
    ],
)
def test_it_returns_1_for_what_its_purpose_lacks(
    pretend: Callable[[Report], None], arguments: list[str], item: Item, expected: int
) -> None:
    pretend(machine(item))
    assert doctor.main(arguments) == expected


def test_after_installing_it_looks_again(monkeypatch: pytest.MonkeyPatch, commands: Commands) -> None:
    monkeypatch.setattr(doctor, "examine", lambda *_: machine(FOUND if commands.seen else EGL, is_root=True))
    assert doctor.main(["--install"]) == 0
    assert commands.seen[-1][-1] == "libegl1"


def test_it_installs_nothing_unasked(pretend: Callable[[Report], None], commands: Commands) -> None:
    pretend(machine(EGL, is_root=True))
    assert doctor.main([]) == 1
    assert commands.seen == []


def test_it_runs_where_nothing_is_installed() -> None:
    # -S leaves out site-packages, -I the environment: only the standard library and this folder are there.
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from lazygui import doctor; sys.exit(doctor.main([]))"
    run = subprocess.run([sys.executable, "-I", "-S", "-c", code], capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert "torch: install LazyGUI again." in run.stdout
