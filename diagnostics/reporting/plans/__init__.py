"""The work plan handed over: workbook, project file, calendar file, table, JSON; and the progress form."""
