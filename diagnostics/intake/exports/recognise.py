"""Which program an export comes from. The first sign that fits decides, and the reason is always told."""

from __future__ import annotations

from dataclasses import dataclass

from diagnostics.intake.exports import kobo, limesurvey, odk, own_form, plain
from diagnostics.intake.exports.layout import Layout
from diagnostics.intake.exports.sheets import ExportSheet


@dataclass(frozen=True)
class Recognised:
    """The program's layout, and how it was seen."""

    layout: Layout
    reason: str


def recognise(sheets: tuple[ExportSheet, ...]) -> Recognised:
    """Tell the program from the columns that only its exports have; any other table is taken as it stands.

    Args:
        sheets: every filled sheet of the export.
    """
    visible = tuple(sheet for sheet in sheets if not sheet.hidden) or sheets
    for layout, seen in (
        (own_form.LAYOUT, own_form.recognised(sheets)),
        (odk.LAYOUT, odk.recognised(visible)),
        (limesurvey.LAYOUT, limesurvey.recognised(visible)),
        (kobo.LAYOUT, kobo.recognised(visible)),
        (plain.LONG, plain.recognised_long(visible)),
    ):
        if seen:
            return Recognised(layout, seen)
    return Recognised(plain.WIDE, "No program's columns stand in it, so every row is one respondent's.")
