"""What Streamlit's own server is told before it starts; it has no settings for these."""

import logging
import os

from streamlit import config, net_util, secrets
from streamlit import logger as streamlit_logger

from geo.logs import take_over


def take_secrets() -> None:
    """Put the settings of `.streamlit/secrets.toml` into the environment; Streamlit itself does so too late for a server."""
    secrets.load_if_toml_exists()


def base_url_path() -> str:
    """Return the path below which Streamlit's settings put the page, whether a server runs or not."""
    # Only `streamlit run` reads the variable into the settings
    return os.environ.get("STREAMLIT_SERVER_BASE_URL_PATH") or str(config.get_option("server.baseUrlPath"))


def ask_nobody() -> None:
    """Keep Streamlit from asking a server on the internet for this machine's address.

    It does so to print it and whenever a page of another origin connects; nothing leaves the machine.
    """
    net_util.get_external_ip = lambda: None


def log_with(formatter: logging.Formatter) -> None:
    """Let Streamlit's loggers, those that it makes later too, write with a formatter.

    Where the package rich is installed, as on Streamlit Community Cloud, it may print whole messages of exceptions past its
    loggers; it shall not.
    """
    theirs = streamlit_logger.setup_formatter

    def setup_formatter(logger: logging.Logger) -> None:
        theirs(logger)
        for handler in logger.handlers:
            take_over(handler, formatter)

    streamlit_logger.setup_formatter = setup_formatter
    config.set_option("logger.enableRich", False)
