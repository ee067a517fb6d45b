"""Lists of two levels that show in their signs alone, and signs that are heads."""

import pytest
from tests.source.bodies import read

from polyleaf.model.leaflet import ListBlock, Paragraph

NESTED = [("Before", ["stop eating", "shower"]), ("After", ["eat"])]


def shape(blocks):
    """Lists as (words, what is in them), paragraphs as their words."""
    found = []
    for block in blocks:
        if isinstance(block, ListBlock):
            for item in block.items:
                first, *rest = item.blocks
                found.append((first.text.msgid, [words for words, _ in shape(rest)]))
        elif isinstance(block, Paragraph):
            found.append((block.text.msgid, None))
    return found


@pytest.mark.parametrize(
    "typed",
    [
        "■ Before\n\n• stop eating\n• shower\n\n■ After\n\n• eat",
        "● Before\n\n– stop eating\n\n– shower\n\n● After\n\n– eat",
        "● Before\n– stop eating\n– shower\n● After\n– eat",
        "➢\tBefore\n- stop eating\n- shower\n➢\tAfter\n- eat",
        "• Before\n* stop eating\n* shower\n• After\n* eat",
        "\uf0d8 Before\n\uf0a7 stop eating\n\uf0a7 shower\n\uf0d8 After\n\uf0a7 eat",
    ],
)
def test_a_second_sign_is_a_second_level(typed):
    blocks, faults = read(typed)
    assert shape(blocks) == NESTED
    assert not faults


def test_an_item_that_leads_to_others_has_them():
    assert shape(read("• Fruit\n• Vegetables:\n– beans\n– peas")[0]) == [
        ("Fruit", []),
        ("Vegetables:", ["beans", "peas"]),
    ]


@pytest.mark.parametrize(
    "typed",
    [
        "• Fruit\n• Bread\n– beans\n– peas",  # the sign was changed, and nothing leads to another level
        "* Fruit\n- Bread\n* beans\n- peas",  # marks of Markdown
    ],
)
def test_a_changed_sign_alone_is_no_level(typed):
    assert [inner for _, inner in shape(read(typed)[0])] == [[], [], [], []]


def test_a_sign_alone_above_other_items_is_a_head_in_japanese_and_one_beside_others_is_an_item():
    typed = "■ 手術前日まで\n\n・点眼\n・入浴\n\n■ 当日の持ち物\n\n① 診察券\n② お薬手帳"
    assert [words for words, _ in shape(read(typed)[0])][:4] == ["■ 手術前日まで", "点眼", "入浴", "■ 当日の持ち物"]
    assert [words for words, _ in shape(read("■ 診察券\n\n■ お薬手帳\n\n■ めがね")[0])] == [
        "診察券",
        "お薬手帳",
        "めがね",
    ]


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("+ quick\n– it hurts\n+ cheap\n– it takes long", ["+ quick", "– it hurts", "+ cheap", "– it takes long"]),
        ("+ quick\n+ cheap\n- it hurts", ["+ quick", "+ cheap", "- it hurts"]),
    ],
)
def test_what_speaks_for_and_against_keeps_its_signs(typed, lines):
    blocks, faults = read(typed)
    printed = "".join(block.text.msgid for block in blocks).replace("\u00a0", " ").replace("\\\n", "\n")
    assert [line.replace("\\", "") for line in printed.split("\n")] == lines
    assert not faults


def test_plus_is_a_second_level_below_dashes_that_come_back():
    assert shape(read("- Before\n+ stop eating\n+ shower\n- After\n+ eat")[0]) == NESTED
    assert [words for words, _ in shape(read("+ one\n+ two\n\n- three")[0])] == ["one", "two", "three"]
