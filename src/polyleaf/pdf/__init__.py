"""Reads and finishes PDF files. The door to pikepdf."""
