"""The numbers in a text, as the checks read them."""

from polyleaf.locales.digits import fold_digits, number_spans
from polyleaf.locales.table import LANGUAGES


def read_numbers(text, language=LANGUAGES["en_GB"]):
    return tuple(value for _, _, value in number_spans(fold_digits(text), language))
