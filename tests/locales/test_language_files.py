"""Language files: read when they are needed, and every fault named with its file and line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyleaf.errors import UsageError
from polyleaf.locales import opposites, table, words
from polyleaf.locales.cldr_facts import filled
from polyleaf.locales.counted_words import amount_words
from polyleaf.locales.keys import is_said
from polyleaf.locales.language_file import TABLES, LanguageFile
from polyleaf.locales.numerals import spelled_out
from polyleaf.locales.print_facts import PrintFacts
from polyleaf.locales.quantities import has_words
from polyleaf.locales.shared import BUILT_IN, shared
from polyleaf.locales.table import LANGUAGES, OURS, language, own_code, use_folder, words_of

HEAD = 'english = "Toki"\nnative = "Toki"\n\n[print]\nquotes = ["“", "”", "‘", "’"]\n'


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """The folder of a project's language files, which is forgotten after the test."""
    made = tmp_path / "languages"
    made.mkdir()
    yield made
    use_folder(None)


def faults_of(text: str | bytes, folder: Path, name: str = "sw.toml") -> list[str]:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return [f"{fault.location}: {fault.message} -> {fault.hint}" for fault in LanguageFile(path, name).faults()]


@pytest.mark.parametrize("locale", OURS.own)
def test_what_cldr_says_is_not_said_again(locale: str) -> None:
    """A reader sees at a glance in what a language differs from CLDR; and what stands once cannot be two things."""
    file, facts = OURS.own[locale], OURS.own[locale].table(PrintFacts)
    for name, empty in (("quotes", None), ("digits", ""), ("minimum_grouping_digits", 0)):
        said = getattr(facts, name)
        assert not said or getattr(filled(locale, replace(facts, **{name: empty})), name) != said, name
    for value, phrases in file.table(words.Numbers).words.items():
        assert not set(phrases) & set(spelled_out(locale).get(value, ())), value


@pytest.mark.parametrize("locale", OURS.files)
def test_our_own_files_are_sound(locale: str) -> None:
    assert not OURS.faults(locale)


def test_what_all_languages_share_is_sound() -> None:
    assert shared().symbols["mg"] == ("mg", "mgs")
    assert shared().symbols_of_script["Cyrl"]["mg"] == ("мг",)


@pytest.mark.parametrize("locale", OURS.files)
def test_a_file_read_in_pieces_is_the_file_read_as_a_whole(locale: str) -> None:
    file = OURS.files[locale]
    whole = LanguageFile(file.path, "whole")
    whole.__dict__["_pieces"] = dict.fromkeys(TABLES, "[")  # no piece can be parsed alone
    for kind in TABLES.values():
        one, other = file.table(kind), whole.table(kind)
        assert {key: str(value) for key, value in vars(one).items() if not is_table(value)} == {
            key: str(value) for key, value in vars(other).items() if not is_table(value)
        }


