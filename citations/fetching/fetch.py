"""Pages from the web: the only network there is, and only to public addresses.

A name is resolved once, each of its addresses is checked, and the connection goes to one that was
checked, so that nobody can answer with another one meanwhile; the name stays in TLS and `Host`.
Every redirect is a new address, checked anew. No cookies, no proxy, no credentials.
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
from urllib.parse import SplitResult, quote, urljoin, urlsplit

import certifi
from urllib3 import HTTPConnectionPool, HTTPResponse, HTTPSConnectionPool, Timeout
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError
from urllib3.util import make_headers

from citations.documents.detection import UnreadableError
from citations.fetching.ip_ranges import Address, is_public
from citations.fetching.timeouts import Deadline, Timed, TimedTLS

MOST_BYTES = 5_000_000  # once unpacked
MOST_REDIRECTS = 3
MOST_ADDRESSES = 3  # of one host
CONNECT, WHOLE = 5.0, 15.0  # seconds
PORTS = {"http": 80, "https": 443}
TYPES = {
    "text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/pdf",
    "application/vnd.oasis.opendocument.text",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}  # fmt: skip
_HEADERS = make_headers(
    accept_encoding="gzip, deflate", user_agent="Citations (archive of sources)"
)
_PIECE = 16_384
# A resolver may take longer than there is time, and cannot be stopped.
_RESOLVERS = ThreadPoolExecutor(max_workers=4, thread_name_prefix="resolver")
_MOVED = {301, 302, 303, 307, 308}


@dataclass(frozen=True, slots=True)
class Page:
    """What was fetched, from where at last, and what the server calls it."""

    data: bytes
    url: str
    name: str
    charset: str


def is_address(name: str) -> bool:
    """Whether this is an address of the web, not the name of a file."""
    return name.lower().startswith(("http://", "https://"))


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how much; `is_allowed` says of an address whether it may be connected to."""

    connect: float = CONNECT
    whole: float = WHOLE
    most: int = MOST_BYTES
    is_allowed: Callable[[Address], bool] = is_public


def fetch(url: str, limits: Limits | None = None) -> Page:
    """The page at an address. Raises UnreadableError with what is wrong."""
    limits = limits or Limits()
    ends = time.monotonic() + limits.whole
    for _ in range(MOST_REDIRECTS + 1):
        asked = _Asked(_checked(url), limits, ends)
        try:
            answer = asked.answer()
        except (HTTPError, OSError, ValueError) as problem:
            asked.check_time()
            raise UnreadableError(f"{asked.host} could not be reached.") from problem
        if isinstance(answer, Page):
            return answer
        url = _joined(url, answer)
    raise UnreadableError(f"It leads on more than {MOST_REDIRECTS} times.")


def _joined(url: str, where: str) -> str:
    try:
        return urljoin(url, where)
    except ValueError as problem:
        raise UnreadableError("It leads on to no address of the web.") from problem


