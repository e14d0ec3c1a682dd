"""The cover."""

from __future__ import annotations

from diagnostics.reporting.blocks import Blocks, Cover, section
from diagnostics.reporting.material import Material
from diagnostics.reporting.numbers import known
from diagnostics.reporting.profile import comparison_table, criterion_table, name_of
from diagnostics.reporting.sentences import counted, day, listed

SYNTHETIC = "Synthetic data: this administration and its figures are made up."
_BANDS = 5


def cover(material: Material) -> Blocks:
    """Title page: whose HRM is reviewed, when, against what."""
    mission = material.mission
    facts = [
        ("Country", mission.administration.country),
        ("On site" if material.has_levels else "Period", _dates(material)),
        ("Figures as of", day(mission.dates.as_of)),
        ("Standard", f"{material.standard.title}, version {material.standard.version}"),
        ("Scope", _scope(material)),
        ("Wave", str(mission.wave)),
    ]
    if mission.focus == "self":
        facts.append(("Levels", "According to its self-assessment"))
    block = Cover(
        title="Diagnostic review of human resource management" if material.has_levels else "Human resource management in comparison",
        subtitle="Maturity profile, findings and modernisation work plan"
        if material.has_levels
        else "Profile beside the compared administrations",
        administration=mission.administration.name,
        facts=tuple(facts),
        notice=SYNTHETIC if mission.administration.synthetic else "",
        language=mission.language,
        date=mission.dates.as_of.isoformat(),
        motif=_motif(material),
    )
    return section(block)


def _dates(material: Material) -> str:
    dates = material.mission.dates
    return day(dates.start) if dates.start == dates.end else f"{day(dates.start)} to {day(dates.end)}"


def _scope(material: Material) -> str:
    if material.has_levels:
        return listed(name_of(process) for process in material.processes)
    return f"{counted(len(material.rated), 'sub-indicator')} in {counted(len(material.processes), 'indicator')}"


def _motif(material: Material) -> tuple[tuple[int, ...], ...]:
    """The profile itself as a picture: a row a process, a field a criterion."""
    if material.has_levels:
        table = criterion_table(material)
        cells = table["level"]
    else:
        table = comparison_table(material)
        cells = 1 + table[material.mission.focus] / (100 / (_BANDS - 1))
        cells = cells.where(cells.isna() | (cells < _BANDS), _BANDS)
    rows: dict[str, list[int]] = {}
    for group, value in zip(table["process" if material.has_levels else "group"], cells, strict=True):
        rows.setdefault(group, []).append(int(value + 1e-9) if known(value) else 0)
    return tuple(tuple(row) for row in rows.values())
