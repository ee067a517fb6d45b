"""Validators of accessible PDF files: programs of others, each behind one module."""
