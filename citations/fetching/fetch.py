"""Fetches web pages, from public addresses only. Nothing else here uses the network.

A host name is resolved once, all its addresses are checked, and the connection goes to a checked
one, so that a second DNS answer cannot redirect it; TLS and `Host` still use the name. Every
redirect is checked in the same way. No cookies, proxies or credentials are sent.
"""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as OutOfTime
from contextlib import closing, suppress
from dataclasses import dataclass
from http import HTTPStatus
from ipaddress import ip_address
from pathlib import PurePosixPath
from socket import IPPROTO_TCP, gaierror, getaddrinfo
from typing import Any
from urllib.parse import SplitResult, quote

import certifi
from urllib3 import HTTPConnectionPool, HTTPResponse, HTTPSConnectionPool, Timeout
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError
from urllib3.util import make_headers

from citations.documents.document import UnreadableDocumentError
from citations.fetching.ip_ranges import IpAddress, is_public
from citations.fetching.timeouts import (
    ConnectionDeadline,
    TimedHTTPConnection,
    TimedHTTPSConnection,
)
from citations.fetching.web_addresses import PORTS, parse_web_address, redirect_target
from citations.text.translation import gettext_noop

MAX_BYTES = 5_000_000  # after decompression
MAX_REDIRECTS = 3
MAX_ADDRESSES = 3  # of one host
CONNECT_SECONDS, TOTAL_SECONDS = 5.0, 15.0
ACCEPTED_TYPES = {
    "text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/pdf",
    "application/vnd.oasis.opendocument.text",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}  # fmt: skip
_HEADERS = make_headers(
    accept_encoding="gzip, deflate", user_agent="Citations (archive of sources)"
)
_CHUNK_BYTES = 16_384
# Resolving may take longer than the time limit, and cannot be interrupted.
_RESOLVERS = ThreadPoolExecutor(max_workers=4, thread_name_prefix="resolver")
_REDIRECT_STATUSES = {301, 302, 303, 307, 308}

UNREACHABLE = gettext_noop("%(host)s could not be reached.")
TOO_SLOW = gettext_noop("%(host)s took longer than %(seconds)g seconds.")
NO_SUCH_HOST = gettext_noop("%(host)s does not exist.")
NOT_PUBLIC = gettext_noop("%(host)s is not on the public web.")
BAD_STATUS = gettext_noop("%(host)s answered with status %(status)d.")
TOO_MANY_REDIRECTS = gettext_noop("The page redirects more than %(redirects)d times.")
UNSUPPORTED_TYPE = gettext_noop("Pages of the type %(type)s cannot be read.")
UNKNOWN_TYPE = gettext_noop("The server does not say what type the page has.")
TOO_LARGE = gettext_noop("The page is larger than %(megabytes)g MB.")


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """A page's bytes, its address after redirects, and a file name and encoding for the reader."""

    data: bytes
    url: str
    name: str
    charset: str


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """Limits in seconds and bytes; `is_allowed` decides which addresses to connect to."""

    connect: float = CONNECT_SECONDS
    total: float = TOTAL_SECONDS
    max_bytes: int = MAX_BYTES
    is_allowed: Callable[[IpAddress], bool] = is_public


def fetch_page(url: str, limits: FetchLimits | None = None) -> FetchedPage:
    """Raises `UnreadableDocumentError` if the page cannot be fetched."""
    limits = limits or FetchLimits()
    ends = time.monotonic() + limits.total
    for _ in range(MAX_REDIRECTS + 1):
        request = _Request(parse_web_address(url), limits, ends)
        try:
            answer = request.send()
        except (HTTPError, OSError, ValueError) as problem:
            request.check_time()
            raise UnreadableDocumentError(UNREACHABLE, host=request.host) from problem
        if isinstance(answer, FetchedPage):
            return answer
        url = redirect_target(url, answer)
    raise UnreadableDocumentError(TOO_MANY_REDIRECTS, redirects=MAX_REDIRECTS)


