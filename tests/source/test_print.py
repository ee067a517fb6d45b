"""``[print]``, and the address before the codes, in ``polyleaf.toml``."""

import pytest

from polyleaf.manuscript.faults import ContentError
from polyleaf.model.project import PrintJob
from polyleaf.source.config import parse_config

BASE = '[organisation]\nname = "Hospital"\n{}\n[languages]\nsource = "en_GB"\n{}\n'


def read(organisation="", rest=""):
    return parse_config(BASE.format(organisation, rest))


def test_all_of_it_and_none_of_it():
    found = read(
        'verify = "https://v.example.org/?c="', '[print]\nstock = "90 g"\nfinishing = "2"\nproof_contact = "A"'
    )
    assert found.verify == "https://v.example.org/?c="
    assert found.print_job == PrintJob("90 g", "2", "A")
    assert read().verify == ""
    assert read().print_job == PrintJob()


@pytest.mark.parametrize(
    ("organisation", "rest", "line", "message"),
    [
        ('verify = "https://leaflets.example.org/v"', "", 3, "written right behind it"),
        (f'verify = "https://leaflets.example.org/{"v" * 80}/"', "", 3, "at most 80"),
        ('verify = "javascript:alert(1)/"', "", 3, "https://"),
        ('verify = "leaflets.example.org/"', "", 3, "https://"),
        ('verify = "https://a.org/\\u202e/"', "", 3, "not every scanner"),
        ("verify = 5", "", 3, "not text"),
        ("", "[print]\npaper = 'A4'", 7, "Unknown key `paper`"),
        ("", "[print]\nstock = ''", 7, "is empty"),
        ("", "[print]\nstock = 90", 7, "not text"),
    ],
)
def test_what_is_refused(organisation, rest, line, message):
    with pytest.raises(ContentError) as caught:
        read(organisation, rest)
    (fault,) = caught.value.faults
    assert fault.location.line == line
    assert message in fault.message + fault.hint
