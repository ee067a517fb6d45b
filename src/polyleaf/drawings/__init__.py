"""Drawings (SVG) of others: read safely, their words and where those stand, what the layout engine would draw wrong."""
