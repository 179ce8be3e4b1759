"""A reader's own text: mapped, kept in the visit, out of the link, and shown as written."""

from playwright.sync_api import expect

from tests.browser.conftest import OpenTab
from tests.browser.reader import Reader
from tests.mapview.hostile import HOSTILE

STORY = "The delegation flew from Aleppo to Baghdad 🗺 and then to Aleppo again."
NASTY = "\n".join(
    (*HOSTILE, "<script>window.pwned=1</script>", "[x](javascript:alert(1)) **b**", "\u202eReversed", STORY)
)


def paste(reader: Reader, text: str, title: str = "") -> None:
    reader.page.get_by_role("button", name="Paste your own text").click()
    dialog = reader.page.get_by_role("dialog")
    expect(dialog).to_contain_text("in this visit only")
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
        "your text is empty; paste at least one sentence and try again"
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
    expect(dialog).to_contain_text(f"cannot read {name}: byte 1 is not UTF-8; save the file as UTF-8 and try again")
    reader.clean()
