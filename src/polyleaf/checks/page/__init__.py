"""Checks on the pages of a finished file, as a reader holds them. One bad pattern a file."""
