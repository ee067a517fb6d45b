"""Puts pages on sheets so that folding, nesting and cutting brings them into reading order."""
