"""Floor 4: pages become bytes. Everything a template sees is a view that records what is read."""
