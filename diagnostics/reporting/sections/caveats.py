"""What a reader must know before quoting a number: the box at the end of the executive summary."""

from __future__ import annotations

import pandas as pd

from diagnostics.reporting.blocks import Callout, Span, Text
from diagnostics.reporting.material import Material
from diagnostics.reporting.sentences import sentence
from diagnostics.reporting.speaker import Speaker


def caveats(material: Material, processes: pd.DataFrame, criteria: pd.DataFrame) -> Callout:
    """Synthetic data, claims without evidence, unanswered questions, missing data sets, warnings and the scope.

    Args:
        material: what the report reads.
        processes, criteria: as ``process_table`` and ``criterion_table`` give them.
    """
    say, texts = material.say, list[Text]()
    if material.mission.administration.synthetic:
        texts.append(say("caveat-synthetic"))
    if marked := int(criteria["marked"].sum()):
        texts.append(say("caveat-marked", count=marked))
    if told := _unanswered(say, processes):
        texts.append(say("caveat-unanswered", told=say.listed(told)))
    missing = material.quality[material.quality["status"] != "read"] if len(material.quality) else material.quality
    if len(missing):
        texts.append(say("caveat-not-available", names=say.listed(material.data_name(name) for name in missing["data_set"])))
    if warnings := sum(problem.severity == "warning" for problem in material.problems):
        link = Span(say("caveat-warnings-link"), link="data-quality")
        texts.append((Span(f"{say('caveat-warnings', count=warnings)} "), link, Span(".")))
    if material.mission.scope.reason:
        texts.append(sentence(say("caveat-scope", reason=material.mission.scope.reason)))
    return Callout(say("caveats-title"), tuple(texts) or (say("caveats-none"),), "attention")


def _unanswered(say: Speaker, processes: pd.DataFrame) -> list[str]:
    """How many questions were left blank, not known, or do not apply."""
    blank, unknown, outside = (
        int(processes[column].sum()) if column in processes else 0 for column in ("blank", "dont_know", "not_applicable")
    )
    told = (
        (blank, say("caveat-blank", count=blank)),
        (unknown, say("caveat-dont-know", count=unknown)),
        (outside, say("caveat-does-not-apply", count=outside)),
    )
    return [text for number, text in told if number]
