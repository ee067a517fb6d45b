"""Word files (DOCX, ECMA-376): read and written."""
