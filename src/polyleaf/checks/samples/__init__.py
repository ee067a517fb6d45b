"""Subjects for the good and bad samples of the checks, built by hand: checks read no files."""
