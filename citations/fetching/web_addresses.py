"""Checks web addresses before they are fetched."""

from urllib.parse import SplitResult, urljoin, urlsplit

from citations.documents.document import UnreadableDocumentError
from citations.text.translation import gettext_noop

PORTS = {"http": 80, "https": 443}
NOT_AN_ADDRESS = gettext_noop("This is not a web address.")
ONLY_HTTP = gettext_noop("The address must begin with http:// or https://.")
NO_CREDENTIALS = gettext_noop("Remove the user name and password from the address.")
BAD_REDIRECT = gettext_noop("The page redirects to something that is not a web address.")


def is_web_address(name: str) -> bool:
    """Whether this is a web address, not a file name."""
    return name.lower().startswith(("http://", "https://"))


def parse_web_address(url: str) -> SplitResult:
    """Split a web address without credentials. Raises `UnreadableDocumentError`."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as problem:
        raise UnreadableDocumentError(NOT_AN_ADDRESS) from problem
    if parts.scheme not in PORTS or not parts.hostname:
        raise UnreadableDocumentError(ONLY_HTTP)
    if parts.username is not None or parts.password is not None:
        raise UnreadableDocumentError(NO_CREDENTIALS)
    if port == 0 or any(ord(each) < 33 for each in url) or not _is_host_name(parts.hostname):
        raise UnreadableDocumentError(NOT_AN_ADDRESS)
    return parts


def redirect_target(url: str, location: str) -> str:
    """Resolve a `Location` header. Raises `UnreadableDocumentError`."""
    try:
        return urljoin(url, location)
    except ValueError as problem:
        raise UnreadableDocumentError(BAD_REDIRECT) from problem


def _is_host_name(host: str) -> bool:
    try:
        return bool(host.encode("idna"))
    except UnicodeError:
        return False
