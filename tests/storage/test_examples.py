"""The examples are the reference networks, in an order to learn by. What they compute is tested with the reference."""

from __future__ import annotations

from itertools import combinations, groupby

import convert
import pytest

from lazygui.storage.examples import example, examples
from lazygui.storage.format import dump

NETWORKS = convert.networks()
CARD = (232, 168)
"""The width of a node's card and the most height that it takes, in pixels."""


def test_every_reference_network_is_an_example() -> None:
    assert sorted(one.id for one in examples()) == sorted(NETWORKS)


def test_the_first_example_is_the_one_that_a_new_window_shows() -> None:
    assert examples()[0].id == "lazy_init"


def test_every_example_says_in_both_languages_what_it_is() -> None:
    for one in examples():
        for words in (one.title, one.about, one.section, one.topic):
            assert set(words) == {"en", "zh_CN"}
            assert all(words.values())
        assert one.about["en"].endswith(".")
        assert one.about["zh_CN"].endswith("。")


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_no_two_examples_have_the_same_title(language: str) -> None:
    titles = [one.title[language] for one in examples()]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_examples_of_a_topic_stand_together(language: str) -> None:
    topics = [topic for topic, _ in groupby(examples(), key=lambda one: one.topic[language])]
    assert len(set(topics)) == len(topics)


def test_an_example_names_the_section_of_the_reference() -> None:
    for one in examples():
        section = NETWORKS[one.id]["section"]
        assert one.section["en"].split()[0] == section["en_no"]
        assert (section["zh_no"] or section["en_no"]) in one.section["zh_CN"].split()


@pytest.mark.parametrize("example_id", NETWORKS)
def test_an_example_is_the_conversion_of_its_reference(example_id: str) -> None:
    wanted = convert.graph(NETWORKS[example_id])
    assert example(example_id).open() == wanted
    assert example(example_id).file.read_text(encoding="utf-8") == dump(wanted)


@pytest.mark.parametrize("example_id", NETWORKS)
def test_no_card_of_an_example_lies_on_another(example_id: str) -> None:
    layout = example(example_id).open().layout
    for one, other in combinations(layout.values(), 2):
        assert abs(one.x - other.x) > CARD[0] or abs(one.y - other.y) > CARD[1]


def test_the_example_of_the_section_has_the_names_of_the_book() -> None:
    assert list(example("lazy_init").open().nodes) == ["x", "fc1", "relu", "fc2"]
