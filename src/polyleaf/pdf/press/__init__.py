"""Makes a finished accessible PDF into one for the print shop, and reads what a print shop would see."""
