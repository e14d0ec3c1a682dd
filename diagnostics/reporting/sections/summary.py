"""The executive summary, in plain words."""

from __future__ import annotations

import pandas as pd

from diagnostics.reporting import sentences
from diagnostics.reporting.blocks import Blocks, BulletList, Heading, Paragraph, ScoreCard, ScoreCards, Span, Text, anchor, section
from diagnostics.reporting.figures.charts import target_chart
from diagnostics.reporting.figures.profile import criterion_table, process_table
from diagnostics.reporting.material import Material
from diagnostics.reporting.numbers import NOT_APPLICABLE, known
from diagnostics.reporting.sections.caveats import caveats
from diagnostics.reporting.sentences import lower, sentence
from diagnostics.reporting.speaker import Speaker

_SHOWN = 5
_SAME = 1e-9


def executive_summary(material: Material) -> Blocks:
    """Overall level, strongest and weakest process, main gaps, first actions, and what to bear in mind."""
    say, processes, criteria = material.say, process_table(material), criterion_table(material)
    return section(
        Heading(say("summary-heading"), 1, "summary"),
        Paragraph(_overall(material), "lead"),
        _cards(material, processes, criteria),
        Paragraph(_processes(say, processes)),
        target_chart(say, processes),
        Paragraph(text) if (text := _beside(material, criteria)) else None,
        Heading(say("summary-gaps-heading"), 2, "main-gaps"),
        _gaps(material),
        Heading(say("summary-actions-heading"), 2, "first-actions"),
        _actions(material),
        caveats(material, processes, criteria),
    )


def overall_row(material: Material) -> pd.Series | None:
    """The root's scores; nothing where the root is not rated."""
    own = material.scores_of(material.mission.focus)
    root = material.standard.nodes()[0].node.id
    return own.loc[root] if root in own.index and known(own.loc[root, "score"]) else None


def _overall(material: Material) -> str:
    say, row = material.say, overall_row(material)
    name = material.mission.administration.name
    if row is None and process_table(material)["unrated"].eq(NOT_APPLICABLE).all():
        return say("summary-nothing-applies", name=name)
    if row is None:
        return say("summary-too-little", name=name)
    levels = {level.number: level for level in material.standard.levels}
    reached = levels[int(row["label"])] if str(row["label"]).isdigit() and int(row["label"]) in levels else None
    source = "self" if material.mission.focus == "self" else "other"
    facts = {"name": name, "source": source, "score": say.fixed(row["score"]), "lowest": str(min(levels)), "highest": str(max(levels))}
    if reached is None:
        return say("summary-rated", **facts)
    text = say("summary-level", level=str(reached.number), level_name=say.content(reached.name).lower(), **facts)
    if not reached.meaning:
        return text
    return f"{text} {say('summary-level-means', level=str(reached.number), meaning=lower(sentence(say.content(reached.meaning))))}"


def _cards(material: Material, processes: pd.DataFrame, criteria: pd.DataFrame) -> ScoreCards:
    say, row = material.say, overall_row(material)
    rated = int(processes["score"].notna().sum())
    planned = material.workplan[material.workplan["scheduled"]] if len(material.workplan) else material.workplan
    score = say.fixed(row["score"]) if row is not None else "–"
    of_five = say("of-number", number=5) if row is not None else ""
    below, marked = say.count(len(sentences.below_target(processes))), say.count(criteria["marked"].sum())
    of_criteria = say("card-of-criteria", count=int(criteria["level"].notna().sum()))
    cards = [
        ScoreCard(say("card-overall-score"), score, of_five, _range(say, row), _tone(row)),
        ScoreCard(say("card-below-target"), below, say("of-number", number=rated)),
        ScoreCard(say("card-without-evidence"), marked, of_criteria, say("card-without-evidence-note")),
    ]
    if len(planned):
        days = say("card-days-in-all", days=say.days(planned["person_days"].sum()))
        cards.append(ScoreCard(say("card-actions-planned"), say.count(len(planned)), "", days))
    return ScoreCards(tuple(cards))


def _tone(row: pd.Series | None) -> str | None:
    return f"level-{row['label']}" if row is not None and str(row["label"]) in "12345" else None


