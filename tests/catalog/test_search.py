"""What a person types into the palette brings up what was meant."""

from __future__ import annotations

import pytest

from lazygui import catalog

CHINESE = {"Max pooling 2-D": "二维最大汇聚层", "Fully connected": "全连接层"}


def translate(text: str) -> str:
    return CHINESE.get(text, text)


def found(query: str) -> list[str]:
    return [spec.type for spec in catalog.search(query, translate)]


@pytest.mark.parametrize("query", ["", "   "])
def test_an_empty_query_gives_everything_in_palette_order(query: str) -> None:
    assert catalog.search(query) == tuple(catalog.CATALOG.values())


@pytest.mark.parametrize("type", catalog.CATALOG)
def test_a_type_finds_its_layer_first(type: str) -> None:
    assert type.casefold() == found(type)[0].casefold()


@pytest.mark.parametrize("type", catalog.CATALOG)
def test_a_title_finds_its_layer_first(type: str) -> None:
    assert found(catalog.CATALOG[type].title)[0] == type


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("dense", "nn.LazyLinear"),
        ("fully connected", "nn.Linear"),
        ("全连接", "nn.LazyLinear"),
        ("稠密", "nn.Linear"),
        ("池化", "nn.MaxPool2d"),
        ("最大汇聚", "nn.MaxPool2d"),
        ("丢弃", "nn.Dropout"),
        ("暂退法", "nn.Dropout"),
        ("批归一化", "nn.LazyBatchNorm2d"),
        ("规范化", "nn.LayerNorm"),
        ("激活", "nn.ReLU"),
        ("swish", "nn.SiLU"),
        ("residual", "torch.add"),
        ("连结", "torch.cat"),
        ("拼接", "torch.cat"),
        ("卷积", "nn.LazyConv2d"),
        ("反卷积", "nn.LazyConvTranspose2d"),
        ("延后初始化", "nn.LazyBatchNorm1d"),
        ("嵌入", "nn.Embedding"),
        ("样本", "Input"),
    ],
)
def test_words_of_both_languages_find_a_layer(query: str, expected: str) -> None:
    assert expected in found(query)


def test_case_does_not_count() -> None:
    assert found("LAZYLINEAR") == found("lazylinear") == ["nn.LazyLinear"]


def test_the_exact_name_comes_before_a_prefix_before_a_substring_before_a_word() -> None:
    types = found("linear")
    assert types[0] == "nn.Linear"
    assert types.index("nn.LazyLinear") < types.index("nn.GELU")
    relu = found("relu")
    assert relu.index("nn.ReLU") < relu.index("nn.ReLU6") < relu.index("nn.LeakyReLU")


def test_a_word_within_a_name_of_torchs_counts_as_its_beginning() -> None:
    norm = found("norm")
    assert norm.index("nn.BatchNorm2d") < norm.index("torch.linalg.vector_norm")
    assert norm.index("nn.LayerNorm") < norm.index("torch.linalg.vector_norm")


def test_a_word_of_the_other_language_finds_first_what_it_names() -> None:
    assert found("循环")[:3] == ["nn.RNN", "nn.LSTM", "nn.GRU"]
    assert "nn.ConvTranspose2d" in found("转置")


def test_an_exact_translated_title_comes_first() -> None:
    assert found("二维最大汇聚层") == ["nn.MaxPool2d"]
    assert found("全连接层")[0] == "nn.Linear"


def test_lazy_layers_come_up_with_their_explicit_twins() -> None:
    assert found("conv2")[:2] == ["nn.LazyConv2d", "nn.Conv2d"]


def test_several_words_must_all_be_found() -> None:
    assert set(found("lazy image")) == {"nn.LazyConv2d", "nn.LazyConvTranspose2d"}


def test_nonsense_finds_nothing() -> None:
    assert found("qwertz") == []
