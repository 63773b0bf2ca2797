"""Floor 0: frozen values. They know nothing of files, engines or templates."""