def _range(say: Speaker, row: pd.Series | None) -> str:
    if row is None or not known(row["lowest"]) or row["highest"] - row["lowest"] < 0.005:
        return ""
    return say("card-range", lowest=say.fixed(row["lowest"]), highest=say.fixed(row["highest"]))


def _processes(say: Speaker, processes: pd.DataFrame) -> str:
    strong, weak = sentences.extremes(processes, "score")
    if not strong:
        outside = len(processes) and processes["unrated"].eq(NOT_APPLICABLE).all()
        return say("summary-no-process-applies") if outside else say("summary-no-process-rated")
    best, worst = processes["score"].max(), processes["score"].min()
    if best - worst < _SAME:
        return say("summary-processes-equal", count=len(strong), score=say.fixed(best))
    return say(
        "summary-processes",
        strong=say.listed(strong),
        strong_count=len(strong),
        best=say.fixed(best),
        weak=say.listed(weak),
        weak_count=len(weak),
        worst=say.fixed(worst),
    )


def _beside(material: Material, criteria: pd.DataFrame) -> str:
    """How the second assessment lies to the first; nothing where there is none."""
    say = material.say
    both = criteria.dropna(subset=["level", "self_level"])
    if material.beside is None or both.empty:
        return ""
    limit, mean = material.mission.thresholds.divergence, both["difference"].mean()
    average = say(
        "summary-beside-average",
        own=material.name_of(material.mission.focus),
        other=material.name_of(material.beside),
        direction="equal" if abs(mean) < 0.005 else "above" if mean > 0 else "below",
        size=say.fixed(abs(mean)),
    )
    apart = int((both["difference"].abs() >= limit - _SAME).sum())
    return f"{average} {say('summary-beside-apart', count=apart, total=len(both), limit=say.level(limit))}"


def _gaps(material: Material) -> Blocks:
    say = material.say
    if material.findings.empty:
        return section(Paragraph(say("summary-no-gap")))
    top = material.findings.nsmallest(_SHOWN, "rank")
    items: list[Text] = []
    for row in top.itertuples():
        link = Span(f"{say.content(row.name)} ({row.node})", strong=True, link=anchor("process", row.process))
        level = f"{say.level(row.level)}{' *' if row.marked else ''}"
        text = say("summary-gap", level=level, target=say.level(row.target))
        items.append((link, Span(f"{say('colon')} {text} {_held(material, row)}".rstrip())))
    by_band = material.findings["band"].value_counts()
    high, medium, low = (int(by_band.get(band, 0)) for band in ("high", "medium", "low"))
    told = ((say("summary-band-high", count=high), high), (say("summary-band-medium", count=medium), medium))
    bands = [text for text, number in (*told, (say("summary-band-low", count=low), low)) if number]
    intro = say("summary-findings", count=len(material.findings), bands=say.listed(bands))
    if top["marked"].any():
        intro += f" {say('summary-marked')}"
    return section(Paragraph(intro), BulletList(tuple(items), ordered=True))


def _held(material: Material, row) -> str:
    say, gates = material.say, material.gate_names(row.limiting.split())
    parts = [say("summary-held", gates=say.listed(gates), count=len(gates))] if gates else []
    if row.leverage:
        parts.append(say("summary-leverage", count=int(row.leverage)))
    return " ".join(parts)


def _actions(material: Material) -> Blocks:
    say = material.say
    if material.workplan.empty or not material.workplan["scheduled"].any():
        return section(Paragraph(say("summary-no-action")))
    planned = material.workplan[material.workplan["scheduled"]]
    first = planned[planned["start"] == planned["start"].min()].sort_values("priority", ascending=False, kind="stable")
    items = tuple(
        (
            Span(say.content(row.title), strong=True),
            Span(
                f"{say('colon')} "
                + say(
                    "summary-action", owner=material.role(row.owner), when=say.span(row.start, row.finish), days=say.days(row.person_days)
                )
            ),
        )
        for row in first.head(_SHOWN).itertuples()
    )
    starting = say("summary-actions-start", count=len(first), quarter=say.quarter(planned["start"].min()))
    rest = "" if len(first) <= _SHOWN else f" {say('summary-actions-highest', count=_SHOWN)}"
    link = Paragraph((Span(f"{say('summary-plan-before')} "), Span(say("summary-plan-link"), link="work-plan"), Span(".")))
    return section(Paragraph(starting + rest), BulletList(items), link)
