"""What the data of HR systems say. Pure: tables in, tables out."""
