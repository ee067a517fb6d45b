"""Telephone numbers with an extension are one number, for those who read and for those who tap."""

import pytest

from polyleaf.locales.telephone import telephone_address
from polyleaf.source.phone_number import telephone


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("01632 960 100", "tel:01632960100"),
        ("01632 960 100 ext. 4471", "tel:01632960100;ext=4471"),
        ("01632 960100 x12", "tel:01632960100;ext=12"),
        ("+44 (0)1632 960 100, extension 7", "tel:+441632960100;ext=7"),
        ("01632 960 100 (ext 12)", "tel:01632960100;ext=12"),
        ("06131 17-2874 Durchwahl 3", "tel:06131172874;ext=3"),
        ("01 99 00 12 34 poste 4512", "tel:0199001234;ext=4512"),
        ("06-0000-1234 内線 4471", "tel:0600001234;ext=4471"),
        ("01632 960 100 #12", "tel:01632960100;ext=12"),
    ],
)
def test_an_extension_is_dialled_after_the_number(written, address):
    assert telephone(written) == written
    assert telephone_address(written) == address
