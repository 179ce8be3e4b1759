"""A reader's own texts: mapped, kept in the visit, out of the link, and shown as written; long ones in the background."""

import pytest
from playwright.sync_api import FilePayload, Locator, expect

from tests.browser.conftest import OpenTab
from tests.browser.reader import Reader
from tests.mapview.hostile import HOSTILE

STORY = "The delegation flew from Aleppo to Baghdad 🗺 and then to Aleppo again."
NASTY = "\n".join(
    (*HOSTILE, "<script>window.pwned=1</script>", "[x](javascript:alert(1)) **b**", "\u202eReversed", STORY)
)
MIXED = (
    "The delegation flew from Aleppo to Baghdad and then to the north of the country again.\n\n"
    "وصل الوفد الروسي إلى موسكو بعد محادثات طويلة مع وزير الخارجية في بغداد."
)
_SLOW = "The talks went on for hours, and those who waited outside were told that nothing had been decided yet."
LONG = "They met in Aleppo first.\n\n" + "\n\n".join(
    f"On day {n} the envoys left {city}. {_SLOW}"
    for n, city in enumerate(("Baghdad", "Amman", "Beirut", "Ankara", "Tbilisi") * 1_200)
)
LONG += "\n\nThey parted in Ulaanbaatar."
LATE_MS = 60_000  # 800 KB, read on a busy machine


def open_dialog(reader: Reader) -> Locator:
    reader.page.get_by_role("button", name="Paste your own text").click()
    dialog = reader.page.get_by_role("dialog")
    expect(dialog).to_contain_text("in this visit only", timeout=LATE_MS)
    return dialog


def upload(reader: Reader, *files: FilePayload) -> Locator:
    dialog = open_dialog(reader)
    for file in files:
        dialog.locator("input[type=file]").set_input_files(file)
        expect(dialog.get_by_role("button", name=f"Remove {file['name']}")).to_be_visible()
    dialog.get_by_role("button", name="Map it").click()
    return dialog


def file_of(text: str, name: str = "long.txt") -> FilePayload:
    return {"name": name, "mimeType": "text/plain", "buffer": text.encode()}


def line(reader: Reader, text: str) -> Locator:
    """Return the paragraphs that hold a text; a failing test prints them and not the whole article."""
    return reader.article.locator("p", has_text=text)


def progress(reader: Reader) -> Locator:
    return reader.page.locator(".st-key-progress")


def paste(reader: Reader, text: str, title: str = "") -> None:
    dialog = open_dialog(reader)
    dialog.get_by_role("textbox", name="Title (optional)").fill(title)
    dialog.get_by_role("textbox", name="Text", exact=True).fill(text)
    dialog.get_by_role("button", name="Map it").click()


def test_a_pasted_text_is_mapped_and_its_words_stay_out_of_the_link(tab: OpenTab) -> None:
    reader = tab().open()
    paste(reader, STORY, "My story")
    expect(reader.article).to_contain_text(STORY)
    expect(reader.page.locator(".st-key-text .source")).to_contain_text("Your text, kept in this visit only")
    reader.expect_parameter("a", "own-1")
    reader.mention("Aleppo", 1).click()
    expect(reader.card.locator(".position")).to_have_text("2 of 2")
    expect(reader.excerpt).to_have_text("Aleppo")
    assert reader.page.url.removeprefix(reader.address) == f"?a=own-1&m={STORY.rindex('Aleppo')}"
    assert reader.page.evaluate("window.datelineMounts") == 1
    reader.pick("Snow traps")
    expect(reader.article).to_contain_text("Snow traps")
    reader.pick("Your text: My story")
    expect(reader.article).to_contain_text(STORY)
    reader.clean()


