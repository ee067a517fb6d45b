"""Text that another program wrote wrongly is told; letters that people write are not."""

import pytest

from polyleaf.manuscript.faults import FaultLog
from polyleaf.source.garbled import tell_garbled


def faults(text):
    log = FaultLog("leaflet.md")
    tell_garbled(text.split("\n"), log)
    return log.faults


@pytest.mark.parametrize("sign", ["°", "é", "’", "“", "–", "≥", "µ", "£", "½", "•", "…", "→", "à", "\u00a0", "×", "μ"])
def test_utf_8_that_was_taken_for_windows_1252_is_told(sign):
    garbled = "".join(bytes([one]).decode("cp1252", "replace").replace("\ufffd", chr(one)) for one in sign.encode())
    (fault,) = faults(f"Fine.\nTake {garbled} 5")
    assert fault.location.line == 2
    assert f"for “{sign}”" in fault.message


@pytest.mark.parametrize(
    "text",
    ["Café – “naïve” 38 °C ≥ £5", "“AMANHÃ”", "Â age", "Île, âge, pâté", "NÃO", "“CAFÉ”", "Ça va… à 5 €", "Ünal–Çelik"],
)
def test_letters_of_languages_are_not_told(text):
    assert faults(text) == ()
