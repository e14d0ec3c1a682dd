"""The sections of the report. Each takes the material and gives blocks; the data decide which sections there are."""

from __future__ import annotations

from collections.abc import Callable

from diagnostics.reporting.blocks import Blocks, section
from diagnostics.reporting.material import Material
from diagnostics.reporting.sections import annexes as _annexes
from diagnostics.reporting.sections import comparison as _comparison
from diagnostics.reporting.sections import maturity as _maturity
from diagnostics.reporting.sections import plan as _plan
from diagnostics.reporting.sections import processes as _processes
from diagnostics.reporting.sections import summary as _summary
from diagnostics.reporting.sections import survey as _survey
from diagnostics.reporting.sections.answers import answers_by_gate
from diagnostics.reporting.sections.arithmetic import how_scores_come_about
from diagnostics.reporting.sections.beside import beside
from diagnostics.reporting.sections.cover import cover
from diagnostics.reporting.sections.method import method
from diagnostics.reporting.sections.provenance import provenance

Section = Callable[[Material], Blocks]


def executive_summary(material: Material) -> Blocks:
    """The whole in plain words."""
    if material.is_survey:
        return _survey.survey_summary(material)
    return _summary.executive_summary(material) if material.has_levels else _comparison.comparison_summary(material)


def profile(material: Material) -> Blocks:
    """All results at a glance: the maturity profile, a survey's indices, or the comparison of administrations."""
    if material.is_survey:
        return _survey.survey_profile(material)
    return _maturity.maturity_profile(material) if material.has_levels else _comparison.comparison_profile(material)


def details(material: Material) -> Blocks:
    """One page a process, or one an indicator; a survey's statements."""
    if material.is_survey:
        return _survey.survey_items(material)
    return _processes.process_pages(material) if material.has_levels else _comparison.indicator_pages(material)


def work_plan(material: Material) -> Blocks:
    """Who does what, when; a survey alone leads to no plan."""
    return Blocks(()) if material.is_survey else _plan.work_plan(material)


def annexes(material: Material) -> Blocks:
    """Method, data quality, answers, actions in detail, provenance."""
    quality, origin = _annexes.data_quality(material), provenance(material)
    if not material.has_levels:
        return section(method(material), how_scores_come_about(material), quality, origin)
    parts = (beside(material), answers_by_gate(material), _annexes.actions_in_detail(material))
    return section(method(material), how_scores_come_about(material), quality, *parts, origin)


def sections_for(material: Material) -> tuple[Section, ...]:
    """The sections of a report in order. The same for every standard: each looks at the data and says what they hold."""
    return (cover, executive_summary, profile, details, work_plan, annexes)


def report_blocks(material: Material) -> Blocks:
    """The whole report, without a notebook."""
    return section(*(one(material) for one in sections_for(material)))


__all__ = ["annexes", "cover", "details", "executive_summary", "profile", "report_blocks", "sections_for", "work_plan"]
