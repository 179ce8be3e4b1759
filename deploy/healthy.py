"""Exit with 0 if the dashboard on this machine answers `/healthz` with 200: the container's health check."""

import os
import sys
import urllib.request

PORT = os.environ.get("STREAMLIT_SERVER_PORT", "8501")
BASE = os.environ.get("STREAMLIT_SERVER_BASE_URL_PATH", "").strip("/")

ADDRESS = "/".join(filter(None, (f"http://127.0.0.1:{PORT}", BASE, "healthz")))

try:
    urllib.request.urlopen(ADDRESS, timeout=4)  # noqa: S310  # this machine's own address
except OSError as error:
    sys.exit(f"The dashboard is not healthy: {error}")
