"""polyleaf: one leaflet, printable in every language."""

__version__ = "0.1.0"
"""The one place of the version: packaging reads it here, and a checkout that nobody installed has it too."""
