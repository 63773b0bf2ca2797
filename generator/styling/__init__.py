"""Style sheets: design tokens as custom properties, contrast, and one file out of many. Text in, text out."""