def _checked(url: str) -> SplitResult:
    """The parts of an address of the web that names nobody. Raises UnreadableError."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as problem:
        raise UnreadableError("This is no address of the web.") from problem
    if parts.scheme not in PORTS or not parts.hostname:
        raise UnreadableError("Only addresses that begin with http:// or https:// are fetched.")
    if parts.username is not None or parts.password is not None:
        raise UnreadableError("Leave the name and the password out of the address.")
    if port == 0 or any(ord(each) < 33 for each in url) or not _is_name(parts.hostname):
        raise UnreadableError("This is no address of the web.")
    return parts


def _is_name(host: str) -> bool:
    try:
        return bool(host.encode("idna"))
    except UnicodeError:
        return False


@dataclass(frozen=True)
class _Asked:
    """One request, until `ends` by the clock."""

    parts: SplitResult
    limits: Limits
    ends: float

    @property
    def host(self) -> str:
        """The host's name as the net has it, in ASCII."""
        return (self.parts.hostname or "").encode("idna").decode()

    def check_time(self) -> float:
        """The seconds that are left. Raises UnreadableError when there are none."""
        left = self.ends - time.monotonic()
        if left <= 0:
            raise UnreadableError(f"{self.host} took longer than {self.limits.whole:g} s.")
        return left

    def answer(self) -> Page | str:
        """The page, or where it has gone, from the first address that can be connected to."""
        *others, last = self._resolved()[:MOST_ADDRESSES]
        for address in others:
            with suppress(NewConnectionError, ConnectTimeoutError):
                return self._answer_from(address)
        return self._answer_from(last)

    def _answer_from(self, address: Address) -> Page | str:
        with (
            closing(Deadline(self.ends)) as deadline,
            closing(self._pool(address, deadline)) as pool,
        ):
            response: Any = pool.urlopen(
                "GET",
                self._target(),
                headers=_HEADERS | {"Host": self._named()},
                retries=False,
                redirect=False,
                preload_content=False,
            )
            with closing(response):
                return self._read(response)

    def _named(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.parts.port}" if self.parts.port else host

    def _target(self) -> str:
        path = quote(self.parts.path or "/", safe="/%:=~+!$,;'@()*&")
        query = quote(self.parts.query, safe="/%:=?~+!$,;'@()*&[]")
        return f"{path}?{query}" if query else path

    @property
    def _port(self) -> int:
        return self.parts.port or PORTS[self.parts.scheme]

    def _pool(self, checked: Address, deadline: Deadline) -> HTTPConnectionPool:
        address, port, left = str(checked), self._port, self.check_time()
        timeout = Timeout(connect=min(self.limits.connect, left), read=left)
        if self.parts.scheme == "http":
            pool = HTTPConnectionPool(address, port, timeout=timeout)
            pool.ConnectionCls = type("Timed", (Timed,), {"deadline": deadline})
            return pool
        secure = HTTPSConnectionPool(
            address,
            port,
            timeout=timeout,
            server_hostname=self.host,
            assert_hostname=self.host,
            ca_certs=certifi.where(),
        )
        secure.ConnectionCls = type("TimedTLS", (TimedTLS,), {"deadline": deadline})
        return secure

    def _resolved(self) -> list[Address]:
        """The addresses of the host, one at least, all of them public. Raises UnreadableError."""
        asking = _RESOLVERS.submit(getaddrinfo, self.host, self._port, proto=IPPROTO_TCP)
        try:
            found = asking.result(timeout=self.check_time())
        except gaierror as problem:
            raise UnreadableError(f"There is no {self.host}.") from problem
        except OutOfTime:
            found = []
            self.check_time()
        addresses = [ip_address(str(each[4][0]).partition("%")[0]) for each in found]
        if not addresses or not all(map(self.limits.is_allowed, addresses)):
            raise UnreadableError(f"{self.host} is not on the public web.")
        return addresses

    def _read(self, response: HTTPResponse) -> Page | str:
        self.check_time()  # what was cut looks like the end of the head
        where = response.headers.get("Location", "")
        if response.status in _MOVED and where:
            return where
        if response.status != HTTPStatus.OK:
            raise UnreadableError(f"{self.host} answered {response.status}.")
        kind, _, more = response.headers.get("Content-Type", "").partition(";")
        kind = kind.strip().lower()
        if kind not in TYPES:
            raise UnreadableError(f"It is of the type {kind or 'unknown'}, which is not read.")
        data = b"".join(self._pieces(response))
        named = PurePosixPath(self.parts.path).name
        name = f"{named}.html" if "html" in kind else named
        return Page(data, self.parts._replace(fragment="").geturl(), name, _charset(more))

    def _pieces(self, response: HTTPResponse) -> Iterator[bytes]:
        """The page as it comes, no longer than there is time, no more than is allowed."""
        size = 0
        for piece in response.stream(_PIECE, decode_content=True):
            size += len(piece)
            if size > self.limits.most:
                raise UnreadableError(f"It is larger than {self.limits.most / 1e6:g} MB.")
            self.check_time()
            yield piece
        self.check_time()  # or like the end of the page


def _charset(parameters: str) -> str:
    """The charset among the parameters of a media type (RFC 9110, section 8.3)."""
    for each in parameters.split(";"):
        name, _, value = each.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("\"'")
    return ""