def test_a_hostile_text_and_title_are_shown_as_written(tab: OpenTab) -> None:
    reader = tab().open()
    paste(reader, NASTY, "<img src=x onerror=window.pwned=1> **T** {{7*7}}")
    article = reader.article
    expect(article.locator("h2")).to_have_text("<img src=x onerror=window.pwned=1> **T** {{7*7}}")
    for payload in NASTY.splitlines():
        expect(article).to_contain_text(payload.strip())
    reader.mention("Baghdad").click()
    expect(reader.excerpt).to_have_text("Baghdad")
    reader.clean()


def test_an_empty_text_is_answered_in_the_dialog(tab: OpenTab) -> None:
    reader = tab().open()
    paste(reader, "  ")
    expect(reader.page.get_by_role("dialog")).to_contain_text(
        "Your text is empty; paste at least one sentence and try again"
    )
    reader.clean()


def test_files_are_read_and_bad_ones_are_named(tab: OpenTab) -> None:
    reader = tab().open()
    reader.page.get_by_role("button", name="Paste your own text").click()
    dialog = reader.page.get_by_role("dialog")
    name = "<img src=x onerror=window.pwned=1>**b**.txt"
    chooser = dialog.locator("input[type=file]")
    chooser.set_input_files({"name": name, "mimeType": "text/plain", "buffer": "حلب".encode("cp1256")})
    expect(dialog).to_contain_text("**b**.txt")
    dialog.get_by_role("button", name="Map it").click()
    expect(dialog).to_contain_text(f"Cannot read {name}: byte 1 is not UTF-8; save the file as UTF-8 and try again")
    reader.clean()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        pytest.param(b"%PDF-1.7", "Cannot read f: it is a PDF", id="PDF"),
        pytest.param(b"PK\x03\x04", "Cannot read f: it is a ZIP or Office file", id="zip"),
        pytest.param(b"in Rome\0", "Cannot read f: it is a binary file", id="a NUL"),
        pytest.param(b" \n ", "Cannot read f: there is no text in it", id="only spaces"),
    ],
)
def test_what_is_no_text_is_refused_and_nothing_is_lost(tab: OpenTab, data: bytes, sentence: str) -> None:
    reader = tab().open()
    dialog = upload(reader, {"name": "f", "mimeType": "", "buffer": data})
    expect(dialog).to_contain_text(sentence)
    expect(dialog.get_by_role("button", name="Remove f")).to_be_visible()
    reader.clean()


def test_a_long_text_shows_its_words_then_its_first_places_then_all(tab: OpenTab) -> None:
    reader = tab().open()
    upload(reader, file_of(LONG))
    expect(progress(reader)).to_contain_text("Finding the places…", timeout=LATE_MS)
    expect(line(reader, "They parted in Ulaanbaatar.")).to_be_attached(timeout=LATE_MS)
    reader.mention("Aleppo").click(timeout=LATE_MS)
    expect(reader.excerpt).to_have_text("Aleppo", timeout=LATE_MS)
    scroller = reader.page.locator(".st-key-article .root")
    scroller.evaluate("root => { root.scrollTop = 700 }")
    dialog = open_dialog(reader)
    dialog.get_by_role("textbox", name="Text", exact=True).fill("Half a sentence about")
    expect(progress(reader)).to_have_count(0, timeout=LATE_MS)
    expect(dialog.get_by_role("textbox", name="Text", exact=True)).to_have_value(
        "Half a sentence about", timeout=LATE_MS
    )
    reader.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0, timeout=LATE_MS)
    expect(reader.mention("Ulaanbaatar")).to_have_count(1, timeout=LATE_MS)
    expect(reader.chosen).to_have_text("Aleppo", timeout=LATE_MS)
    expect(reader.excerpt).to_have_text("Aleppo", timeout=LATE_MS)
    assert scroller.evaluate("root => root.scrollTop") == 700
    assert reader.page.evaluate("window.datelineMounts") == 1
    reader.expect_parameter("a", "own-1")
    reader.clean()


