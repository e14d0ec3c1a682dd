"""The sheet of a repeating group: a table to fill in downwards, one row a thing, headed by the columns' names.

Drop-down lists show the bare codes, so that the filled table can be put into a mission's inputs as it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from diagnostics.definitions.form import FormGroup, FormQuestion
from diagnostics.intake.forms.form_sheets import FormBook, height_for

DEEPEST = 5000  # rows with drop-down lists
PRINTED = 26  # rows of an empty table on paper
HEADING_ROW = 2
WIDTHS = {"text": 26.0, "date": 14.0, "integer": 14.0, "decimal": 14.0}
CODES_WIDTH = 20.0
NOTHING: Mapping[str, Sequence[str]] = {}


def write_table(made: FormBook, group: FormGroup, filled: Mapping[str, Sequence[str]] = NOTHING) -> None:
    """Write the sheet of a repeating group, and one that says what its codes mean.

    Args:
        made: the workbook.
        group: the repeating group.
        filled: values that stand in the table already, by the question's name.
    """
    sheet = made.sheet(made.form.id)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(1, HEADING_ROW)
    sheet.protect("", {"format_columns": True, "format_rows": True, "insert_rows": True, "delete_rows": True, "sort": True})
    sheet.write_string(0, 0, made.say(group.label), made.formats["title"])
    heights = []
    for column, question in enumerate(group.questions):
        width = CODES_WIDTH if question.options else WIDTHS.get(question.type, 26.0)
        # The whole column is open, so that a table may grow as long as it must.
        sheet.set_column(column, column, width, made.answer_format(question))
        label, hint = _label(made, question), made.say(question.hint) if question.hint else ""
        sheet.write_string(1, column, f"{label}\n{hint}", made.formats["cell"])
        heights.append((f"{label}\n{hint}", width))
        sheet.write_string(HEADING_ROW, column, question.name, made.formats["head"])
        made.limit(sheet, (HEADING_ROW + 1, column, DEEPEST, column), question, codes_only=True)
        made.remember(sheet, HEADING_ROW + 1, column, question)
        for row, value in enumerate(filled.get(question.name, ()), start=HEADING_ROW + 1):
            sheet.write_string(row, column, value, made.answer_format(question))
    sheet.print_area(0, 0, PRINTED, len(group.questions) - 1)
    sheet.set_row(0, 26, made.formats["text"])
    sheet.set_row(1, height_for(heights))
    sheet.freeze_panes(HEADING_ROW + 1, 1)
    _codes(made, group)


def _label(made: FormBook, question: FormQuestion) -> str:
    return made.say(question.label) + (" *" if question.required else "")


def _codes(made: FormBook, group: FormGroup) -> None:
    chosen = [question for question in group.questions if question.options]
    if not chosen:
        return
    sheet = made.sheet("Codes")
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_column(0, 1, 22)
    sheet.set_column(2, 2, 70)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    for column, heading in enumerate(("Column", "Code", "Meaning")):
        sheet.write_string(0, column, made.ui(heading), made.formats["head"])
    lines = [(question.name, option.code, made.say(option.label)) for question in chosen for option in question.options]
    for row, texts in enumerate(lines, start=1):
        for column, text in enumerate(texts):
            sheet.write_string(row, column, text, made.formats["cell"])
