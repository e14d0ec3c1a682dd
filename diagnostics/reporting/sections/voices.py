"""What staff and interviews say about a process, and which of its basic documents are not there."""

from __future__ import annotations

from diagnostics.definitions.standard import Node
from diagnostics.reporting.material import Material
from diagnostics.reporting.numbers import known
from diagnostics.reporting.sections.absent import absent_basics
from diagnostics.reporting.sections.maturity import shown_shares


def voices(material: Material, node: Node) -> str:
    """Survey, interviews and documents on one process, a sentence each; nothing of fewer people than the threshold."""
    return " ".join(filter(None, (_survey(material, node), _interviews(material, node), _missing_documents(material, node))))


def _survey(material: Material, node: Node) -> str:
    say = material.say
    if material.process_survey.empty:
        return say("voices-survey-not-available")
    row = shown_shares(material).query("process == @node.id")
    if row.empty:
        return say("voices-survey-not-asked")
    share = row.iloc[0]
    if not known(share["percent_positive"]):
        return say("voices-survey-not-shown", least=material.mission.thresholds.disclosure)
    people, items = int(share["respondents"]), int(share["items"])
    return say("voices-survey", items=items, share=say.percent(share["percent_positive"]), people=people)


def _interviews(material: Material, node: Node) -> str:
    say = material.say
    if material.interviews_summary.empty:
        return say("voices-interviews-not-available")
    rows = material.interviews_summary[material.interviews_summary["process"] == node.id]
    total = rows["interviews"].sum()
    if not total:
        return say("voices-interviews-none")
    if total < material.mission.thresholds.disclosure:
        return say("voices-interviews-not-shown", least=material.mission.thresholds.disclosure)
    good, bad, neutral = (int(rows[column].sum()) for column in ("positive", "negative", "neutral"))
    # Single counts may be small enough to point at people; their balance does not.
    balance = "equal" if good == bad else "favourable" if good > bad else "critical"
    return say("voices-interviews", count=good + bad + neutral, balance=balance)


def _missing_documents(material: Material, node: Node) -> str:
    """A basic document that is not there is a finding of its own."""
    say = material.say
    if material.documents.empty:
        return say("voices-documents-not-available")
    basics = absent_basics(material)
    absent = material.documents.query("process_id == @node.id and status == 'missing'")
    if "listed_as" in absent:
        absent = absent[~absent["listed_as"].isin([document.type for document in basics])]
    titles = [say.content(document.title) for document in basics if document.process == node.id]
    others = list(absent["title"])
    parts = [say("voices-basics-missing", count=len(titles), titles=say.series(titles)) if titles else ""]
    parts.append(say("voices-documents-missing", titles=say.series(others)) if others else "")
    return " ".join(filter(None, parts))
