"""The two bundled missions, run for real: their reports as a reader gets them."""

from __future__ import annotations

import csv
import io
import re
from html.parser import HTMLParser

import pikepdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright
from pypdf import PdfReader

from tests.missions import command, copy_mission
from tests.system_programs import CHROMIUM

ADMINISTRATIONS = ["ALB", "XKV", "MNE", "MKD", "SRB", "UKR"]


@pytest.fixture(scope="module", params=["example", "serbia-2021-public"])
def reports(request, tmp_path_factory):
    """A bundled mission's ``reports/`` folder, made by the command."""
    folder = copy_mission(request.param, tmp_path_factory.mktemp("missions"))
    done = command("run", folder)
    assert done.returncode == 0, done.stderr + done.stdout
    return folder / "reports"


class _Tables(HTMLParser):
    """The rows of all tables of a page, as lists of texts."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.inside = False

    def handle_starttag(self, tag, attrs):
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.inside = True
            self.rows[-1].append("")

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self.inside = False

    def handle_data(self, data):
        if self.inside:
            self.rows[-1][-1] += data


def test_the_page_is_silent_offline_whole_and_accessible(reports):
    path = CHROMIUM.find()
    assert path, CHROMIUM.advice
    noise: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        # axe is a script, which the report's own policy rightly refuses.
        page = browser.new_context(offline=True, bypass_csp=True).new_page()
        page.on("console", lambda message: noise.append(message.text))
        page.on("pageerror", lambda error: noise.append(str(error)))
        page.on("request", lambda asked: noise.append(asked.url) if not asked.url.startswith(("file:", "data:")) else None)
        page.goto((reports / "report.html").as_uri())
        figures = page.locator("figure svg[role=img]")
        sizes = [figures.nth(place).bounding_box() for place in range(figures.count())]
        violations = Axe().run(page).response["violations"]
        browser.close()
    assert noise == []
    assert len(sizes) >= 5 and all(box["width"] > 250 and box["height"] > 50 for box in sizes)
    assert [(one["id"], one["nodes"][0]["html"]) for one in violations] == []


def test_the_pdf_is_tagged_titled_and_bookmarked(reports):
    with pikepdf.open(reports / "report.pdf") as pdf:
        assert pdf.Root.MarkInfo.Marked and "/StructTreeRoot" in pdf.Root
        assert str(pdf.Root.Lang) == "en"
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] and metadata.get("pdfuaid:part") == "1"
    reader = PdfReader(reports / "report.pdf")
    assert len(reader.outline) >= 6 and len(reader.pages) > 8


def test_no_path_no_code_and_no_staff_number_is_in_the_page(reports):
    text = (reports / "report.html").read_text(encoding="utf-8")
    assert str(reports.parent.parent) not in text and "open_mission" not in text
    assert re.search(r"https?://(?!www\.w3\.org/)", re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL)) is None
    assert re.search(r"\b(WG-\d\d|EXP-\d)\b", text) is None


@pytest.mark.parametrize("reports", ["serbia-2021-public"], indirect=True)
def test_the_published_values_and_averages_stand_in_the_report_to_their_decimals(reports, truth):
    parser = _Tables()
    parser.feed((reports / "report.html").read_text(encoding="utf-8"))
    text = (truth / "sigma" / "par_portal_2021_hrm_subindicators.csv").read_text(encoding="utf-8")
    published = list(csv.DictReader(io.StringIO(text)))
    assert len(published) == 34
    for row in published:
        values = [row[one] or "no data" for one in ADMINISTRATIONS]
        average = f"{float(row['AVG_published']):.2f}"
        name = row["sub_indicator"].replace("(%)", "").strip()
        found = [cells[1:8] for cells in parser.rows if cells and cells[0].startswith(name) and len(cells) >= 8]
        assert [*values, average] in found, (name, values, average, found)
