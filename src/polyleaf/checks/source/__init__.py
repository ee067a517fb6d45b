"""Checks on leaflets as their authors wrote them. One bad pattern a file."""
