"""What leaves the house: the bundle for the print shop, and what comes back in somebody's hand."""
