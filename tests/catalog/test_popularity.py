"""The order of the layers while nothing has been typed."""

from collections import Counter

from lazygui.catalog import CATALOG
from lazygui.catalog.popularity import POPULAR, popular_first
from lazygui.storage.examples import examples


def test_every_popular_layer_is_in_the_catalogue_once():
    assert set(POPULAR) <= CATALOG.keys()
    assert len(set(POPULAR)) == len(POPULAR)


def test_the_popular_ones_come_first_and_nothing_is_lost():
    ordered = [spec.type for spec in popular_first(CATALOG.values())]
    assert tuple(ordered[: len(POPULAR)]) == POPULAR
    assert sorted(ordered) == sorted(CATALOG)
    rest = [one for one in CATALOG if one not in POPULAR]
    assert ordered[len(POPULAR) :] == rest


def test_what_stands_in_many_networks_of_the_book_is_popular():
    drawings = [{node.type for node in example.open().nodes.values()} for example in examples()]
    often = [layer for layer, count in Counter(t for types in drawings for t in types).most_common(12)]
    layers = [layer for layer in often if CATALOG[layer].inputs]
    assert set(layers) - set(POPULAR[:16]) <= {"block.masked_softmax", "torch.bmm"}
