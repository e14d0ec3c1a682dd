"""The cover: one a kind of report."""

from __future__ import annotations

from collections.abc import Iterable

from diagnostics.reporting.blocks import Blocks, Cover, section
from diagnostics.reporting.figures.profile import comparison_table, criterion_table
from diagnostics.reporting.material import Material
from diagnostics.reporting.numbers import known

_BANDS = 5
Motif = tuple[tuple[int, ...], ...]


def maturity_cover(material: Material) -> Blocks:
    """Title page: whose HRM is reviewed, when, against what."""
    say, table = material.say, criterion_table(material)
    if material.standard.out_of_scope:
        scope = say.listed(material.node_name(process) for process in material.processes)
    else:
        scope = say("cover-scope-all", count=len(material.processes))
    facts = _facts(material, say("cover-on-site"), scope)
    return _cover(material, (say("cover-title"), say("cover-subtitle")), facts, _motif(table["process"], table["level"]))


def survey_cover(material: Material) -> Blocks:
    """Title page: whose staff was asked, when, how many statements."""
    say = material.say
    scope = say("surveyed-cover-scope", items=len(material.rated), groups=len(material.processes))
    titles = (say("surveyed-cover-title"), say("surveyed-cover-subtitle"))
    return _cover(material, titles, _facts(material, say("cover-period"), scope), _motif_of_shares(material))


def comparison_cover(material: Material) -> Blocks:
    """Title page: who is compared, when, by how many items."""
    say = material.say
    scope = say("cover-items", items=len(material.rated), groups=len(material.processes))
    titles = (say("cover-title-comparison"), say("cover-subtitle-comparison"))
    return _cover(material, titles, _facts(material, say("cover-period"), scope), _motif_of_shares(material))


def _cover(material: Material, titles: tuple[str, str], facts: list[tuple[str, str]], motif: Motif) -> Blocks:
    mission, say = material.mission, material.say
    block = Cover(
        title=titles[0],
        subtitle=titles[1],
        administration=mission.administration.name,
        facts=tuple(facts),
        notice=say("cover-synthetic") if mission.administration.synthetic else "",
        language=mission.language,
        date=mission.dates.as_of.isoformat(),
        motif=motif,
    )
    return section(block)


def _facts(material: Material, dates: str, scope: str) -> list[tuple[str, str]]:
    """What stands below the title; ``dates`` is what the mission's days are called."""
    mission, say = material.mission, material.say
    version = say("cover-standard-version", title=say.content(material.standard.title), version=material.standard.version)
    facts = [
        (say("cover-country"), mission.administration.country),
        (dates, _dates(material)),
        (say("cover-as-of"), say.date(mission.dates.as_of)),
        (say("cover-standard"), version),
        (say("cover-scope"), scope),
        (say("cover-wave"), str(mission.wave)),
    ]
    return [*facts, (say("cover-levels"), say("cover-levels-self"))] if mission.focus == "self" else facts


def _dates(material: Material) -> str:
    dates, say = material.mission.dates, material.say
    return say.date(dates.start) if dates.start == dates.end else say("cover-dates", start=say.date(dates.start), end=say.date(dates.end))


def _motif_of_shares(material: Material) -> Motif:
    """The profile of a standard without levels: 0 to 100 in as many bands as there are levels elsewhere."""
    table = comparison_table(material)
    bands = 1 + table[material.mission.focus] / (100 / (_BANDS - 1))
    return _motif(table["group"], bands.where(bands.isna() | (bands < _BANDS), _BANDS))


def _motif(groups: Iterable[str], values: Iterable[float]) -> Motif:
    """The profile itself as a picture: a row a process, a field a criterion; 0 for what is not known or may not be shown."""
    rows: dict[str, list[int]] = {}
    for group, value in zip(groups, values, strict=True):
        rows.setdefault(group, []).append(int(value + 1e-9) if known(value) else 0)
    return tuple(tuple(row) for row in rows.values())