def is_table(value: object) -> bool:
    return type(value) in {words.Once, opposites.LeftRight, opposites.BeforeAfter}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (HEAD + "[negaton]\nno = []\n", "sw.toml:6: `negaton` is an unknown table -> Did you mean [negation]?"),
        (HEAD + '[negation]\nnot = ["si"]\n', "sw.toml:7: `negation.not` is an unknown key -> Did you mean `no`?"),
        ('englsh = "Toki"\n' + HEAD, "sw.toml:1: `englsh` is an unknown key -> Did you mean `english`?"),
        (HEAD + '[numbers.words]\n2 = "wili"\n', "sw.toml:7: `numbers.words.2` is not a list"),
        (HEAD + "[numbers.words]\n2 = [2]\n", "sw.toml:7: `numbers.words.2` has an entry that is no word"),
        (
            HEAD + '[numbers.words]\ntwo = ["mbili"]\n',
            "sw.toml:7: `numbers.words.two` is an unknown key",
        ),
        (
            HEAD + '[numbers.words]\n"2/4" = ["a"]\n"1/2" = ["b"]\n',
            "sw.toml:8: `numbers.words.1/2` is a number",
        ),
        (
            HEAD + '[numbers.words]\n2 = ["mbili"]\n3 = ["tatu", "Mbili"]\n',
            "sw.toml:8: `numbers.words.3` has 'Mbili', which stands at `2` too",
        ),
        (
            HEAD + '[opposites.left_right]\nleft = ["kushoto"]\nright = ["kulia", "kushoto"]\n',
            "sw.toml:8: `opposites.left_right.right` has 'kushoto', which stands at `left` too",
        ),
        (HEAD + '[opposites.left_right]\nleft = ["kushoto"]\n', "`opposites.left_right.right` is missing"),
        (
            HEAD + '[clock]\nbefore_noon = ["saa"]\nafter_noon = ["saa"]\n',
            "sw.toml:8: `clock.after_noon` has 'saa', which stands at `before_noon` too",
        ),
        (
            HEAD + '[negation]\nno = ["sio"]\nweak = ["sio"]\n',
            "sw.toml:8: `negation.weak` has 'sio', which stands at `no` too",
        ),
        (
            HEAD + '[clock.named]\nnoon = ["a"]\n',
            "sw.toml:7: `clock.named.noon` is an unknown key -> Keys look",
        ),
        (HEAD + '[units.words]\nhours = ["saa"]\n', "`units.words.hours` is an unknown key -> Did you mean `hour`?"),
        (HEAD + '[negation]\nno = ["no_one"]\n', "sw.toml:7: `negation.no` has 'no_one' -> Write a phrase with single"),
        (
            HEAD + '[negation]\nno = [\n    "si",\n    "un*lich",\n]\n',
            "sw.toml:9: `negation.no` has 'un*lich' -> A * stands at the beginning of a word",
        ),
        (
            HEAD + '[letters]\nlook_alikes = { ab = "c" }\n',
            "`letters.look_alikes` is not a table of letters",
        ),
        (HEAD + '[forms]\nglued = "yes"\n', "sw.toml:7: `forms.glued` is neither true nor false"),
        (HEAD + "numbers = 3\n", "`print.numbers` is an unknown key"),
        ('script = "Latin"\n' + HEAD, "sw.toml:1: `script` is 'Latin', which is no script that polyleaf knows -> Did"),
        (HEAD + 'digits = "arabic"\n', "`print.digits` is 'arabic', which is no numbering system that polyleaf knows"),
        ("reads_like = 7\n" + HEAD, "sw.toml:1: `reads_like` is not a locale"),
        (HEAD.replace('"’"', ""), "sw.toml:5: `print.quotes` is not a list of 4 texts"),
        (HEAD + "months = []\n", "`print.months` is not a list of 12 texts"),
        (HEAD + '[print.units]\nhuor = "{0} saa"\n', "`print.units.huor` is an unknown key -> Did you mean `hour`"),
        (HEAD + '[print.units]\nhour = { single = "a" }\n', "`print.units.hour` is neither a pattern nor a table of"),
        *(
            (
                HEAD + f'[print.units]\nweek = "{{0}} juma"\nhour = {written}\n',
                f"sw.toml:8: `print.units.hour` has {told}",
            )
            for written, told in (
                ('"{} saa"', "'{} saa', where the number is not {0}, once -> Write {0} for it"),
                ('"{1} saa"', "'{1} saa', where the number is not {0}, once"),
                ('"{0} {0} saa"', "'{0} {0} saa', where the number is not {0}, once"),
                ('"{0 saa"', "'{0 saa', where the number is not {0}, once"),
                ('"6 saa"', "'6 saa', where the number is not {0}, once"),
                ('"{০} saa"', "'{০} saa', where the number is not {0}, once"),
                ('"saa"', "'saa', without a place for the number"),
                ('{ one = "saa", other = "masaa" }', "'masaa', without a place for the number"),
            )
        ),
        (HEAD + "minimum_grouping_digits = 9\n", "`print.minimum_grouping_digits` is not a number from 1 to 3"),
        ('native = "Toki"\n', "`english` is missing"),
        ("english = “Toki”\n", "sw.toml:1: The file is not valid TOML"),
        (HEAD + "[numbers\n", "sw.toml:6: The file is not valid TOML"),
        (HEAD + "[forms]\n[numbers]\n[forms]\n", "sw.toml:8: The file is not valid TOML"),
        (HEAD.encode("utf-16"), "is saved as UTF-16"),
        (HEAD.encode() + 'native = "caf\xe9"'.encode("latin-1"), "sw.toml:6: The file is not UTF-8 text"),
        (HEAD + "# \0\n", "sw.toml:6: The file holds a NUL character"),
        (HEAD + f"# {'x' * 1024 * 1024}\n", "is larger than 1024 KiB"),
        (HEAD + "a = [" * 5000, "The file is not valid TOML"),
        ("", "`native` is missing"),
    ],
)
def test_faults_are_named_with_their_line(text: str | bytes, told: str, tmp_path: Path) -> None:
    assert any(told in fault for fault in faults_of(text, tmp_path)), faults_of(text, tmp_path)


