"""From levels to findings, and from findings to a work plan. Pure: opens no file and reads no clock."""
