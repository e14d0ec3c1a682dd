"""How the example mission's data are made up. The story is in ``../story``; nothing here stands for a real person or place."""