def test_every_fault_is_told(tmp_path: Path) -> None:
    text = HEAD + '[negation]\nno = "si"\n[numbers.words]\nx = ["y"]\n[formz]\n'
    assert len(faults_of(text, tmp_path)) == 3


@given(st.text(), st.sampled_from(sorted(words.SECTIONS)))
def test_a_file_without_faults_can_be_read_in_pieces(text: str, section: str) -> None:
    for whole in (text, HEAD + text, f"{HEAD}[{section}]\n{text}"):
        file = LanguageFile(Path("sw.toml"), "sw.toml")
        file.__dict__["_text"] = whole
        if not file.faults():
            assert file.head.english == "Toki"
            assert all(map(file.table, TABLES.values()))


def test_what_is_read_like_another_language(folder: Path) -> None:
    (folder / "sw.toml").write_text(HEAD.replace("\n\n", '\nreads_like = "en"\n\n') + "[numbers]\n", encoding="utf-8")
    use_folder(folder)
    own = words_of(language("sw"))
    assert own.owner(words.Negation) == "en"
    assert "not" in own.section(words.Negation).no
    assert own.owner(words.Numbers) == "sw"
    assert not is_said(own.section(words.Numbers))


@pytest.mark.parametrize(
    ("like", "told"),
    [("sw", "in a circle"), ("qq", "a language without a file"), ("eng", "Did you mean 'en'?")],
)
def test_reading_like_nothing(like: str, told: str, folder: Path) -> None:
    (folder / "sw.toml").write_text(HEAD.replace("\n\n", f'\nreads_like = "{like}"\n\n'), encoding="utf-8")
    (fault,) = use_folder(folder).faults("sw")
    assert fault.location.line == 3
    assert told in f"{fault.message} {fault.hint}"


def test_one_language_in_two_scripts_is_written_once(folder: Path) -> None:
    spelled = HEAD.replace("\n\n", '\nrespells = "sr"\nspelling = ["ш š", "љ lj"]\n\n')
    (folder / "sr.toml").write_text(HEAD + '[negation]\nno = ["љШ*"]\nexceptions = ["ш љ"]\n', encoding="utf-8")
    (folder / "sr_Latn.toml").write_text(spelled + '[opposites]\nleft_right = {left = ["l"], right = ["r"]}\n')
    use_folder(folder)
    own = words_of(language("sr_Latn"))
    assert own.section(words.Negation).no == ("ljŠ*",)
    assert own.owner(words.Negation) == "sr_Latn"
    assert own.section(words.Opposites).left_right.left == ("l",)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ('respells = "qq"\nspelling = ["ш š"]', "sw.toml:3: `respells` names no file beside this one"),
        ('respells = "sr"\nspelling = ["ш"]', "sw.toml:4: `spelling` is no list of letters"),
        ('respells = "sr"\nspelling = "ш š"', "sw.toml:4: `spelling` is no list of letters"),
    ],
)
def test_a_language_is_spelled_anew_from_what_is_there(lines: str, told: str, folder: Path) -> None:
    (folder / "sr.toml").write_text(HEAD, encoding="utf-8")
    (fault,) = faults_of(HEAD.replace("\n\n", f"\n{lines}\n\n"), folder)
    assert fault.startswith(told)


