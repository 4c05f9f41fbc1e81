"""Draw a network by hand, run a sample through it, and read what every layer became."""

from lazygui.testing.canvas import State


def test_a_lenet_is_drawn_from_the_palette_and_finds_its_shapes(lazygui):
    lazygui.keys("Ctrl+N")
    lazygui.palette.drag("Input", onto=lazygui.canvas.at(0, 0))
    lazygui.inspector.set("shape", "1, 1, 28, 28")
    for layer in ("LazyConv2d", "ReLU", "MaxPool2d", "Flatten", "LazyLinear"):
        lazygui.palette.enter(layer)
    assert lazygui.canvas.edges() == [
        ("x", "conv1"),
        ("conv1", "relu"),
        ("relu", "pool"),
        ("pool", "flatten"),
        ("flatten", "fc1"),
    ]

    # Nothing has run: the shapes are foretold, and every layer is uninitialized.
    lazygui.wait_until_idle()
    assert lazygui.node("conv1").state() is State.UNINITIALIZED
    channels = lazygui.canvas.edge_label("relu").split("×")[1]

    lazygui.run.sample()
    assert {lazygui.node(name).state() for name in lazygui.canvas.node_names()} == {State.INITIALIZED}
    assert lazygui.node("conv1").weight_shape().startswith(f"{channels} × 1")
    assert lazygui.node("fc1").has_histogram()


def test_both_paths_end_in_the_same_drawing(lazygui):
    """By hand where the gesture is what is tested, direct where it only sets the scene."""
    dropout = lazygui.direct.splice("Dropout", "fc2")
    edges = lazygui.canvas.edges()
    lazygui.keys("Ctrl+Z")
    lazygui.palette.drag("Dropout", onto=lazygui.canvas.middle_of_edge("fc2"))
    assert sorted(lazygui.canvas.edges()) == sorted(edges)
    assert dropout in lazygui.canvas.node_names()
