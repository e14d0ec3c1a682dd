"""The sections of the report. Each takes the material and gives blocks; one table says what each kind of report is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from diagnostics.reporting.blocks import Blocks, section
from diagnostics.reporting.material import Kind, Material
from diagnostics.reporting.sections import annexes as _annexes
from diagnostics.reporting.sections import comparison as _comparison
from diagnostics.reporting.sections import cover as _cover
from diagnostics.reporting.sections import maturity as _maturity
from diagnostics.reporting.sections import method as _method
from diagnostics.reporting.sections import plan as _plan
from diagnostics.reporting.sections import processes as _processes
from diagnostics.reporting.sections import summary as _summary
from diagnostics.reporting.sections import survey as _survey
from diagnostics.reporting.sections.answers import answers_by_gate
from diagnostics.reporting.sections.arithmetic import how_scores_come_about
from diagnostics.reporting.sections.beside import beside
from diagnostics.reporting.sections.provenance import provenance

Section = Callable[[Material], Blocks | None]


@dataclass(frozen=True)
class Contents:
    """What one kind of report is made of; each part is a cell of the notebook, which shows its sections one after the other.

    Attributes:
        cover: the title page.
        summary: the whole in plain words.
        profile: all results at a glance.
        details: page by page.
        plan: who does what, when.
        annexes: method, data quality, answers, provenance.
    """

    cover: tuple[Section, ...]
    summary: tuple[Section, ...]
    profile: tuple[Section, ...]
    details: tuple[Section, ...]
    plan: tuple[Section, ...]
    annexes: tuple[Section, ...]


CONTENTS: dict[Kind, Contents] = {
    "maturity": Contents(
        cover=(_cover.maturity_cover,),
        summary=(_summary.executive_summary,),
        profile=(_maturity.maturity_profile,),
        details=(_processes.process_pages,),
        plan=(_plan.work_plan,),
        annexes=(
            _method.maturity_method,
            how_scores_come_about,
            _annexes.data_quality,
            beside,
            answers_by_gate,
            _annexes.actions_in_detail,
            provenance,
        ),
    ),
    "comparison": Contents(
        cover=(_cover.comparison_cover,),
        summary=(_comparison.comparison_summary,),
        profile=(_comparison.comparison_profile,),
        details=(_comparison.indicator_pages,),
        plan=(_plan.work_plan,),
        annexes=(_method.comparison_method, how_scores_come_about, _annexes.data_quality, provenance),
    ),
    "survey": Contents(
        cover=(_cover.survey_cover,),
        summary=(_survey.survey_summary,),
        profile=(_survey.survey_profile,),
        details=(_survey.survey_items,),
        plan=(),  # a survey alone leads to no plan
        annexes=(_method.survey_method, how_scores_come_about, _annexes.data_quality, provenance),
    ),
}


def cover(material: Material) -> Blocks:
    """The title page."""
    return _shown(material, CONTENTS[material.kind].cover)


def executive_summary(material: Material) -> Blocks:
    """The whole in plain words."""
    return _shown(material, CONTENTS[material.kind].summary)


def profile(material: Material) -> Blocks:
    """All results at a glance: the maturity profile, a survey's indices, or the comparison of administrations."""
    return _shown(material, CONTENTS[material.kind].profile)


def details(material: Material) -> Blocks:
    """One page a process, or one an indicator; a survey's statements."""
    return _shown(material, CONTENTS[material.kind].details)


def work_plan(material: Material) -> Blocks:
    """Who does what, when."""
    return _shown(material, CONTENTS[material.kind].plan)


def annexes(material: Material) -> Blocks:
    """Method, data quality, answers, actions in detail, provenance."""
    return _shown(material, CONTENTS[material.kind].annexes)


def _shown(material: Material, sections: tuple[Section, ...]) -> Blocks:
    return section(*(one(material) for one in sections))


def report_blocks(material: Material) -> Blocks:
    """The whole report, without a notebook."""
    return section(*(part(material) for part in (cover, executive_summary, profile, details, work_plan, annexes)))


__all__ = ["CONTENTS", "annexes", "cover", "details", "executive_summary", "profile", "report_blocks", "work_plan"]
