"""What goes wrong on a press: one bad pattern a file."""
