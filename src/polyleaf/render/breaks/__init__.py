"""Page breaks that are planned: what a layout is made of, the best breaks for it, and how the engine is told."""
