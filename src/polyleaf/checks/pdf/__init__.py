"""Checks on the structure of a finished file. One bad pattern a file."""
