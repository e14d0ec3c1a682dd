"""The HTML report in a real browser: offline, silent, accessible, and whole on a telephone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from diagnostics.reporting.document import document
from diagnostics.reporting.html import render_html
from diagnostics.reporting.sections import report_blocks
from tests.report_material import comparison_material, example_material
from tests.system_programs import CHROMIUM

SIZES = {"desk": (1280, 900), "telephone": (390, 844)}


@pytest.fixture(scope="module")
def chromium():
    path = CHROMIUM.find()
    if path is None:
        pytest.fail(CHROMIUM.advice)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module", params=["maturity", "comparison"])
def report(request, tmp_path_factory):
    material = example_material() if request.param == "maturity" else comparison_material()
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(render_html(document(report_blocks(material))), encoding="utf-8")
    return path


@pytest.fixture(params=SIZES)
def page(request, chromium, report):
    """The report, opened without a network; ``page.noise`` holds what it said and asked for."""
    width, height = SIZES[request.param]
    # axe is a script, which the report's own policy rightly refuses; the policy itself has its own test.
    context = chromium.new_context(viewport={"width": width, "height": height}, offline=True, bypass_csp=True)
    page = context.new_page()
    page.noise = []
    page.on("console", lambda message: page.noise.append(message.text))
    page.on("pageerror", lambda error: page.noise.append(str(error)))
    page.on("request", lambda asked: page.noise.append(asked.url) if not asked.url.startswith(("file:", "data:")) else None)
    page.goto(report.as_uri())
    page.evaluate("document.fonts.ready")
    yield page
    context.close()


def test_it_asks_for_nothing_and_says_nothing(page):
    assert page.noise == []
    assert page.locator("script, link, iframe, object, embed").count() == 0


def test_axe_finds_no_violation(page):
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


def test_nothing_makes_the_page_scroll_sideways(page):
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_every_figure_is_drawn_and_described(page):
    figures = page.locator("figure svg[role=img]")
    assert figures.count() >= 3
    for place in range(figures.count()):
        box = figures.nth(place).bounding_box()
        assert box["width"] > 250 and box["height"] > 50
        described = figures.nth(place).evaluate("svg => document.getElementById(svg.getAttribute('aria-labelledby')).textContent")
        assert len(described) > 60 and "No description has been provided" not in described


def test_the_fonts_inside_are_the_ones_shown(page):
    assert page.evaluate("document.fonts.check('16px \"IBM Plex Sans\"') && document.fonts.check('16px \"IBM Plex Serif\"')")
    assert page.evaluate("[...document.fonts].filter(face => face.status === 'loaded').length") >= 3


def test_ids_are_unique_and_every_link_arrives(page):
    assert page.evaluate("(ids => ids.length - new Set(ids).size)([...document.querySelectorAll('[id]')].map(one => one.id))") == 0
    assert (
        page.evaluate("[...document.querySelectorAll('a')].filter(a => !document.getElementById(a.getAttribute('href').slice(1))).length")
        == 0
    )


def test_the_keyboard_reaches_the_report_first(page):
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("document.documentElement.lang") == "en" and page.title()


def test_the_policy_lets_no_script_run(chromium, report):
    evil = report.with_name("evil.html")
    evil.write_text(report.read_text(encoding="utf-8").replace("</main>", "<script>document.title='run'</script></main>"), encoding="utf-8")
    page = chromium.new_page()
    page.goto(evil.as_uri())
    assert page.title() != "run"
    page.close()