def test_a_long_reading_can_be_stopped_and_taken_up_again(tab: OpenTab) -> None:
    reader = tab().open()
    paste(reader, STORY, "My story")
    expect(line(reader, STORY)).to_be_visible(timeout=LATE_MS)
    upload(reader, file_of(LONG * 4, "<b>long</b>.txt"))
    progress(reader).get_by_role("button", name="Cancel").click(timeout=LATE_MS)
    notices = reader.page.locator(".st-key-notices")
    expect(notices).to_contain_text("The reading of “<b>long</b>.txt” was stopped.", timeout=LATE_MS)
    expect(line(reader, STORY)).to_be_visible(timeout=LATE_MS)
    expect(reader.mention("Baghdad")).to_have_count(1, timeout=LATE_MS)
    expect(progress(reader)).to_have_count(0, timeout=LATE_MS)
    reader.pick("Your text: <b>long</b>.txt")
    expect(notices).not_to_contain_text("was stopped", timeout=LATE_MS)
    # What was known of its words makes the second reading quick: it may be over before anybody sees how far it is.
    expect(progress(reader).or_(reader.article.locator(".mention")).first).to_be_visible(timeout=LATE_MS)
    reader.pick("My story")
    expect(line(reader, STORY)).to_be_visible(timeout=LATE_MS)
    expect(progress(reader)).to_have_count(0, timeout=LATE_MS)
    assert reader.page.evaluate("window.datelineMounts") == 1
    reader.clean()


def test_texts_are_kept_once_and_can_be_removed(tab: OpenTab) -> None:
    reader = tab().open()
    paste(reader, STORY, "My story")
    expect(reader.article).to_contain_text(STORY)
    paste(reader, "They met in Amman.", "Other")
    expect(reader.article).to_contain_text("They met in Amman.")
    paste(reader, STORY)
    notices = reader.page.locator(".st-key-notices")
    expect(notices).to_contain_text("This text was here already, so it was opened.")
    expect(reader.article.locator("h2")).to_have_text("My story")
    reader.expect_parameter("a", "own-1")
    reader.page.get_by_role("button", name="Language: English").click()
    reader.page.get_by_role("button", name="Remove this text").click()
    expect(notices).to_contain_text("“My story” was removed from this visit.")
    expect(reader.article).not_to_contain_text(STORY)
    reader.page.locator(".st-key-picker").get_by_role("combobox").click()
    expect(reader.page.get_by_role("option").filter(has_text="Your text")).to_have_text(["Your text: Other"])
    reader.clean()


def test_language_and_direction_are_detected_and_can_be_changed(tab: OpenTab) -> None:
    reader = tab().open()
    paste(reader, "وصل الوفد إلى حلب ثم إلى بغداد.", "خبر")
    article, source = reader.article, reader.page.locator(".st-key-text .source")
    expect(reader.mention("حلب")).to_have_count(1)
    expect(article).to_have_attribute("dir", "rtl")
    expect(source).to_contain_text("Arabic")
    reader.page.get_by_role("button", name="Language: Arabic").click()
    reader.page.get_by_role("combobox", name="Language of the text").click()
    reader.page.get_by_role("option", name="Persian").click()
    expect(source).to_contain_text("Persian")
    expect(article).to_have_attribute("lang", "fa")
    reader.page.get_by_role("combobox", name="Direction of the text").click()
    reader.page.get_by_role("option", name="Left to right").click()
    expect(article).to_have_attribute("dir", "ltr")
    expect(article).to_contain_text("وصل الوفد إلى حلب")
    reader.clean()


def test_each_paragraph_has_its_own_direction_and_language(tab: OpenTab) -> None:
    reader = tab().open()
    paste(reader, MIXED)
    lines = reader.article.locator("p:not(.source)")
    expect(reader.article).to_have_attribute("dir", "ltr")
    expect(lines.nth(1)).to_have_attribute("dir", "rtl")
    expect(lines.nth(1)).to_have_attribute("lang", "ar")
    expect(reader.mention("موسكو")).to_have_count(1)
    reader.clean()