@dataclass(frozen=True)
class _Request:
    """One request, to finish before `ends` (monotonic seconds)."""

    parts: SplitResult
    limits: FetchLimits
    ends: float

    @property
    def host(self) -> str:
        """The host name in ASCII (IDNA)."""
        return (self.parts.hostname or "").encode("idna").decode()

    def check_time(self) -> float:
        """The seconds left. Raises `UnreadableDocumentError` if there are none."""
        left = self.ends - time.monotonic()
        if left <= 0:
            raise UnreadableDocumentError(TOO_SLOW, host=self.host, seconds=self.limits.total)
        return left

    def send(self) -> FetchedPage | str:
        """The page or a redirect's target, from the first address that accepts a connection."""
        *others, last = self._resolve()[:MAX_ADDRESSES]
        for address in others:
            with suppress(NewConnectionError, ConnectTimeoutError):
                return self._send_to(address)
        return self._send_to(last)

    def _send_to(self, address: IpAddress) -> FetchedPage | str:
        with (
            closing(ConnectionDeadline(self.ends)) as deadline,
            closing(self._pool(address, deadline)) as pool,
        ):
            response: Any = pool.urlopen(
                "GET",
                self._target(),
                headers=_HEADERS | {"Host": self._host_header()},
                retries=False,
                redirect=False,
                preload_content=False,
            )
            with closing(response):
                return self._read_response(response)

    def _host_header(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.parts.port}" if self.parts.port else host

    def _target(self) -> str:
        path = quote(self.parts.path or "/", safe="/%:=~+!$,;'@()*&")
        query = quote(self.parts.query, safe="/%:=?~+!$,;'@()*&[]")
        return f"{path}?{query}" if query else path

    @property
    def _port(self) -> int:
        return self.parts.port or PORTS[self.parts.scheme]

    def _pool(self, checked: IpAddress, deadline: ConnectionDeadline) -> HTTPConnectionPool:
        address, port, left = str(checked), self._port, self.check_time()
        timeout = Timeout(connect=min(self.limits.connect, left), read=left)
        if self.parts.scheme == "http":
            pool = HTTPConnectionPool(address, port, timeout=timeout)
            pool.ConnectionCls = type("Timed", (TimedHTTPConnection,), {"deadline": deadline})
            return pool
        secure = HTTPSConnectionPool(
            address,
            port,
            timeout=timeout,
            server_hostname=self.host,
            assert_hostname=self.host,
            ca_certs=certifi.where(),
        )
        secure.ConnectionCls = type("TimedTLS", (TimedHTTPSConnection,), {"deadline": deadline})
        return secure

    def _resolve(self) -> list[IpAddress]:
        """The host's addresses: at least one, all public. Raises `UnreadableDocumentError`."""
        lookup = _RESOLVERS.submit(getaddrinfo, self.host, self._port, proto=IPPROTO_TCP)
        try:
            found = lookup.result(timeout=self.check_time())
        except gaierror as problem:
            raise UnreadableDocumentError(NO_SUCH_HOST, host=self.host) from problem
        except OutOfTime:
            found = []
            self.check_time()
        addresses = [ip_address(str(each[4][0]).partition("%")[0]) for each in found]
        if not addresses or not all(map(self.limits.is_allowed, addresses)):
            raise UnreadableDocumentError(NOT_PUBLIC, host=self.host)
        return addresses

    def _read_response(self, response: HTTPResponse) -> FetchedPage | str:
        self.check_time()  # a cut connection looks like the end of the headers
        location = response.headers.get("Location", "")
        if response.status in _REDIRECT_STATUSES and location:
            return location
        if response.status != HTTPStatus.OK:
            raise UnreadableDocumentError(BAD_STATUS, host=self.host, status=response.status)
        kind, _, more = response.headers.get("Content-Type", "").partition(";")
        kind = kind.strip().lower()
        if not kind:
            raise UnreadableDocumentError(UNKNOWN_TYPE)
        if kind not in ACCEPTED_TYPES:
            raise UnreadableDocumentError(UNSUPPORTED_TYPE, type=kind)
        data = b"".join(self._chunks(response))
        file_name = PurePosixPath(self.parts.path).name
        name = f"{file_name}.html" if "html" in kind else file_name
        return FetchedPage(data, self.parts._replace(fragment="").geturl(), name, _charset(more))

    def _chunks(self, response: HTTPResponse) -> Iterator[bytes]:
        """The page as it arrives, within the limits of time and size."""
        size = 0
        for chunk in response.stream(_CHUNK_BYTES, decode_content=True):
            size += len(chunk)
            if size > self.limits.max_bytes:
                raise UnreadableDocumentError(TOO_LARGE, megabytes=self.limits.max_bytes / 1e6)
            self.check_time()
            yield chunk
        self.check_time()  # or the end of the page


def _charset(parameters: str) -> str:
    """The charset parameter of a media type (RFC 9110, section 8.3)."""
    for each in parameters.split(";"):
        name, _, value = each.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("\"'")
    return ""
