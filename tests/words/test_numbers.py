"""Numbers as people read them."""

import pytest

from lazygui.words.numbers import bytes_words, count_words, number_words, shape_words, spans


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1000, "1 KB"),
        (1500, "1.5 KB"),
        (999_949, "999.9 KB"),
        (999_950, "1 MB"),
        (40 * 10**12, "40 TB"),
        (2**63, "9.2 EB"),
        (10**22, "10,000 EB"),
    ],
)
def test_bytes(count, words):
    assert bytes_words(count) == words


def test_bytes_are_told_in_the_language_of_the_reader():
    table = {("Numbers", "{count} bytes"): "{count} 字节"}

    def chinese(context, text):
        return table[context, text]

    assert (bytes_words(324, chinese), bytes_words(2000, chinese)) == ("324 字节", "2 KB")


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "0"),
        (7946, "7,946"),
        (9999, "9,999"),
        (10_000, "10 K"),
        (31_610, "31.6 K"),
        (25_557_032, "25.6 M"),
        (10**12, "1 T"),
    ],
)
def test_counts(count, words):
    assert count_words(count) == words


@pytest.mark.parametrize(("shape", "words"), [((2, 20), "2 × 20"), ((7,), "7"), ((), "()"), ((256, "?"), "256 × ?")])
def test_shapes(shape, words):
    assert shape_words(shape) == words


def test_a_number_has_few_digits_and_a_true_minus_sign() -> None:
    assert [number_words(n) for n in (-0.22360679, 1e-9, 0.0, float("nan"))] == ["−0.2236", "1e−09", "0", "–"]
    assert number_words(-0.22360679, 3) == "−0.224"


def test_numbers_in_a_row_are_told_by_their_ends() -> None:
    assert spans((3, 5, 6, 7, 9, 10)) == "3, 5–7, 9–10"
    assert spans(()) == ""
