"""The executive summary, in plain words."""

from __future__ import annotations

import pandas as pd

from diagnostics.reporting import sentences
from diagnostics.reporting.blocks import Blocks, BulletList, Callout, Heading, Paragraph, ScoreCard, ScoreCards, Span, Text, anchor, section
from diagnostics.reporting.charts import target_chart
from diagnostics.reporting.material import Material
from diagnostics.reporting.numbers import NOT_APPLICABLE, count, days, fixed, in_words, known, level
from diagnostics.reporting.profile import criterion_table, process_table
from diagnostics.reporting.sentences import counted, listed, sentence

_SHOWN = 5


def executive_summary(material: Material) -> Blocks:
    """Overall level, strongest and weakest process, main gaps, first actions, and what to bear in mind."""
    processes, criteria = process_table(material), criterion_table(material)
    return section(
        Heading("Executive summary", 1, "summary"),
        Paragraph(_overall(material), "lead"),
        _cards(material, processes, criteria),
        Paragraph(_processes(processes)),
        target_chart(processes),
        Paragraph(text) if (text := _beside(material, criteria)) else None,
        Heading("The main gaps", 2, "main-gaps"),
        _gaps(material),
        Heading("The first actions", 2, "first-actions"),
        _actions(material),
        caveats(material, processes, criteria),
    )


def overall_row(material: Material) -> pd.Series | None:
    """The root's scores; nothing where the root is not rated."""
    own = material.scores_of(material.mission.focus)
    root = material.standard.nodes()[0].node.id
    return own.loc[root] if root in own.index and known(own.loc[root, "score"]) else None


def _overall(material: Material) -> str:
    row = overall_row(material)
    name = material.mission.administration.name
    if row is None and process_table(material)["unrated"].eq(NOT_APPLICABLE).all():
        return f"Nothing of the processes in scope applies to {name}."
    if row is None:
        return f"Too little was answered to rate the human resource management of {name} as a whole."
    levels = {level.number: level for level in material.standard.levels}
    reached = levels[int(row["label"])] if str(row["label"]).isdigit() and int(row["label"]) in levels else None
    where = f"stands at level {reached.number} of {max(levels)}, {reached.name.lower()}" if reached else "is rated"
    scale = f"on the scale from {min(levels)} to {max(levels)}"
    source = "According to its self-assessment, the" if material.mission.focus == "self" else "The"
    text = f"{source} human resource management of {name} {where}, with a score of {fixed(row['score'])} {scale}."
    return text + (f" Level {reached.number} means: {sentences.lower(sentence(reached.meaning))}" if reached and reached.meaning else "")


def _cards(material: Material, processes: pd.DataFrame, criteria: pd.DataFrame) -> ScoreCards:
    row = overall_row(material)
    rated = int(processes["score"].notna().sum())
    planned = material.workplan[material.workplan["scheduled"]] if len(material.workplan) else material.workplan
    marked = int(criteria["marked"].sum())
    cards = [
        ScoreCard(
            "Overall score", fixed(row["score"]) if row is not None else "–", "of 5" if row is not None else "", _range(row), _tone(row)
        ),
        ScoreCard("Processes below target", str(len(sentences.below_target(processes))), f"of {rated}"),
        ScoreCard(
            "Claims without evidence", str(marked), f"of {int(criteria['level'].notna().sum())} criteria", "counted as level 1, marked *"
        ),
    ]
    if len(planned):
        cards.append(ScoreCard("Actions planned", count(len(planned)), "", f"{days(planned['person_days'].sum())} person-days in all"))
    return ScoreCards(tuple(cards))


def _tone(row: pd.Series | None) -> str | None:
    return f"level-{row['label']}" if row is not None and str(row["label"]) in "12345" else None


def _range(row: pd.Series | None) -> str:
    if row is None or not known(row["lowest"]) or row["highest"] - row["lowest"] < 0.005:
        return ""
    return f"could lie between {fixed(row['lowest'])} and {fixed(row['highest'])}"


def _processes(processes: pd.DataFrame) -> str:
    strong, weak = sentences.extremes(processes, "score")
    if not strong:
        outside = len(processes) and processes["unrated"].eq(NOT_APPLICABLE).all()
        return "Nothing of these processes applies." if outside else "No process has enough answers to be rated."
    best, worst = processes["score"].max(), processes["score"].min()
    if best - worst < 1e-9:
        whole = sentences.all_of(len(strong), "process", "processes")
        return sentence(f"{whole} {'stand' if len(strong) > 1 else 'stands'} at {fixed(best)}")
    return (
        f"The strongest {'is' if len(strong) == 1 else 'are'} {listed(strong)} with {fixed(best)}; "
        f"the weakest {'is' if len(weak) == 1 else 'are'} {listed(weak)} with {fixed(worst)}."
    )


def _beside(material: Material, criteria: pd.DataFrame) -> str:
    both = criteria.dropna(subset=["level", "self_level"])
    if material.beside is None or both.empty:
        return ""
    apart = int((both["difference"].abs() >= material.mission.thresholds.divergence - 1e-9).sum())
    own, other = material.name_of(material.mission.focus), material.name_of(material.beside)
    text = f"On average the {other} lies {_more(both['difference'].mean())} the {own} of the same criteria. "
    limit = level(material.mission.thresholds.divergence)
    verb = "differs" if apart == 1 else "differ"
    return text + sentence(f"{in_words(apart)} of {counted(len(both), 'criterion', 'criteria')} {verb} by {limit} levels or more")


