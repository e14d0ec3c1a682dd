"""Charts, as SVG with title, alt text and caption."""
