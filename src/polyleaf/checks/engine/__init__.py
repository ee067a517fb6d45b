"""Checks on the checking itself: crashes and waivers. One bad pattern a file."""