def _more(difference: float) -> str:
    if abs(difference) < 0.005:
        return "level with"
    size = fixed(abs(difference))
    return f"{size} levels above" if difference > 0 else f"{size} levels below"


def _gaps(material: Material) -> Blocks:
    if material.findings.empty:
        return section(Paragraph("No criterion that was assessed lies below its target."))
    top = material.findings.nsmallest(_SHOWN, "rank")
    items: list[Text] = []
    for row in top.itertuples():
        link = Span(f"{row.name} ({row.node})", strong=True, link=anchor("process", row.process))
        items.append((link, Span(f": level {level(row.level)}{' *' if row.marked else ''}, target {level(row.target)}. {_held(row)}")))
    by_band = material.findings["band"].value_counts()
    bands = listed(f"{in_words(int(by_band[band]))} of {band} priority" for band in ("high", "medium", "low") if by_band.get(band))
    intro = f"The review makes {counted(len(material.findings), 'finding')}: {bands}. The most pressing are these."
    if top["marked"].any():
        intro += " * marks a level that was claimed without evidence and counts as 1."
    return section(Paragraph(intro), BulletList(tuple(items), ordered=True))


def _held(row) -> str:
    gates = listed(row.limiting.split())
    parts = [f"{gates.capitalize()} {'holds' if len(row.limiting.split()) == 1 else 'hold'} it down."] if gates else []
    if row.leverage:
        parts.append(
            sentence(f"{counted(int(row.leverage), 'other criterion', 'other criteria')} {'rests' if row.leverage == 1 else 'rest'} on it")
        )
    return " ".join(parts)


def _actions(material: Material) -> Blocks:
    if material.workplan.empty or not material.workplan["scheduled"].any():
        return section(Paragraph("No action is scheduled."))
    planned = material.workplan[material.workplan["scheduled"]]
    first = planned[planned["start"] == planned["start"].min()].sort_values("priority", ascending=False, kind="stable")
    items = tuple(
        (
            Span(row.title, strong=True),
            Span(f": {material.role(row.owner)}, {sentences.span(row.start, row.finish)}, {days(row.person_days)} person-days."),
        )
        for row in first.head(_SHOWN).itertuples()
    )
    begin = "starts" if len(first) == 1 else "start"
    starting = f"{counted(len(first), 'action')} {begin} in the first quarter of the plan, {planned['start'].min()}"
    rest = "" if len(first) <= _SHOWN else f" The {in_words(_SHOWN)} of the highest priority are:"
    link = Paragraph((Span("The whole plan stands in "), Span("the work plan", link="work-plan"), Span(".")))
    return section(Paragraph(sentence(starting) + rest), BulletList(items), link)


def caveats(material: Material, processes: pd.DataFrame, criteria: pd.DataFrame) -> Callout:
    """What a reader must know before quoting a number."""
    texts: list[Text] = []
    if material.mission.administration.synthetic:
        texts.append("The data are synthetic. They show how the kit works and describe no real administration.")
    marked = int(criteria["marked"].sum())
    if marked:
        claim = "carries a claim" if marked == 1 else "carry claims"
        texts.append(
            sentence(
                f"{counted(marked, 'criterion', 'criteria')} {claim} for which no evidence was named: counted as level 1 and marked\u00a0*"
            )
        )
    told = _unanswered(processes)
    if told:
        texts.append(
            f"Of the questions, {told}. Blank and “don't know” widen the range in which a score could lie; “not applicable” is left out."
        )
    missing = material.quality[material.quality["status"] != "read"] if len(material.quality) else material.quality
    if len(missing):
        texts.append(
            sentence("Not available: " + listed(_data(name) for name in missing["data_set"]) + ". Nothing was guessed in their place")
        )
    warnings = sum(problem.severity == "warning" for problem in material.problems)
    if warnings:
        link = Span("annex on data quality", link="data-quality")
        texts.append(
            (Span(sentence(f"the checks of the inputs left {counted(warnings, 'warning')}")[:-1] + "; they stand in the "), link, Span("."))
        )
    if material.mission.scope.reason:
        texts.append(sentence(f"Scope: {material.mission.scope.reason}"))
    return Callout("What to bear in mind", tuple(texts) or ("All questions were answered and all claims carry evidence.",), "attention")


def _unanswered(processes: pd.DataFrame) -> str:
    """How many questions were left blank, not known, or do not apply."""
    states = {
        "blank": ("was left blank", "were left blank"),
        "dont_know": ("was answered “don't know”", "were answered “don't know”"),
        "not_applicable": ("does not apply", "do not apply"),
    }
    sums = {column: int(processes[column].sum()) for column in states if column in processes}
    return listed(f"{count(number)} {states[column][0 if number == 1 else 1]}" for column, number in sums.items() if number)


def _data(name: str) -> str:
    return name.replace("_", " ")
