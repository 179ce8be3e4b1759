"""The texts that must be shown as they are written."""

from tests.mapview.hostile import HOSTILE

MARKDOWN = (
    "**bold** [x](javascript:alert(1))",
    "# Title :red[x] $x^2$ :material/home:",
    "<script>window.pwned=1</script>",
)
PAYLOADS = (*HOSTILE, *MARKDOWN)
TEXT = "\n".join(f"{number}: {payload} stands here." for number, payload in enumerate(PAYLOADS))
