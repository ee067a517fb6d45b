"""PO files: read, merge, write."""
