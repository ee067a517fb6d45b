"""Our own tag tree and exact text, put into WeasyPrint 70.0 at three of its functions (``seam.py``)."""
