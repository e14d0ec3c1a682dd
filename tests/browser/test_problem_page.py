"""The page of problems in a real browser: offline, silent, accessible, and without anything personal."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from diagnostics.definitions.mission import read_mission
from diagnostics.definitions.problems import Problem
from diagnostics.reporting.problem_page import write_problem_page
from tests.correction_material import broken_mission
from tests.system_programs import CHROMIUM
from tests.test_bad_inputs import check

EVIL = "<script>document.title='run'</script><img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def page_file(tmp_path_factory):
    folder = broken_mission(tmp_path_factory.mktemp("problems") / "mission")
    checked = check(folder, {})
    evil = Problem(f"inputs/{EVIL}.csv", f"Take {EVIL} away.", "wrong-form", 2, EVIL, EVIL, EVIL)
    path = folder / "problems.html"
    write_problem_page(path, [*checked.problems, evil], checked.quality, read_mission(folder))
    return path


@pytest.fixture(scope="module", params=[(1280, 900), (390, 844)], ids=["desk", "telephone"])
def page(request, page_file):
    path = CHROMIUM.find()
    if path is None:
        pytest.fail(CHROMIUM.advice)
    width, height = request.param
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        context = browser.new_context(viewport={"width": width, "height": height}, offline=True, bypass_csp=True)
        page = context.new_page()
        page.noise = []
        page.on("console", lambda message: page.noise.append(message.text))
        page.on("request", lambda asked: page.noise.append(asked.url) if not asked.url.startswith(("file:", "data:")) else None)
        page.goto(page_file.as_uri())
        yield page
        browser.close()


def test_it_is_offline_and_no_value_becomes_a_tag(page):
    assert page.noise == [] and page.locator("script, img, link, iframe").count() == 0
    assert EVIL in page.inner_text("main") and "run" not in page.title()


def test_axe_finds_no_violation(page):
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_every_problem_stands_there_and_nothing_personal(page):
    text = page.inner_text("body")
    assert text.count("to correct") == 8 + 8, "each error in the summary by kind, and in its file's table"
    assert "03/04/2026" in text and "S-9777" not in text and "19O0" not in text and "S-9003" not in text
