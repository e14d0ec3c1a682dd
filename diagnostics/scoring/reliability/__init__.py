"""Agreement of raters and reliability of scales."""
