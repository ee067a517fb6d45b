"""polyleaf: one leaflet, printable in every language."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("polyleaf")
except PackageNotFoundError:  # run from a checkout that was never installed
    __version__ = "0.1.0"
