"""The cover."""

from __future__ import annotations

from diagnostics.reporting.blocks import Blocks, Cover, section
from diagnostics.reporting.material import Material
from diagnostics.reporting.numbers import known
from diagnostics.reporting.profile import comparison_table, criterion_table

_BANDS = 5


def cover(material: Material) -> Blocks:
    """Title page: whose HRM is reviewed, when, against what."""
    mission, say = material.mission, material.say
    version = say("cover-standard-version", title=say.content(material.standard.title), version=material.standard.version)
    facts = [
        (say("cover-country"), mission.administration.country),
        (say("cover-on-site") if material.has_levels else say("cover-period"), _dates(material)),
        (say("cover-as-of"), say.date(mission.dates.as_of)),
        (say("cover-standard"), version),
        (say("cover-scope"), _scope(material)),
        (say("cover-wave"), str(mission.wave)),
    ]
    if mission.focus == "self":
        facts.append((say("cover-levels"), say("cover-levels-self")))
    block = Cover(
        title=_title(material),
        subtitle=_subtitle(material),
        administration=mission.administration.name,
        facts=tuple(facts),
        notice=say("cover-synthetic") if mission.administration.synthetic else "",
        language=mission.language,
        date=mission.dates.as_of.isoformat(),
        motif=_motif(material),
    )
    return section(block)


def _title(material: Material) -> str:
    say = material.say
    if material.is_survey:
        return say("surveyed-cover-title")
    return say("cover-title") if material.has_levels else say("cover-title-comparison")


def _subtitle(material: Material) -> str:
    say = material.say
    if material.is_survey:
        return say("surveyed-cover-subtitle")
    return say("cover-subtitle") if material.has_levels else say("cover-subtitle-comparison")


def _dates(material: Material) -> str:
    dates, say = material.mission.dates, material.say
    return say.date(dates.start) if dates.start == dates.end else say("cover-dates", start=say.date(dates.start), end=say.date(dates.end))


def _scope(material: Material) -> str:
    if material.has_levels:
        if not material.standard.out_of_scope:
            return material.say("cover-scope-all", count=len(material.processes))
        return material.say.listed(material.node_name(process) for process in material.processes)
    return material.say("cover-items", items=len(material.rated), groups=len(material.processes))


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
