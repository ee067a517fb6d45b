"""Checks on catalogs: what translators wrote, beside the source. One bad pattern a file."""
