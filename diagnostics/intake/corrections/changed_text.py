"""Replaces single cells of a CSV file. Every other byte stays as it is: encoding, delimiter, quotation marks and line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from diagnostics.definitions.problems import BadInput, Problem
from diagnostics.intake.encodings import recognise_encoding
from diagnostics.intake.grid import Grid, column_letter

Span = tuple[int, int]
_MARKS = {
    "utf-8-sig": ((b"\xef\xbb\xbf", "utf-8"),),
    "utf-16": ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")),
    "utf-32": ((b"\xff\xfe\x00\x00", "utf-32-le"), (b"\x00\x00\xfe\xff", "utf-32-be")),
}
_LINE_END = re.compile(r"\r\n|\r|\n")


def changed_text(content: bytes, grid: Grid, changes: Mapping[tuple[int, int], str], name: str) -> bytes:
    """The same file with other texts in some cells.

    Args:
        content: the file's bytes.
        grid: as ``read_text_file`` reads them.
        changes: row as a spreadsheet shows it and column from 0 → what shall stand there.
        name: what to call the file in messages.

    Raises:
        BadInput: a text has letters that the file's encoding does not have.
    """
    mark, encoding = _mark_and_encoding(content)
    # Bytes without a letter of their own survive as half characters, which the same encoding turns back.
    text = content[len(mark) :].decode(encoding, errors="surrogateescape")
    _refuse_letters(changes, encoding, name)
    skipped = int(grid.rows[0]) - 1
    start = text.index("\n") + 1 if skipped else 0
    by_line: dict[int, dict[int, str]] = {}
    for (row, position), value in changes.items():
        by_line.setdefault(row - 1 - skipped, {})[position] = value
    pieces, done = [], 0
    for span, value in _replacements(text, start, grid.delimiter or ",", by_line):
        pieces += [text[done : span[0]], value]
        done = span[1]
    return mark + "".join([*pieces, text[done:]]).encode(encoding, errors="surrogateescape")


def _mark_and_encoding(content: bytes) -> tuple[bytes, str]:
    encoding = recognise_encoding(content).name
    return next((pair for pair in _MARKS.get(encoding, ()) if content.startswith(pair[0])), (b"", encoding))


def _refuse_letters(changes: Mapping[tuple[int, int], str], encoding: str, name: str) -> None:
    problems = []
    for (row, position), value in changes.items():
        try:
            value.encode(encoding)
        except UnicodeEncodeError:
            advice = f"The file's encoding {encoding} lacks a letter of the correction. Save the file as UTF-8 and check it again."
            problems.append(Problem(name, advice, "letter-not-in-encoding", row=row, column=column_letter(position)))
    if problems:
        raise BadInput(problems)


def _replacements(text: str, start: int, delimiter: str, by_line: dict[int, dict[int, str]]) -> Iterator[tuple[Span, str]]:
    last = max(by_line, default=-1)
    for line, fields in enumerate(_lines(text, start, delimiter)):
        spans = list(fields)
        for position, value in sorted(by_line.get(line, {}).items()):
            if position < len(spans):
                span = spans[position]
                yield span, _field(value, delimiter, was_quoted=text.startswith('"', span[0]))
            else:  # a row that was cut short after its last filled cell
                end = spans[-1][1]
                yield (end, end), delimiter * (position - len(spans) + 1) + _field(value, delimiter)
                spans += [(end, end)] * (position - len(spans) + 1)
        if line >= last:
            return


def _lines(text: str, start: int, delimiter: str) -> Iterator[list[Span]]:
    """The fields of each row, as places in the text. A quotation mark counts where a field begins with it."""
    plain = f"[^{re.escape(delimiter)}\r\n]*"
    field = re.compile(f'"(?:[^"]|"")*(?:"{plain})?|{plain}')
    spans: list[Span] = []
    while start <= len(text):
        end = field.match(text, start).end()
        spans.append((start, end))
        if text.startswith(delimiter, end):
            start = end + 1
            continue
        yield spans
        spans = []
        line_end = _LINE_END.match(text, end)
        if line_end is None or line_end.end() == len(text):
            return
        start = line_end.end()


def _field(value: str, delimiter: str, was_quoted: bool = False) -> str:
    needs = was_quoted or value != value.strip() or any(sign in value for sign in (delimiter, '"', "\r", "\n"))
    return '"' + value.replace('"', '""') + '"' if needs else value
