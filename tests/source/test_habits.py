"""What officers type and paste is understood as what it looks like, or a finding names its line."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyleaf.manuscript.faults import FaultLog
from polyleaf.model.block_texts import texts
from polyleaf.model.inline import Emphasis, FactMark, LineBreak, Link, Strong, Words, walk
from polyleaf.model.leaflet import ListBlock, Paragraph
from polyleaf.source.inline import parse_inline
from polyleaf.source.markdown import read_body
from polyleaf.source.source_words import source_words


def read(markdown, locale="en_GB"):
    log = FaultLog("leaflet.md")
    return read_body(markdown, log, {}, lambda _image: (), source_words(locale)), log.faults


def items(block):
    return [text.msgid for text in texts((block,))]


def items_of(blocks):
    return [text.msgid for text in texts(blocks)]


@pytest.mark.parametrize(
    "text",
    [
        "Take 2*1 tablets in the morning and 2*1 tablets at night.",
        "5*10 ml, then 5*10 ml",
        "Ärzt*innen und Patient*innen",
        "Date: ___/___/____ Time: __:__ or __/__/__",
        "Signed: ______________",
        "don`t and won`t",
        "2**3 and 4**5",
        "{dose}*2 and {dose}*3",
        "Room 3_4 and 5_6",
        "Width [__] mm, height [__] mm",
        "(__) yes (__) no, (*) one (*) two, [**] or [**]",
    ],
)
def test_signs_that_are_no_marks_are_printed(text):
    said = "".join("{" + one.name + "}" if isinstance(one, FactMark) else one.text for one in parse_inline(text) if one)
    assert said == text


def test_marks_are_still_marks():
    assert [type(one) for one in parse_inline("a **b** *c* _d_ 请*不要*吃 can**not**")] == [
        Words, Strong, Words, Emphasis, Words, Emphasis, Words, Emphasis, Words, Strong,
    ]  # fmt: skip


def test_a_box_to_tick_is_one():
    assert parse_inline("Yes [ ] No [ ]") == (Words("Yes ☐ No ☐"),)
    assert isinstance(parse_inline("[ ](https://example.org)")[0], Link)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("mark", ["•", "–", "\uf0b7", "-", "o", "*"])
def test_a_list_moved_in_by_a_tab_is_a_list(mark, gap):
    blocks, faults = read(f"Before.\n\nCPAP:{gap}\t{mark}\t4–20 cmH₂O\n\t{mark}\tmask\n\nAfter.\n")
    assert faults == ()
    assert [type(block) for block in blocks] == [Paragraph, Paragraph, ListBlock, Paragraph]
    assert items(blocks[2]) == ["4–20 cmH₂O", "mask"]


def test_a_box_of_unknown_name_keeps_its_title():
    blocks, faults = read(":::{warning} Don’t stand up\nLie flat.\n:::\n")
    assert items_of(blocks) == ["Don’t stand up", "Lie flat."]
    assert len(faults) == 1


@pytest.mark.parametrize("gap", ["       ", "\u00a0\u00a0\u00a0\u00a0", "\u2003\u2003"])
def test_columns_made_with_spaces_are_told(gap):
    _, (fault,) = read(f"Before.\n\nDo{gap}Don’t\nSit high{gap}Cross your legs\nLie flat{gap}Bend\n")
    assert (fault.location.line, "gaps" in fault.message) == (3, True)
    for fine in ("One.   Two.\nThree.   Four.\n", "☐ Yes   ☐ No\n☐ Left   ☐ Right\n", "Date ____   Time\nA ___   B\n"):
        assert read(fine)[1] == ()


@pytest.mark.parametrize(
    "last",
    ["ward@example.org", f"{'podiatry' * 9}@example.org", f"https://www.example.org/{'feet/' * 12}", "c/o Mrs Smith"],
)
def test_an_address_is_lines_to_its_end(last):
    (block,), _ = read(f"Foot Clinic\nHigh Street\nFax 01632 960 445\n{last}\n")
    assert block.text.msgid.replace("\\\n", "\n").split("\n") == [
        "Foot Clinic",
        "High Street",
        "Fax 01632 960 445",
        last,
    ]
    assert block.text.msgid.count("\\") == 3


@pytest.mark.parametrize(
    "numbers", [("i.", "ii.", "iii."), ("(i)", "(ii)", "(iv)"), ("IX.", "X.", "XI."), ("a.", "b.", "c.")]
)
def test_lines_with_letters_or_roman_numbers_stay_lines(numbers):
    words = "a line that is long enough to be one of a column that an editor wraps to"
    (block,), _ = read("\n".join(f"{number} {words}" for number in numbers) + "\n")
    assert block.text.msgid.count("\\\n") == 2


def test_a_list_in_a_list_stays_in_it():
    (outer,), faults = read("•\tglasses\n\to\tcase\n\to\tcloth\n\n•\tbook\n\n\t- thick\n")
    assert faults == ()
    assert [len(item.blocks) for item in outer.items] == [2, 2]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ([1, 2, 4], [1, 2, 4]),
        ([1, 2, 1, 2], [1, 2, 1, 2]),
        ([3, 2, 1], [3, 2, 1]),
        ([1, 1, 1], [1, 2, 3]),
        ([5, 6, 7], [5, 6, 7]),
    ],
)
def test_items_keep_the_numbers_that_were_typed(typed, printed):
    blocks, faults = read("".join(f"{number}. Take a tablet\n" for number in typed))
    assert faults == ()
    assert [block.start + at for block in blocks for at in range(len(block.items))] == printed


@pytest.mark.parametrize("mark", ["–", "—", "•", "▪", "\uf0b7", "o\t", "§\t", "·\t", "-\u00a0", "*\t", "➢ "])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_lists_pasted_from_word_are_lists(mark, gap):
    space = "" if mark[-1].isspace() else " "
    blocks, faults = read(f"Before.\n\n{mark}{space}Bring this leaflet.{gap}{mark}{space}Bring your tablets.\n")
    assert faults == ()
    assert [type(block) for block in blocks] == [Paragraph, ListBlock]
    assert items(blocks[1]) == ["Bring this leaflet.", "Bring your tablets."]


@pytest.mark.parametrize("form", ["{}.\u00a0", "{}.\t", "{})\t", "{}. "])
def test_numbered_lists_pasted_from_word_are_lists(form):
    blocks, faults = read("".join(f"{form.format(number)}step\n" for number in (1, 2, 3)))
    assert faults == ()
    assert blocks[0].ordered
    assert items(blocks[0]) == ["step"] * 3


def test_numbers_directly_under_a_paragraph_are_a_list_with_their_lines():
    blocks, faults = read("Do this:\n2. wash\n3. dry\nwell\n4. rest\n")
    assert faults == ()
    assert blocks[1].start == 2
    assert [(text.msgid, text.location.line) for text in texts(blocks)] == [
        ("Do this:", 1), ("wash", 2), ("dry well", 3), ("rest", 5),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("3. Oktober 2026 ist der Termin.", "de"),
        ("1. Mai ist ein Feiertag.", "de"),
        ("2026. was the year.", "en_GB"),
        ("12. prosince přijďte.", "cs"),
        ("10. Oktober is when we open.", "en_GB"),
        ("3. lokakuuta olemme avoinna.", "en_GB"),
    ],
)
def test_a_date_begins_no_list(text, locale):
    blocks, faults = read(text, locale)
    assert (items(blocks[0]), faults) == ([text], ())
    blocks, faults = read(f"Der Termin ist am\n{text}", locale)
    assert (len(blocks), faults) == (1, ())
    assert text in items(blocks[0])[0]


def test_a_dash_inside_prose_is_no_list():
    text = "The risks of this treatment, of which there are few,\n– which are all small –\nare told below.\n"
    blocks, _ = read(text)
    assert len(blocks) == 1


def test_lines_that_are_meant_stay_lines():
    address = "Ward 5\nExample Hospital\n1 High Street\nTown AB1 2CD"
    doses = "Age 1–4 years: 5 mg\nAge 5–9 years: 7.5 mg"
    letters = "a) one\nb) two"
    for text in (address, doses, letters):
        (block,), faults = read(text)
        assert faults == ()
        assert sum(isinstance(one, LineBreak) for one in walk(block.text.inlines)) == text.count("\n")


def test_wrapped_prose_is_one_text():
    prose = (
        "You will lie on your front, and a nurse will clean the skin of your back\n"
        "with a cold liquid. The doctor then numbs the skin with an injection,\n"
        "which stings for a few seconds before it works.\n"
    )
    (block,), faults = read(f"{prose}\n{prose}".split("\n\n")[0])
    assert faults == ()
    assert "\n" not in block.text.msgid


@pytest.mark.parametrize(
    "text",
    [
        "~~do not~~ eat", "==marked==", "++under++", "H~2~O", "10^2^", "Text[^1] note", "\\newpage", "!!! note",
        "[our page] (https://www.example.org)", "#Risks", "Eat 5\n- 10 mg of it", "Day\tTime\nMon\t5",
    ],
)  # fmt: skip
def test_what_is_not_printed_as_meant_is_told_with_its_line(text):
    _, faults = read(f"First.\n\n{text}\n")
    assert [fault.location.line in (3, 4) and bool(fault.hint) for fault in faults] == [True]


def test_moved_in_lines_and_rows_with_a_cell_too_many_are_printed():
    blocks, _ = read("x\n\n    moved in\n    twice\n\n| a | b |\n|---|---|\n| 1 | 2 | 3 mg |\n")
    assert [text.msgid for text in texts(blocks)] == ["x", "moved in\\\ntwice", "a", "b", "1", "2 3 mg"]


def test_equal_pieces_of_moved_in_text_have_their_own_lines():
    blocks, _ = read("x\n\n    again\n\n    again\n")
    assert [(text.msgid, text.location.line) for text in texts(blocks)] == [("x", 1), ("again", 3), ("again", 5)]


_PIECES = st.sampled_from(
    [
        "Take", "2*1", "**not**", "*a*", "_b_", "`c`", "{dose}", "___", "–", "-", "*", "+", "1.", "2.", "3. Oktober",
        "•", "o\t", "\n", "\n\n", "\n- ", "\n1. ", "\n## ", "| a | b |", "\n> ", "    ", "\t", "~~x~~", "[ ]",
        "[x](y)", "(z)", "<b>", "\\", "#", "5 mg", "é", "药", "لا", "½", "#Head", "==", "\n---\n", "\n```\n", "&amp;",
        "www.example.org",
    ]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=14).map(" ".join))
def test_every_letter_and_digit_is_on_the_page_or_told(markdown):
    blocks, faults = read(markdown)
    printed = []
    for text in texts(blocks):
        printed += [one.text for one in walk(text.inlines) if isinstance(one, Words)]
        printed += [one.name for one in walk(text.inlines) if isinstance(one, FactMark)]
        printed += [one.href for one in walk(text.inlines) if isinstance(one, Link)]
    numbers = "".join(
        str(number) for block in blocks if isinstance(block, ListBlock) and block.ordered for number in range(9)
    )
    said = sorted(char for char in "".join(printed) + numbers if char.isalnum())
    typed = [char for char in markdown.replace("&amp;", "").replace("o\t", "") if char.isalnum()]
    missing = []
    for char in typed:
        if char in said:
            said.remove(char)
        elif not char.isdigit():  # the numbers of lists are printed by the list
            missing.append(char)
    assert not missing or faults


@pytest.mark.parametrize(
    "line", ["> 4 times a day", ">1.5 L/24 h → call", "- > 500 ml", "+ 1 mg", "• >= 5 mg", "1. > £5"]
)
def test_a_sign_before_a_number_is_no_mark(line):
    (block,), faults = read(f"{line}\n")
    assert faults == ()
    (said,) = items(block)
    assert said == line.lstrip("-•1. ")
    assert [one.text for one in block_words(block)] == [said]


def block_words(block):
    return [one for text in texts((block,)) for one in walk(text.inlines) if isinstance(one, Words)]


def test_a_sum_of_several_lines_keeps_its_signs():
    (block,), faults = read("5 mg\n+ 1 mg\n+ 0.5 mg\n")
    assert faults == ()
    assert "".join(one.text for one in block_words(block)) == "5 mg+ 1 mg+ 0.5 mg"


def test_quotations_are_still_told():
    for text in ("> Thank you\n> 5 times over\n", "> Call us\n", "> 5 people\n> said so\n"):
        _, faults = read(text)
        assert [fault.location.line for fault in faults] == [1]


@pytest.mark.parametrize("box", ["□", "❏", "❑", "\uf0a8", "\uf06f", "☐", "[ ]", "[]"])
def test_boxes_of_a_word_processor_are_boxes_to_tick(box):
    (block,), faults = read(f"{box} a pacemaker\n{box}\tclips\n")
    assert faults == ()
    assert [one.text for one in block_words(block)] == ["☐ a pacemaker", "☐ clips"]
    (block,), faults = read("□ Yes   □ No\n")
    assert isinstance(block, Paragraph)


def test_ticks_and_arrows_of_wingdings_are_signs():
    (block,), _ = read("\uf0fc rice\n\uf0fb nuts \uf0e0 call\n")
    assert "".join(one.text for one in block_words(block)) == "✓ rice✗ nuts → call"


@pytest.mark.parametrize("line", ["- 5 °C is too cold", "- 20°C", "– 80 degrees\n– 70 degrees", "- 2,5 dioptres"])
def test_a_dash_that_may_be_a_minus_is_told(line):
    _, faults = read(f"Store it at this temperature.\n\n{line}\n")
    assert {fault.location.line for fault in faults} == {3, 4} if "\n" in line else {3}
    assert all("below zero" in fault.message for fault in faults)


@pytest.mark.parametrize("line", ["- 38 °C or more", "- 2–8 °C", "• 5 °C", "- 5 mg", "- 100 °F"])
def test_a_list_of_fevers_and_doses_is_a_list(line):
    (block,), faults = read(f"{line}\n{line}\n")
    assert (block.ordered, faults) == (False, ())


@pytest.mark.parametrize("line", ["− 5 °C is too cold", "-5 °C", "−5 °C", "– 5 °C"])
def test_a_minus_stays(line):
    (block,), faults = read(f"{line}\n")
    assert (faults, [one.text for one in block_words(block)]) == ((), [line])


@pytest.mark.parametrize(
    "text",
    [
        "Step 1 — paracetamol 1 g four times a day\nStep 2 — codeine 30–60 mg, at most 240 mg a day\nStep 3 — call",
        "Avoid these for 4 weeks :-\nsex\ntampons\nswimming",
        "CIN2/3 — treatment\ncGIN — treatment\nHPV — a test",
        "Help:   the first of two places that you can call with any question — 0808 802 8000\n        NHS – call 111",
        "Cup = 150 ml<br>Mug = 250 ml<br/>\nCan = 330 ml<BR />",
    ],
)
def test_lines_of_one_form_stay_lines(text):
    (block,), faults = read(f"{text}\n")
    assert faults == ()
    wanted = max(text.count("\n"), text.lower().count("<br") - 1)
    assert sum(isinstance(one, LineBreak) for one in walk(block.text.inlines)) == wanted


def test_numbers_with_two_marks_are_a_list():
    (block,), faults = read("1.)  Tell us about:\n     -  allergies\n     -  diabetes\n2.)  Eat\n3.)  Sleep\n")
    assert (block.ordered, len(block.items), faults) == (True, 3, ())


@pytest.mark.parametrize(
    ("typed", "behind"),
    [
        ("- nosebleed\n- bruises\nCall 999 if you hit your head.", ["Call 999 if you hit your head."]),
        ("1. Wash.\n2. Dry.\nThen go home.\nRing us.", ["Then go home.\\\nRing us."]),
        ("- black poo\n  - like tar\n  - smelly\nCall 999.", ["Call 999."]),
        (" - food 6 h\n - water 1–2 h, at most 2 dl\nbefore the operation.", ["before the operation."]),
        ("- Then wait until the\nnurse says so.", []),
        (" - Take it with food and\nwater.", []),
        ("- Take it\n  Not at night.", []),
        ("- One\nThen wait\n- Two", []),
    ],
)
def test_a_whole_line_at_the_margin_belongs_to_no_item(typed, behind):
    log = FaultLog("x.md")
    _, *others = read_body(typed, log, {}, lambda _: ())
    assert [block.text.msgid for block in others] == behind
    assert log.faults == ()


@pytest.mark.parametrize(
    "text",
    [
        "- medicines\n  - aspirin 75 mg\n      - with food\n- diet\n",
        "Name:\t\t____________\nBorn:\t\t__/__/____\n",
        "100%|50%\na|b\n",
    ],
)
def test_what_is_well_written_is_not_told(text):
    assert read(text)[1] == ()


def test_rows_without_their_line_of_dashes_are_told():
    for text in ("Day | Food\nMon | Rice\nTue | Soup\n", "| Day | Food |\n| Mon | Rice |\n"):
        (fault,) = read(text)[1]
        assert "|---|---|" in fault.hint


@pytest.mark.parametrize(
    "typed", ["- a\n" + "and b\n" * 15_000, "- a\n" + "Then\n- b\n" * 7_000, "- a\n" + "Then\n" * 15_000 + "- b\n"]
)
def test_many_lines_under_a_list_take_linear_time(typed):
    begun = time.process_time()
    read_body(typed, FaultLog("x.md"), {}, lambda _: ())
    assert time.process_time() - begun < 10


@pytest.mark.parametrize(
    "mark", ["⦁\t", "∙ ", "◆ ", "▶ ", "➣ ", "🔹", "・", "\uf06c ", "\uf06e\t", "Ø\t", "v\t", "Ÿ\t", "▪\ufe0f ", "‣"]
)
def test_every_bullet_that_programs_write_is_one(mark):
    blocks, faults = read(f"Bring:\n{mark}your glasses\n{mark}5 tablets\n")
    assert faults == ()
    assert [type(block) for block in blocks] == [Paragraph, ListBlock]
    assert items(blocks[1]) == ["your glasses", "5 tablets"]


@pytest.mark.parametrize("line", ["Ø\u00a070 cm wide", "Ø 70 cm", "vital signs", "q 4 h", "🔴 Call 999", "v 2.0"])
def test_letters_and_signs_with_a_meaning_are_no_bullets(line):
    blocks, _ = read(line)
    assert items_of(blocks) == [line]


def test_letters_of_symbol_fonts_are_the_signs_that_were_seen():
    blocks, _ = read("ü\tWalk\nû\tDrive\nè\tCall us\n\nq\tI have fasted\n¨\tI have a lift\n")
    assert items_of(blocks) == ["✓ Walk\\\n✗ Drive\\\n→ Call us", "[ ] I have fasted", "[ ] I have a lift"]


def test_keys_of_telephones_are_figures_in_circles():
    blocks, faults = read("1\ufe0f\u20e3 Wash your hands and dry them well\n2\u20e3 wait\n🔟 rest\n")
    assert faults == ()
    assert items_of(blocks) == ["① Wash your hands and dry them well\\\n② wait\\\n⑩ rest"]


def test_a_box_that_is_ticked_is_one():
    blocks, _ = read("- [x] your pen\n- [ ] a needle\n\n[X] I agree\n\nWrite [x] here\n")
    assert items_of(blocks) == ["☑ your pen", "[ ] a needle", "☑ I agree", "Write [x] here"]


def test_names_of_columns_without_rows_are_told():
    (fault,) = read("Please fill in:\nDate\tTime\tHow long?\n")[1]
    assert (fault.location.line, "| Date | Time |" in fault.hint) == (2, True)


@pytest.mark.parametrize("text", ["Weight:\t80 kg", "Name ____\tDate ____\tWard ____"])
def test_tabs_beside_a_word_or_a_gap_are_no_table(text):
    assert read(text)[1] == ()


def shape(markdown, locale="en_GB"):
    """Items of lists with their depth and number, and paragraphs."""

    def below(blocks, depth):
        for block in blocks:
            if isinstance(block, ListBlock):
                for place, item in enumerate(block.items, block.start):
                    first, *rest = item.blocks
                    yield f"{'  ' * depth}{f'{place}. ' if block.ordered else '* '}{first.text.msgid}"
                    yield from below(rest, depth + 1)
            else:
                yield block.text.msgid

    return [*below(read(markdown, locale)[0], 0)]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("1. Woche: 20 kg\n2.–3. Woche: 40", ["1. Woche: 20 kg\\\n2.–3. Woche: 40"]),
        ("1. Tag Suppe\n2. Tag Brei", ["1. Tag Suppe\\\n2. Tag Brei"]),
        ("3. Oktober: Blut\n4. Oktober: Aufnahme", ["3. Oktober: Blut\\\n4. Oktober: Aufnahme"]),
        ("1. Impfung: sofort\n2. Impfung: nach 4 Wochen", ["1. Impfung: sofort\\\n2. Impfung: nach 4 Wochen"]),
        ("1. Visite: Blut\n2. Visite nach 2 Mon.: MRT", ["1. Visite: Blut\\\n2. Visite nach 2 Mon.: MRT"]),
        ("1. Tag 1: Ruhe\n2. Tag 2: Gehen", ["1. Tag 1: Ruhe", "2. Tag 2: Gehen"]),
        ("1. Woche: Ruhe\n2. Woche: Gehen\n   - langsam", ["1. Woche: Ruhe", "2. Woche: Gehen", "  * langsam"]),
        ("1. Tablette nehmen\n2. Wasser trinken", ["1. Tablette nehmen", "2. Wasser trinken"]),
    ],
)  # fmt: skip
def test_ordinals_keep_their_point(typed, printed):
    assert shape(typed, "de") == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("*Arm up\n*Arm down\n   *slowly\n*Rest", ["* Arm up", "* Arm down", "  * slowly", "* Rest"]),
        ("Stop if:\n-it hurts\n-you faint", ["Stop if:", "* it hurts", "* you faint"]),
        ("1)Warm up\n2)Do:\n  - one\n  - two\n3)Ice", ["1. Warm up", "2. Do:", "  * one", "  * two", "3. Ice"]),
        ("1.\tWash\n2.\tSit\no\tup\no\tstill\n3.\tRest", ["1. Wash", "2. Sit", "  * up", "  * still", "3. Rest"]),
        ("a)wash it\nb)dry it", ["a)wash it\\\nb)dry it"]),
        ("*Note: this* is one\n*And this* too", ["*Note: this* is one\\\n*And this* too"]),
        ("+ 20 % if high\n- 20 % if low", ["+ 20 % if high\\\n- 20 % if low"]),
        ("• a\n◦ b\n◦ c\n• d\n▪ e", ["* a", "  * b", "  * c", "* d", "  * e"]),
        ("Full [x]\nPart [ ]", ["Full ☑\\\nPart [ ]"]),
        ("Yes [X] No [ ]", ["Yes ☑ No [ ]"]),
        ("Give [X] now", ["Give [X] now"]),
        ("1.º Firme\n2.º Orine", ["1.º Firme\\\n2.º Orine"]),
        ("-5 °C at night\n-1 °C by day", ["-5 °C at night\\\n-1 °C by day"]),
    ],
)  # fmt: skip
def test_marks_that_touch_their_words_are_lists(typed, printed):
    assert shape(typed) == printed


def outline(blocks):
    """Items of lists in lists, as brackets."""
    return [
        outline(block.items) if hasattr(block, "items") else outline(block.blocks) if hasattr(block, "blocks")
        else block.text.msgid
        for block in blocks
    ]  # fmt: skip


def test_an_outline_of_slides_is_a_list_in_a_list():
    blocks, faults = read(
        "\tBitten by\n\t\tdog\n\t\tcat\n\tWhen? ___ hrs\n\n\tWhere?\n\nCall us:\n\n\tWard 3\n\tExampleton\n\tEX1 2AB\n"
    )
    assert outline(blocks[:1]) == [[["Bitten by", [["dog"], ["cat"]]], ["When? ___ hrs"], ["Where?"]]]
    assert (blocks[-1].text.msgid, faults) == ("Ward 3\\\nExampleton\\\nEX1 2AB", ())


def test_plus_signs_before_numbers_are_bullets_beside_others():
    (_, listed, last), faults = read(
        "1/ Dose\n\t+ 10 kg: 150 mg\n\t+ 20 kg: 250 mg\n\t+ >25 kg: ask us\n2/ No aspirin\n"
    )
    assert (outline([listed]), last.text.msgid) == (
        [[["10 kg: 150 mg"], ["20 kg: 250 mg"], [">25 kg: ask us"]]],
        "2/ No aspirin",
    )
    assert faults == ()
    (lines,), _ = read("+ 10 %\n+ 20 %\n")
    assert lines.text.msgid.count("+") == 2
