"""Translation work out and in: XLIFF 1.2, XLIFF 2.1, XLSX and PO files that agencies and clinicians work on."""
