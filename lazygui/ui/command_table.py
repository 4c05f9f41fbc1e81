"""Every command of the window, once, as data: menus, shortcuts, buttons and the keyboard table come from here.

Knows no command's meaning, and no widget.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, TypeAlias

from lazygui.catalog.spec import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One command. `text` is English and marked; a `group` makes its checkable members exclude each other.

    `scope` says where the keys work, and `canvas_keys` are further ones that work on the canvas alone: there single
    letters belong, so that they can be typed elsewhere.
    """

    id: str
    text: str
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    tip: str = ""
    is_checkable: bool = False
    group: str = ""
    scope: Literal["window", "canvas"] = "window"
    canvas_keys: tuple[str, ...] = ()
    yields: bool = False
    """Whether its letters begin the name of a layer while it is disabled."""


@dataclass(frozen=True, slots=True)
class MenuSpec:
    """A menu with its entries in order; None is a line between two. Without entries the window fills it."""

    id: str
    text: str
    entries: tuple[Entry, ...] = ()


Entry: TypeAlias = ActionSpec | MenuSpec | None

MENUS: Final[tuple[MenuSpec, ...]] = (
    MenuSpec(
        "file",
        QT_TRANSLATE_NOOP("Actions", "&File"),
        (
            ActionSpec("file.new", QT_TRANSLATE_NOOP("Actions", "&New"), ("Ctrl+N",), "new"),
            ActionSpec("file.open", QT_TRANSLATE_NOOP("Actions", "&Open…"), ("Ctrl+O",), "open"),
            ActionSpec("file.new_window", QT_TRANSLATE_NOOP("Actions", "New &Window"), ("Ctrl+Shift+W",)),
            ActionSpec("file.open_window", QT_TRANSLATE_NOOP("Actions", "Open in New Win&dow…"), ("Ctrl+Alt+O",)),
            MenuSpec("file.recent", QT_TRANSLATE_NOOP("Actions", "Open &Recent")),
            ActionSpec(
                "file.gallery",
                QT_TRANSLATE_NOOP("Actions", "Example &Gallery…"),
                ("Ctrl+Shift+O",),
                "gallery",
                QT_TRANSLATE_NOOP("Actions", "Look at all examples with their pictures"),
            ),
            MenuSpec("file.examples", QT_TRANSLATE_NOOP("Actions", "&Examples")),
            None,
            ActionSpec("file.save", QT_TRANSLATE_NOOP("Actions", "&Save"), ("Ctrl+S",), "save"),
            ActionSpec("file.save_as", QT_TRANSLATE_NOOP("Actions", "Save &As…"), ("Ctrl+Shift+S",)),
            ActionSpec(
                "file.script",
                QT_TRANSLATE_NOOP("Actions", "Save &Code as Script…"),
                ("Ctrl+Alt+S",),
                "code",
                QT_TRANSLATE_NOOP("Actions", "Save a Python script that builds the network and prints its shapes"),
            ),
            ActionSpec(
                "file.figure",
                QT_TRANSLATE_NOOP("Actions", "Export &Figure…"),
                ("Ctrl+Shift+P",),
                "figure",
                QT_TRANSLATE_NOOP("Actions", "Save the drawing as a picture: SVG, PDF or PNG"),
            ),
            None,
            ActionSpec("file.close", QT_TRANSLATE_NOOP("Actions", "C&lose Window"), ("Ctrl+W",)),
            ActionSpec("file.quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), ("Ctrl+Q",)),
        ),
    ),
    MenuSpec(
        "edit",
        QT_TRANSLATE_NOOP("Actions", "&Edit"),
        (
            ActionSpec("edit.undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), ("Ctrl+Z",), "undo"),
            ActionSpec("edit.redo", QT_TRANSLATE_NOOP("Actions", "&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
            None,
            ActionSpec("edit.cut", QT_TRANSLATE_NOOP("Actions", "Cu&t"), ("Ctrl+X",), "cut"),
            ActionSpec("edit.copy", QT_TRANSLATE_NOOP("Actions", "&Copy"), ("Ctrl+C",), "copy"),
            ActionSpec(
                "edit.copy_image",
                QT_TRANSLATE_NOOP("Actions", "Copy as &Image"),
                ("Ctrl+Shift+C",),
                tip=QT_TRANSLATE_NOOP("Actions", "Copy what is chosen, or the whole drawing, as a picture"),
            ),
            ActionSpec("edit.paste", QT_TRANSLATE_NOOP("Actions", "&Paste"), ("Ctrl+V",), "paste"),
            ActionSpec("edit.duplicate", QT_TRANSLATE_NOOP("Actions", "Dup&licate"), ("Ctrl+D",), "duplicate"),
            ActionSpec("edit.delete", QT_TRANSLATE_NOOP("Actions", "&Delete"), ("Del", "Backspace"), "delete"),
            None,
            MenuSpec(
                "edit.layer",
                QT_TRANSLATE_NOOP("Actions", "La&yer"),
                (
                    ActionSpec(
                        "edit.delete_closing",
                        QT_TRANSLATE_NOOP("Actions", "&Delete and Close the Chain"),
                        ("Ctrl+Backspace", "Ctrl+Del"),
                        tip=QT_TRANSLATE_NOOP(
                            "Actions", "Delete the chosen nodes and connect what stood on both sides"
                        ),
                        scope="canvas",
                    ),
                    None,
                    ActionSpec(
                        "edit.add",
                        QT_TRANSLATE_NOOP("Actions", "&Add Layer…"),
                        ("A",),
                        tip=QT_TRANSLATE_NOOP("Actions", "Search for a layer that comes behind what is chosen"),
                        scope="canvas",
                    ),
                    ActionSpec(
                        "edit.add_before",
                        QT_TRANSLATE_NOOP("Actions", "Add &Before…"),
                        ("Ctrl+Shift+A",),
                        tip=QT_TRANSLATE_NOOP("Actions", "Search for a layer that feeds the chosen node"),
                        scope="canvas",
                    ),
                    ActionSpec(
                        "edit.swap",
                        QT_TRANSLATE_NOOP("Actions", "&Swap For…"),
                        ("S",),
                        tip=QT_TRANSLATE_NOOP(
                            "Actions", "Have another layer stand here, with the same arguments and edges"
                        ),
                        scope="canvas",
                    ),
                    ActionSpec(
                        "edit.take_out",
                        QT_TRANSLATE_NOOP("Actions", "Take &Out of Chain"),
                        ("X",),
                        tip=QT_TRANSLATE_NOOP(
                            "Actions", "Pull the chosen nodes out; what stood on both sides is connected"
                        ),
                        scope="canvas",
                    ),
                    None,
                ),
            ),
            ActionSpec(
                "edit.arguments",
                QT_TRANSLATE_NOOP("Actions", "Edit Argu&ments"),
                ("Shift+F2",),
                tip=QT_TRANSLATE_NOOP("Actions", "Edit the arguments of the chosen node on its card"),
            ),
            ActionSpec("edit.rename", QT_TRANSLATE_NOOP("Actions", "Re&name"), ("F2",), "rename"),
            MenuSpec(
                "edit.group",
                QT_TRANSLATE_NOOP("Actions", "&Groups"),
                (
                    ActionSpec(
                        "group.make",
                        QT_TRANSLATE_NOOP("Actions", "&Group Selection"),
                        ("Ctrl+G",),
                        tip=QT_TRANSLATE_NOOP("Actions", "Put the chosen nodes into a group of their own"),
                    ),
                    ActionSpec("group.dissolve", QT_TRANSLATE_NOOP("Actions", "&Dissolve Group"), ("Ctrl+Shift+G",)),
                    None,
                    ActionSpec("group.toggle", QT_TRANSLATE_NOOP("Actions", "Collapse or &Expand Group"), ("Ctrl+E",)),
                    ActionSpec("group.collapse_all", QT_TRANSLATE_NOOP("Actions", "&Collapse All"), ("Ctrl+Shift+E",)),
                    ActionSpec("group.expand_all", QT_TRANSLATE_NOOP("Actions", "E&xpand All"), ("Ctrl+Alt+E",)),
                    None,
                    ActionSpec(
                        "group.save_block",
                        QT_TRANSLATE_NOOP("Actions", "&Save as Block…"),
                        ("Ctrl+Shift+B",),
                        tip=QT_TRANSLATE_NOOP("Actions", "Keep the chosen group among the layers, to be used again"),
                    ),
                ),
            ),
            MenuSpec(
                "edit.comment",
                QT_TRANSLATE_NOOP("Actions", "C&omments"),
                (
                    ActionSpec(
                        "comment.note",
                        QT_TRANSLATE_NOOP("Actions", "Add &Note"),
                        ("N",),
                        tip=QT_TRANSLATE_NOOP("Actions", "Write a note above what is chosen"),
                        scope="canvas",
                    ),
                    ActionSpec(
                        "comment.frame",
                        QT_TRANSLATE_NOOP("Actions", "Add &Frame"),
                        ("Shift+N",),
                        tip=QT_TRANSLATE_NOOP("Actions", "Draw a frame with a title around what is chosen"),
                        scope="canvas",
                    ),
                    ActionSpec(
                        "comment.next",
                        QT_TRANSLATE_NOOP("Actions", "Next &Comment"),
                        (".",),
                        tip=QT_TRANSLATE_NOOP("Actions", "Go from comment to comment"),
                        scope="canvas",
                    ),
                ),
            ),
            ActionSpec("edit.share", QT_TRANSLATE_NOOP("Actions", "S&hare Parameters With…"), ("Ctrl+Shift+H",)),
            ActionSpec("edit.tie", QT_TRANSLATE_NOOP("Actions", "Tie &Weight To…"), ("Ctrl+Shift+T",)),
            ActionSpec(
                "edit.find",
                QT_TRANSLATE_NOOP("Actions", "&Find…"),
                ("Ctrl+F",),
                tip=QT_TRANSLATE_NOOP("Actions", "Find nodes by name, layer, shape or state"),
            ),
            MenuSpec(
                "edit.select",
                QT_TRANSLATE_NOOP("Actions", "&Select"),
                (
                    ActionSpec("edit.select_all", QT_TRANSLATE_NOOP("Actions", "Select &All"), ("Ctrl+A",)),
                    ActionSpec(
                        "edit.upstream",
                        QT_TRANSLATE_NOOP("Actions", "Select &Upstream"),
                        ("Ctrl+Shift+Left",),
                        tip=QT_TRANSLATE_NOOP("Actions", "Choose also all that the chosen nodes depend on"),
                        scope="canvas",
                    ),
                    ActionSpec(
                        "edit.downstream",
                        QT_TRANSLATE_NOOP("Actions", "Select &Downstream"),
                        ("Ctrl+Shift+Right",),
                        tip=QT_TRANSLATE_NOOP("Actions", "Choose also all that depends on the chosen nodes"),
                        scope="canvas",
                    ),
                ),
            ),
            MenuSpec(
                "edit.arrange",
                QT_TRANSLATE_NOOP("Actions", "Arrang&e"),
                (
                    ActionSpec(
                        "arrange.tidy",
                        QT_TRANSLATE_NOOP("Actions", "Ti&dy"),
                        ("Ctrl+Shift+L",),
                        "tidy",
                        QT_TRANSLATE_NOOP(
                            "Actions", "Lay out what is chosen, or the whole drawing, from left to right"
                        ),
                    ),
                    None,
                    ActionSpec(
                        "arrange.left",
                        QT_TRANSLATE_NOOP("Actions", "Align &Left Edges"),
                        ("Alt+Shift+Left",),
                        scope="canvas",
                    ),
                    ActionSpec(
                        "arrange.centre",
                        QT_TRANSLATE_NOOP("Actions", "Align &Centres"),
                        ("Alt+Shift+C",),
                        scope="canvas",
                    ),
                    ActionSpec(
                        "arrange.right",
                        QT_TRANSLATE_NOOP("Actions", "Align &Right Edges"),
                        ("Alt+Shift+Right",),
                        scope="canvas",
                    ),
                    ActionSpec(
                        "arrange.top",
                        QT_TRANSLATE_NOOP("Actions", "Align &Top Edges"),
                        ("Alt+Shift+Up",),
                        scope="canvas",
                    ),
                    ActionSpec(
                        "arrange.middle",
                        QT_TRANSLATE_NOOP("Actions", "Align &Middles"),
                        ("Alt+Shift+M",),
                        scope="canvas",
                    ),
                    ActionSpec(
                        "arrange.bottom",
                        QT_TRANSLATE_NOOP("Actions", "Align &Bottom Edges"),
                        ("Alt+Shift+Down",),
                        scope="canvas",
                    ),
                    None,
                    ActionSpec(
                        "arrange.horizontally",
                        QT_TRANSLATE_NOOP("Actions", "Space Evenly &Horizontally"),
                        ("Alt+Shift+H",),
                        scope="canvas",
                    ),
                    ActionSpec(
                        "arrange.vertically",
                        QT_TRANSLATE_NOOP("Actions", "Space Evenly &Vertically"),
                        ("Alt+Shift+V",),
                        scope="canvas",
                    ),
                ),
            ),
            MenuSpec(
                "edit.move",
                QT_TRANSLATE_NOOP("Actions", "Mo&ve Selection"),
                (
                    ActionSpec(
                        "edit.left", QT_TRANSLATE_NOOP("Actions", "Move &Left"), ("Shift+Left",), scope="canvas"
                    ),
                    ActionSpec(
                        "edit.right", QT_TRANSLATE_NOOP("Actions", "Move &Right"), ("Shift+Right",), scope="canvas"
                    ),
                    ActionSpec("edit.up", QT_TRANSLATE_NOOP("Actions", "Move &Up"), ("Shift+Up",), scope="canvas"),
                    ActionSpec(
                        "edit.down", QT_TRANSLATE_NOOP("Actions", "Move &Down"), ("Shift+Down",), scope="canvas"
                    ),
                ),
            ),
        ),
    ),
    MenuSpec(
        "view",
        QT_TRANSLATE_NOOP("Actions", "&View"),
        (
            ActionSpec("view.zoom_in", QT_TRANSLATE_NOOP("Actions", "Zoom &In"), ("Ctrl++", "Ctrl+="), "zoom-in"),
            ActionSpec("view.zoom_out", QT_TRANSLATE_NOOP("Actions", "Zoom &Out"), ("Ctrl+-",), "zoom-out"),
            ActionSpec("view.zoom_reset", QT_TRANSLATE_NOOP("Actions", "&100 %"), ("Ctrl+1",)),
            ActionSpec("view.fit", QT_TRANSLATE_NOOP("Actions", "&Fit"), ("Ctrl+0",), "fit", canvas_keys=("F",)),
            None,
            ActionSpec("view.palette", QT_TRANSLATE_NOOP("Actions", "Show &Layers"), is_checkable=True),
            ActionSpec("view.inspector", QT_TRANSLATE_NOOP("Actions", "Show In&spector"), is_checkable=True),
            ActionSpec(
                "view.bottom", QT_TRANSLATE_NOOP("Actions", "Show &Code, Problems and Run Log"), is_checkable=True
            ),
            None,
            ActionSpec(
                "view.live_shapes",
                QT_TRANSLATE_NOOP("Actions", "Live S&hapes"),
                ("Ctrl+L",),
                tip=QT_TRANSLATE_NOOP(
                    "Actions", "Infer all shapes after each edit; off for a class that is to be surprised"
                ),
                is_checkable=True,
            ),
            None,
            ActionSpec(
                "view.minimap",
                QT_TRANSLATE_NOOP("Actions", "&Minimap"),
                ("M",),
                tip=QT_TRANSLATE_NOOP("Actions", "Show the whole drawing, small, while only a part of it is seen"),
                is_checkable=True,
                scope="canvas",
            ),
            ActionSpec(
                "view.snap_to_grid",
                QT_TRANSLATE_NOOP("Actions", "Snap to &Grid"),
                tip=QT_TRANSLATE_NOOP("Actions", "Let dragged nodes go in steps; Ctrl while dragging holds it off"),
                is_checkable=True,
            ),
            ActionSpec(
                "view.reduce_motion",
                QT_TRANSLATE_NOOP("Actions", "&Reduce Motion"),
                tip=QT_TRANSLATE_NOOP("Actions", "Show every change at once, without an animation"),
                is_checkable=True,
            ),
            None,
            ActionSpec(
                "view.projector",
                QT_TRANSLATE_NOOP("Actions", "&Projector Mode"),
                ("F11",),
                tip=QT_TRANSLATE_NOOP("Actions", "Large type and strong colours on the whole screen, without panels"),
                is_checkable=True,
            ),
            MenuSpec(
                "view.theme",
                QT_TRANSLATE_NOOP("Actions", "&Theme"),
                (
                    ActionSpec(
                        "view.theme.light",
                        QT_TRANSLATE_NOOP("Actions", "&Light"),
                        icon="sun",
                        is_checkable=True,
                        group="theme",
                    ),
                    ActionSpec(
                        "view.theme.dark",
                        QT_TRANSLATE_NOOP("Actions", "&Dark"),
                        icon="moon",
                        is_checkable=True,
                        group="theme",
                    ),
                    ActionSpec(
                        "view.theme.system",
                        QT_TRANSLATE_NOOP("Actions", "&Follow the System"),
                        icon="system",
                        is_checkable=True,
                        group="theme",
                    ),
                ),
            ),
            MenuSpec(
                "view.language",
                QT_TRANSLATE_NOOP("Actions", "La&nguage"),
                (
                    # Each language is called by its own name, whatever the language of the window.
                    ActionSpec("view.language.en", "English", is_checkable=True, group="language"),
                    ActionSpec("view.language.zh_CN", "简体中文", is_checkable=True, group="language"),
                ),
            ),
        ),
    ),
    MenuSpec(
        "run",
        QT_TRANSLATE_NOOP("Actions", "&Run"),
        (
            ActionSpec(
                "run.sample",
                QT_TRANSLATE_NOOP("Actions", "&Run Sample"),
                ("Ctrl+R", "F5"),
                "run",
                QT_TRANSLATE_NOOP("Actions", "Send a random tensor through the network"),
            ),
            ActionSpec(
                "run.cancel",
                QT_TRANSLATE_NOOP("Actions", "&Cancel"),
                ("Esc", "Shift+F5"),
                "stop",
                QT_TRANSLATE_NOOP("Actions", "Stop the run at once"),
            ),
            None,
            ActionSpec(
                "run.step",
                QT_TRANSLATE_NOOP("Actions", "&Step"),
                ("PgDown",),
                "step",
                QT_TRANSLATE_NOOP("Actions", "Let the sample pass one more layer (Space on the canvas)"),
                scope="canvas",
            ),
            ActionSpec(
                "run.back",
                QT_TRANSLATE_NOOP("Actions", "&Back"),
                ("PgUp", "B"),
                "back",
                QT_TRANSLATE_NOOP("Actions", "Take the last step back: its layer is uninitialized again"),
                scope="canvas",
                yields=True,
            ),
            ActionSpec(
                "run.play",
                QT_TRANSLATE_NOOP("Actions", "Play or P&ause"),
                ("Shift+PgDown",),
                "play",
                QT_TRANSLATE_NOOP("Actions", "Let the sample pass one layer after the other"),
                scope="canvas",
            ),
            ActionSpec(
                "run.rewind",
                QT_TRANSLATE_NOOP("Actions", "Re&wind"),
                ("R",),
                tip=QT_TRANSLATE_NOOP("Actions", "Go back to where no layer has been passed"),
                scope="canvas",
                yields=True,
            ),
            ActionSpec(
                "run.predict",
                QT_TRANSLATE_NOOP("Actions", "Pre&dict Shapes"),
                ("P",),
                tip=QT_TRANSLATE_NOOP("Actions", "Ask before each step which shape will come out"),
                is_checkable=True,
                scope="canvas",
                yields=True,
            ),
            ActionSpec(
                "run.reset",
                QT_TRANSLATE_NOOP("Actions", "R&eset"),
                ("Ctrl+Shift+R",),
                "reset",
                QT_TRANSLATE_NOOP("Actions", "Make every layer uninitialized again"),
            ),
            None,
            ActionSpec(
                "run.train",
                QT_TRANSLATE_NOOP("Actions", "&Train Mode"),
                ("Ctrl+T",),
                tip=QT_TRANSLATE_NOOP("Actions", "Run dropout and normalization as in training"),
                is_checkable=True,
            ),
            ActionSpec(
                "run.new_seed",
                QT_TRANSLATE_NOOP("Actions", "&New Seed"),
                ("Ctrl+Shift+N",),
                tip=QT_TRANSLATE_NOOP("Actions", "Draw another seed for weights and samples"),
            ),
            ActionSpec(
                "run.settings",
                QT_TRANSLATE_NOOP("Actions", "R&un Settings…"),
                ("Ctrl+Alt+R",),
                tip=QT_TRANSLATE_NOOP("Actions", "Choose the device, the precision and the threads of runs"),
            ),
            None,
            ActionSpec(
                "run.initialize",
                QT_TRANSLATE_NOOP("Actions", "&Initialize Weights…"),
                ("Ctrl+I",),
                tip=QT_TRANSLATE_NOOP("Actions", "Choose how weights are initialized after the dry run"),
            ),
            ActionSpec(
                "run.early",
                QT_TRANSLATE_NOOP("Actions", "Initialize Too Ear&ly"),
                ("Ctrl+Shift+I",),
                tip=QT_TRANSLATE_NOOP("Actions", "See the trap: before the dry run lazy layers have no weights yet"),
            ),
            None,
            ActionSpec(
                "run.backward",
                QT_TRANSLATE_NOOP("Actions", "&Go Back (Gradients)"),
                ("Ctrl+B",),
                tip=QT_TRANSLATE_NOOP(
                    "Actions", "Backward pass from the chosen loss, or else from the mean of all outputs"
                ),
            ),
            ActionSpec(
                "run.look",
                QT_TRANSLATE_NOOP("Actions", "L&ook Inside…"),
                ("Ctrl+Alt+I",),
                tip=QT_TRANSLATE_NOOP("Actions", "See the weights and the output of the chosen node as pictures"),
            ),
        ),
    ),
    MenuSpec(
        "go",
        QT_TRANSLATE_NOOP("Actions", "&Go"),
        (
            ActionSpec("go.palette", QT_TRANSLATE_NOOP("Actions", "&Search Layers"), ("/", "Alt+0"), "search"),
            ActionSpec("go.canvas", QT_TRANSLATE_NOOP("Actions", "&Canvas"), ("Alt+1",)),
            ActionSpec("go.inspector", QT_TRANSLATE_NOOP("Actions", "&Inspector"), ("Alt+2",)),
            ActionSpec("go.code", QT_TRANSLATE_NOOP("Actions", "C&ode"), ("Alt+3",)),
            ActionSpec("go.log", QT_TRANSLATE_NOOP("Actions", "Run &Log"), ("Alt+4",)),
            ActionSpec("go.problems", QT_TRANSLATE_NOOP("Actions", "P&roblems"), ("Alt+5",), "warning"),
            ActionSpec("go.history", QT_TRANSLATE_NOOP("Actions", "&History"), ("Alt+6",)),
            ActionSpec("go.summary", QT_TRANSLATE_NOOP("Actions", "Summar&y"), ("Alt+7",)),
            ActionSpec("go.depth", QT_TRANSLATE_NOOP("Actions", "&Depth"), ("Alt+8",)),
            ActionSpec("go.runs", QT_TRANSLATE_NOOP("Actions", "R&uns"), ("Alt+9",)),
            None,
            ActionSpec("go.next_problem", QT_TRANSLATE_NOOP("Actions", "Next Pro&blem"), ("F8",)),
            ActionSpec("go.previous_problem", QT_TRANSLATE_NOOP("Actions", "Previous Proble&m"), ("Shift+F8",)),
            None,
            ActionSpec(
                "go.connect",
                QT_TRANSLATE_NOOP("Actions", "Co&nnect"),
                ("C",),
                "connect",
                tip=QT_TRANSLATE_NOOP("Actions", "Connect the selected node to another one by keyboard"),
                scope="canvas",
            ),
            ActionSpec("go.next", QT_TRANSLATE_NOOP("Actions", "N&ext Node"), ("]",), scope="canvas"),
            ActionSpec("go.previous", QT_TRANSLATE_NOOP("Actions", "&Previous Node"), ("[",), scope="canvas"),
        ),
    ),
    MenuSpec("window", QT_TRANSLATE_NOOP("Actions", "&Window")),
    MenuSpec(
        "help",
        QT_TRANSLATE_NOOP("Actions", "&Help"),
        (
            ActionSpec("help.shortcuts", QT_TRANSLATE_NOOP("Actions", "&Keys and Gestures"), ("F1", "?"), "keyboard"),
            ActionSpec("help.about", QT_TRANSLATE_NOOP("Actions", "&About LazyGUI"), icon="info"),
        ),
    ),
)


def specs(entries: tuple[Entry, ...] = MENUS) -> Iterator[ActionSpec]:
    """Yield every command in the order of the menus."""
    for entry in entries:
        if isinstance(entry, ActionSpec):
            yield entry
        elif entry is not None:
            yield from specs(entry.entries)


@cache
def canvas_letters() -> frozenset[str]:
    """Return the single letters that are commands on the canvas, so that they begin no name there."""
    known = [spec for spec in specs() if not spec.yields]
    told = (key for spec in known for key in (*(spec.shortcuts if spec.scope == "canvas" else ()), *spec.canvas_keys))
    return frozenset(key for key in told if len(key) == 1 and key.isalpha())
