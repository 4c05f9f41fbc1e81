"""The sums over a network in one line."""

from __future__ import annotations

from lazygui.graph.results import Totals
from lazygui.words.totals import totals_words

LENET = Totals(4712, 18_848, 3_100_000)


def test_parameters_bytes_and_multiply_adds_are_told_in_short() -> None:
    assert totals_words(LENET) == "4,712 parameters · 18.8 KB · 3.1 M MACs"


def test_what_no_run_has_counted_is_called_inferred() -> None:
    assert totals_words(LENET, is_inferred=True) == "4,712 parameters · 18.8 KB · 3.1 M MACs · inferred"


def test_where_nothing_can_be_counted_it_says_so() -> None:
    assert totals_words(Totals(unknown=2), is_inferred=True) == "nothing is known yet"
    assert totals_words(Totals()) == "0 parameters · 0 bytes · 0 MACs"


def test_with_a_node_that_is_not_known_it_is_a_lower_bound() -> None:
    assert totals_words(Totals(1, 4, 0, unknown=1)) == "at least 1 parameters · 4 bytes · 0 MACs"
