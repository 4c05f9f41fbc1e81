"""The command line reads the shipped translation without Qt."""

import pytest

from lazygui.words.translations import language, read

TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Cli</name>
    <message><source>node &amp; layer</source><translation>节点与层</translation></message>
    <message><source>count</source><translation type="unfinished">数</translation></message>
    <message><source>empty</source><translation></translation></message>
</context>
<context>
    <name>Other</name>
    <message><source>count</source><translation>计数</translation></message>
</context>
</TS>
"""


def test_finished_translations_are_read_by_context():
    assert read(TS) == {("Cli", "node & layer"): "节点与层", ("Other", "count"): "计数"}


@pytest.mark.parametrize(
    ("environment", "locale"),
    [
        ({}, "C"),
        ({"LANG": "zh_CN.UTF-8"}, "zh_CN.UTF-8"),
        ({"LANG": "zh_CN", "LC_MESSAGES": "en_GB"}, "en_GB"),
        ({"LANG": "zh_CN", "LC_MESSAGES": "zh_CN", "LC_ALL": "de_DE"}, "de_DE"),
        ({"LANG": "zh_CN", "LC_ALL": ""}, "zh_CN"),
    ],
)
def test_the_first_variable_that_is_set_wins(environment, locale):
    assert language(environment) == locale
