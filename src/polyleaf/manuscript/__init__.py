"""Plain files that people write by hand: read with a bound, and their faults named with the line."""
