"""Words for people and machines: terminal, JSON."""