def test_a_file_of_the_project_stands_in_front_of_ours(folder: Path) -> None:
    text = OURS.files["pl"].path.read_text(encoding="utf-8").replace('"Polish"', '"Polish of our ward"')
    (folder / "pl.toml").write_text(text, encoding="utf-8")
    before = language("pl").english
    use_folder(folder)
    assert (before, language("pl").english, language("ar").english) == ("Polish", "Polish of our ward", "Arabic")
    use_folder(None)
    assert language("pl").english == "Polish"


def test_a_file_that_changes_is_read_again(folder: Path) -> None:
    path = folder / "sw.toml"
    path.write_text(HEAD, encoding="utf-8")
    first = use_folder(folder)
    assert use_folder(folder) is first
    path.write_text(HEAD.replace("Toki", "Toki Pona"), encoding="utf-8")
    use_folder(folder)
    assert language("sw").english == "Toki Pona"


def test_a_faulty_file_stops_its_own_language_alone(folder: Path) -> None:
    (folder / "sw.toml").write_text(
        'english = "Toki"\nscript = "Latin"\n[small_words]\nwords = [1]\n', encoding="utf-8"
    )
    (folder / "pl.toml").write_text(HEAD + "[small_words]\nwords = [1]\n", encoding="utf-8")
    use_folder(folder)
    with pytest.raises(UsageError, match=r"languages/sw.toml:2: `script`"):
        language("sw")
    with pytest.raises(UsageError) as unknown:
        language("Kiswahili")
    assert unknown.value.hint
    assert own_code("tl") == "fil"
    assert language("ar").english == "Arabic"
    assert table.words_of_script("Latn", words.SmallWords)


def test_files_with_other_names_are_no_languages(folder: Path) -> None:
    for name in ("shared.toml", "pt-BR.toml", "notes.toml", "en.toml.bak", ".toml"):
        (folder / name).write_text("", encoding="utf-8")
    assert use_folder(folder).files == OURS.files


def test_codes_that_others_write() -> None:
    assert [own_code(code) for code in ("tl", "iw", "zh-CN", "ZH_tw", "no", "pl", "x")] == [
        "fil",
        "he",
        "zh_Hans",
        "zh_Hant",
        "nb",
        "pl",
        "x",
    ]


OPENED = """
import json, sys
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
{code}
print(json.dumps([name for name in opened if name.endswith(".toml") and "/languages/" in name]))
"""


@pytest.mark.parametrize(
    ("code", "files"),
    [
        ("from polyleaf.cli.main import run\nsys.stdout = sys.stderr\nrun(['--help'])\nsys.stdout = sys.__stdout__", 0),
        ("from polyleaf.locales.table import LANGUAGES\nsorted(LANGUAGES)\n'pl' in LANGUAGES", 0),
        ("from polyleaf.locales.table import language\nlanguage('pl')\nlanguage('pl')", 2),  # and what CLDR says of all
    ],
)
def test_a_file_is_read_when_its_language_is_used(code: str, files: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", OPENED.format(code=code)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(BUILT_IN.parents[1])},
    )
    assert len(json.loads(done.stdout.splitlines()[-1])) == files


def test_each_file_names_what_it_was_read_against() -> None:
    files = [path for path in BUILT_IN.glob("*.toml") if path.stem in LANGUAGES]
    assert len(files) > 150
    for path in files:
        second = path.read_text(encoding="utf-8").splitlines()[1]
        assert second.startswith("# Read against "), path.name


def test_a_unit_without_the_form_that_all_numbers_take_is_not_known(folder: Path) -> None:
    """CLDR has none for a language that only the project has: its root would be printed, "6 w"."""
    (folder / "syl.toml").write_text(HEAD + '[print.units]\nweek = { one = "{0} x" }\nhour = "{0} y"\n', "utf-8")
    use_folder(folder)
    assert (has_words("week", language("syl")), has_words("hour", language("syl"))) == (False, True)


def test_words_of_amounts_are_read_again_when_their_file_changes(folder: Path) -> None:
    for word in ("saa", "masaa"):
        (folder / "syl.toml").write_text(HEAD + f'[print.units]\nhour = "{{0}} {word}"\n', "utf-8")
        use_folder(folder)
        assert word in amount_words(language("syl")).behind
