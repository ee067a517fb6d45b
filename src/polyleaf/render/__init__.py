"""A localized document becomes HTML (Jinja2) and PDF (WeasyPrint)."""
