"""A whole standard as a workbook: a sheet a process, a row a criterion or a remedy, with a column to write comments in."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from diagnostics.definitions.translations import translated
from diagnostics.intake.written_files import neutralised
from diagnostics.reporting.theme import theme

COMMENT_HEADINGS = ("id", "comment")
"""The headings by which comments are found again; they stand in English under every language."""
_NODE_WIDTHS = (9, 24, 38, *(34,) * 5, 34, 8, 40)
_REMEDY_WIDTHS = (11, 9, 30, 60, 26, 8, 16, 36, 40)
_NAME_LENGTH = 31  # of a sheet, as spreadsheet programs allow it


def standard_workbook(content: Mapping[str, Any], day: datetime) -> bytes:
    """Write a standard as XLSX.

    Args:
        content: what ``standard_as_json`` gives.
        day: the document's date; an equal standard gives equal bytes.
    """
    import xlsxwriter

    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": f"{content['id']} {content['version']}", "created": day})
        _Sheets(book, content).write()
    return file.getvalue()


class _Sheets:
    """The workbook while it is written."""

    def __init__(self, book: Any, content: Mapping[str, Any]) -> None:
        self.book, self.content = book, content
        self.head = book.add_format({"bold": True, "bg_color": theme().wash, "bottom": 1, "text_wrap": True, "valign": "top"})
        self.words = book.add_format({"text_wrap": True, "valign": "top"})
        self.open = book.add_format({"text_wrap": True, "valign": "top", "bg_color": theme().accent_wash})

    def write(self) -> None:
        answered = [node for node in self.content["nodes"] if self._is_answered(node)]
        names = {node["id"]: node["name"] or node["id"] for node in self.content["nodes"]}
        groups: dict[str, list[Mapping[str, Any]]] = {}
        for node in answered:
            groups.setdefault(node["parent"] or node["id"], []).append(node)
        for group, nodes in groups.items():
            self._nodes(f"{group} {names.get(group, '')}", nodes)
        if self.content["remedies"]:
            self._remedies(self.content["remedies"])

    def _is_answered(self, node: Mapping[str, Any]) -> bool:
        return bool(node["question"] or node["descriptors"]) or all(other["parent"] != node["id"] for other in self.content["nodes"])

    def _nodes(self, title: str, nodes: Sequence[Mapping[str, Any]]) -> None:
        levels = [self._say("Level") + f" {number}" for number in range(1, 6)]
        headings = ["id", *map(self._say, ("Name", "Question")), *levels, *map(self._say, ("Evidence to ask for", "Weight")), "comment"]
        rows = []
        for node in nodes:
            described = node["descriptors"] or [""] * 5
            evidence = "\n".join(f"– {each}" for each in node["evidence"])
            rows.append([node["id"], node["name"] or "", node["question"] or "", *described, evidence, node["weight"], ""])
        self._sheet(title, headings, rows, _NODE_WIDTHS)

    def _remedies(self, remedies: Sequence[Mapping[str, Any]]) -> None:
        said = ("Levels", "Title", "Steps", "Person-days", "Months", "Comes after", "Measured by")
        headings = ["id", *map(self._say, said), "comment"]
        rows = [
            [
                one["id"],
                f"{one['from_level']}–{one['to_level']}",
                one["title"],
                "\n".join(f"{number}. {step}" for number, step in enumerate(one["steps"], start=1)),
                "\n".join(f"{role}: {days}" for role, days in one["person_days"].items()),
                one["months"],
                " ".join(one["after"]),
                f"{one['indicator']['name']}: {one['indicator']['target']:g} {one['indicator']['unit']}",
                "",
            ]
            for one in remedies
        ]
        self._sheet(self._say("Remedies"), headings, rows, _REMEDY_WIDTHS)

    def _sheet(self, title: str, headings: Sequence[str], rows: Sequence[Sequence[Any]], widths: Sequence[float]) -> None:
        plain = "".join(letter for letter in title if letter not in "[]:*?/\\'")[:_NAME_LENGTH].strip()
        sheet = self.book.add_worksheet(plain)
        sheet.write_row(0, 0, headings, self.head)
        for number, row in enumerate(rows, start=1):
            for place, value in enumerate(row):
                look = self.open if place == len(row) - 1 else self.words
                if isinstance(value, str):
                    sheet.write_string(number, place, neutralised(value), look)
                else:
                    sheet.write_number(number, place, value, look)
        for place, width in enumerate(widths):
            sheet.set_column(place, place, width)
        sheet.freeze_panes(1, 2)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)

    def _say(self, text: str) -> str:
        return translated(text, self.content["language"])
