"""What a printed form is put together from: headings, boxes to tick, cells to write in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from diagnostics.definitions.form import FormQuestion
from diagnostics.definitions.translations import Words, say, translated
from diagnostics.reporting.docx_parts import TEXT_WIDTH, shade, table_of

BOX = "☐"
LABEL_WIDTH = 50.0  # millimetres
LINE, COMMENT, ROOM = 9.0, 14.0, 20.0
"""Heights of a cell for a word, for a sentence and for several, in millimetres; a criterion with its comment fits on one page."""
HEAD_COLOUR = "DCE6EC"
LISTED_BELOW = 5  # options; more stand one a line


class Grid(NamedTuple):
    """A table with its rows and cells at hand: python-docx would look all of them up again for each one."""

    rows: tuple[Any, ...]
    cells: tuple[tuple[Any, ...], ...]


class Paper:
    """A printed form in the making, in one language."""

    def __init__(self, word: Any, language: str) -> None:
        self.word, self.language = word, language
        self.width = TEXT_WIDTH
        # Asked for by its name a style is looked up among all styles, for every paragraph anew.
        self._styles = {name: word.styles[name].style_id for name in ("Cell", "Small Cell")}

    def say(self, words: Words) -> str:
        """Words in the form's language."""
        return say(words, self.language)

    def ui(self, text: str) -> str:
        """One of the kit's own texts in the form's language."""
        return translated(text, self.language)

    def label(self, question: FormQuestion) -> str:
        """A question's label, the short one where its subject stands above it."""
        return self.say(question.short or question.label) + (" *" if question.required else "")

    def with_hint(self, question: FormQuestion) -> str:
        """A question's label and, below it, its hint."""
        return f"{self.label(question)}\n{self.say(question.hint)}" if question.hint else self.label(question)

    def turn(self) -> None:
        """Turn the page to landscape, so that a table gets wide enough."""
        from docx.enum.section import WD_ORIENT
        from docx.shared import Mm

        page = self.word.sections[0]
        if page.orientation != WD_ORIENT.LANDSCAPE:
            page.orientation, page.page_width, page.page_height = WD_ORIENT.LANDSCAPE, page.page_height, page.page_width
            self.width = (page.page_width - page.left_margin - page.right_margin) / Mm(1)

    def heading(self, words: Words, level: int, *, new_page: bool = False) -> None:
        """A heading; ``new_page``: at the top of a page."""
        self.heading_text(self.say(words), level).paragraph_format.page_break_before = new_page

    def heading_text(self, text: str, level: int) -> Any:
        """A heading of a text that is in the right language already."""
        return self.word.add_heading(text, level=level)

    def question(self, question: FormQuestion) -> None:
        """A question below the heading that names it, and its hint."""
        named = f"{self.say(question.short)}: " if question.short else ""
        self.text(self.say(question.label).removeprefix(named))
        self.note(question.hint)

    def text(self, text: str, style: str = "Normal", *, kept: bool = True) -> None:
        """A paragraph; ``kept``: on the same page as what follows it."""
        self.word.add_paragraph(text, style=style).paragraph_format.keep_with_next = kept

    def note(self, words: Words | None) -> None:
        """Help in small print, a paragraph a line; nothing where there is none."""
        for line in self.say(words).split("\n") if words else ():
            self.text(line, style="Note")

    def gap(self) -> None:
        """A little space after a table, which word processors need between two."""
        self.word.add_paragraph(style="Gap")

    def boxes(self, question: FormQuestion) -> None:
        """The options of a question, one a line, each with its box."""
        for number, option in enumerate(question.options, start=1):
            self.text(self._option(option), kept=number < len(question.options))

    def in_line(self, question: FormQuestion) -> None:
        """A question and its options on one line."""
        options = "\u2003".join(f"{BOX} {self.say(option.label)}" for option in question.options)
        self.text(f"{self.label(question)}\u2003{options}")

    def table(self, rows: int, widths: Sequence[float], headings: Sequence[str]) -> Grid:
        """A table whose headings are repeated on every page."""
        table = table_of(self.word, rows, widths)
        _draw_all_lines(table)
        lines = tuple(table.rows)
        grid = Grid(lines, tuple(tuple(line.cells) for line in lines))
        for column, heading in enumerate(headings):
            self.cell(grid, 0, column, heading, small=True, bold=True)
            shade(grid.cells[0][column], HEAD_COLOUR)
        return grid

    def cell(self, grid: Grid, row: int, column: int, text: str, *, small: bool = False, bold: bool = False, centred: bool = False) -> None:
        """Write into a cell, a paragraph a line."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        cell = grid.cells[row][column]
        for number, line in enumerate(text.split("\n")):
            paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
            paragraph._p.style = self._styles["Small Cell" if small else "Cell"]
            paragraph.add_run(line).bold = bold and number == 0
            if centred:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER

    def blank(self, grid: Grid, row: int, height: float) -> None:
        """Make a row high enough to write in."""
        from docx.shared import Mm

        grid.rows[row].height = Mm(height)

    def answers(self, asked: Sequence[tuple[FormQuestion, str]], *, hints: bool = True, roomy: bool = False) -> None:
        """A table with a question a row: its label, and its boxes or space to write.

        Args:
            asked: the questions with their labels.
            hints: whether the hints stand below the labels.
            roomy: whether sentences are expected.
        """
        if not asked:
            return
        short = all(question.type in ("integer", "decimal", "date") for question, _ in asked)
        label_width = self.width - LABEL_WIDTH if short else LABEL_WIDTH
        widths = [label_width, self.width - label_width]
        grid = self.table(len(asked) + 1, widths, [self.ui("Question"), self.ui("Answer")])
        for row, (question, label) in enumerate(asked, start=1):
            self.cell(grid, row, 0, label)
            if hints and question.hint:
                self._hint(grid.cells[row][0], question.hint)
            if question.options:
                between = "\u2003" if len(question.options) < LISTED_BELOW else "\n"
                self.cell(grid, row, 1, between.join(self._option(option) for option in question.options), small=between == "\n")
            else:
                written = question.type == "text" and not question.pattern and (roomy or not hints)
                self.blank(grid, row, LINE if not written else ROOM if roomy else COMMENT)
        self.gap()

    def _hint(self, cell: Any, hint: Words) -> None:
        for line in self.say(hint).split("\n"):
            cell.add_paragraph(line, style="Small Cell")

    def _option(self, option: Any) -> str:
        label = self.say(option.label)
        return f"{BOX} {label}" if option.code.islower() or label.startswith(f"{option.code}. ") else f"{BOX} {option.code} – {label}"


def _draw_all_lines(table: Any) -> None:
    """On paper a cell to write in needs its sides."""
    from docx.oxml.ns import qn

    for line in table._tbl.tblPr.xpath("./w:tblBorders/*"):
        line.set(qn("w:val"), "single")
