"""Fetching from servers that mean harm: nothing private is reached, nothing goes on for ever."""

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address

import pytest

from citations.documents.detection import UnreadableError
from citations.fetching import fetch as fetching
from citations.fetching.fetch import Limits, fetch
from citations.fetching.ip_ranges import is_public

# What the loopback server answers is reached by these tests alone.
QUICK = Limits(connect=0.5, whole=0.6, most=100_000, is_allowed=lambda address: address.is_loopback)
PAGE = b"<!doctype html><p>Kishida \xe2\x80\x9cdifficult\xe2\x80\x9d</p>"


class Hostile(BaseHTTPRequestHandler):
    """Answers as its address says."""

    asked: list[dict[str, str]]

    def log_message(self, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        self.asked.append({"path": self.path, **{k.lower(): v for k, v in self.headers.items()}})
        answer: Callable[[], None] | None = getattr(self, self.path.strip("/").split("?")[0], None)
        try:
            if answer:
                answer()
            else:
                self.send(404, b"")
        except OSError:
            pass  # whom we bore hangs up

    def send(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        told = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body))}
        for name, value in (told | {k.replace("_", "-"): v for k, v in headers.items()}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def page(self) -> None:
        self.send(200, PAGE, Set_Cookie="a=b")

    def packed(self) -> None:
        self.send(200, gzip.compress(PAGE), Content_Encoding="gzip")

    def moved(self) -> None:
        self.send(302, b"", Location="/page#there")

    def loop(self) -> None:
        self.send(302, b"", Location="/loop")

    def inward(self) -> None:
        self.send(302, b"", Location="http://10.0.0.1/page")

    def to_file(self) -> None:
        self.send(302, b"", Location="file:///etc/passwd")

    def to_nothing(self) -> None:
        self.send(302, b"", Location="http://[")

    def bomb(self) -> None:
        self.send(200, gzip.compress(bytes(50_000_000)), Content_Encoding="gzip")

    def broken(self) -> None:
        self.send(200, b"\x1f\x8b nothing of it", Content_Encoding="gzip")

    def short(self) -> None:
        self.send(200, PAGE, Content_Length="9999")

    def picture(self) -> None:
        self.send(200, PAGE, Content_Type="image/png")

    def untold(self) -> None:
        self.send(200, PAGE, Content_Type="")

    def endless(self) -> None:
        self.send(200, b"", Content_Length="999999999")
        while True:
            self.wfile.write(b"x" * 10_000)

    def drip(self) -> None:
        self.send(200, b"", Content_Length="100000")
        while True:
            self.wfile.write(b"x")
            time.sleep(0.05)

    def drip_of_headers(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while True:
            self.wfile.write(b"X-A: b\r\n")
            time.sleep(0.05)

    def drip_to_its_end(self) -> None:
        """Without a length, a page that was cut looks as if it were whole."""
        self.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<p>")
        while True:
            self.wfile.write(b"x")
            time.sleep(0.05)

    def silent(self) -> None:
        time.sleep(1)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    Hostile.asked = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Hostile) as running:
        running.daemon_threads = True
        threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://localhost:{running.server_port}"
        running.shutdown()


def test_a_page_comes_with_where_it_was_at_last(server: str) -> None:
    for path in ("page", "packed", "moved"):
        page = fetch(f"{server}/{path}", QUICK)
        assert (page.data, page.charset) == (PAGE, "utf-8")
    assert page.url == f"{server}/page"
    assert page.name == "page.html"


def test_it_says_whom_it_asks_and_nothing_of_us(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    Hostile.asked.clear()
    fetch(f"{server}/page?q=“a”", QUICK)
    fetch(f"{server}/page", QUICK)
    first, second = Hostile.asked
    assert first["path"] == "/page?q=%E2%80%9Ca%E2%80%9D"
    assert first["host"] == server.removeprefix("http://")
    assert not {"cookie", "authorization", "referer"} & {*first, *second}


REFUSED = [
    ("loop", "leads on more than 3 times"),
    ("inward", "10.0.0.1 is not on the public web"),
    ("to_nothing", "leads on to no address"),
    ("to_file", "Only addresses that begin with http"),
    ("bomb", "larger than 0.1 MB"),
    ("endless", "larger than 0.1 MB"),
    ("broken", "could not be reached"),
    ("short", "could not be reached"),
    ("picture", "type image/png, which is not read"),
    ("untold", "type unknown, which is not read"),
    ("nowhere", "answered 404"),
    ("drip", "took longer than 0.6 s"),
    ("drip_of_headers", "took longer than 0.6 s"),
    ("drip_to_its_end", "took longer than 0.6 s"),
    ("silent", "took longer than 0.6 s"),
]


@pytest.mark.parametrize(("path", "told"), REFUSED)
def test_what_means_harm_is_refused_in_time(server: str, path: str, told: str) -> None:
    began = time.monotonic()
    with pytest.raises(UnreadableError, match=told):
        fetch(f"{server}/{path}", QUICK)
    assert time.monotonic() - began < 5


ADDRESSES = [
    ("file:///etc/passwd", "Only addresses that begin with http"),
    ("ftp://example.org/", "Only addresses that begin with http"),
    ("http://", "Only addresses that begin with http"),
    ("http://me:secret@example.org/", "Leave the name and the password out"),
    ("http://example.org:99999/", "no address of the web"),
    ("http://[::1", "no address of the web"),
    ("http://a..b/", "no address of the web"),
    (f"http://{'a' * 70}.example/", "no address of the web"),
    ("http://example.org/a b\r\nX: y", "no address of the web"),
    ("http://no-such-host.invalid/", "There is no no-such-host.invalid"),
    ("http://127.0.0.1/", "not on the public web"),
    ("http://127.1/", "not on the public web"),
    ("http://0x7f000001/", "not on the public web"),
    ("http://localhost:8000/", "not on the public web"),
    ("http://[::ffff:127.0.0.1]/", "not on the public web"),
    ("http://169.254.169.254/latest/", "not on the public web"),
]


@pytest.mark.parametrize(("url", "told"), ADDRESSES)
def test_an_address_that_is_not_of_the_public_web_is_refused(url: str, told: str) -> None:
    with pytest.raises(UnreadableError, match=told):
        fetch(url)


PRIVATE = (
    "0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 169.254.1.1 172.16.0.1 192.168.1.1 192.0.2.1 224.0.0.1"
    " 255.255.255.255 :: ::1 fe80::1 fc00::1 ff02::1 ::ffff:10.0.0.1 2002:a00:1:: 64:ff9b::a00:1"
    " 64:ff9b:1::1 ::127.0.0.1 ::ffff:0:10.0.0.1 fec0::1 5f00::1 192.88.99.1 2001::1"
    " 2001:db8::1"
)


@pytest.mark.parametrize("address", PRIVATE.split())
def test_what_is_not_public_or_stands_for_it_is_not(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f::1", "::ffff:93.184.215.14"])
def test_what_everybody_reaches_is_public(address: str) -> None:
    assert is_public(ip_address(address))


def test_the_address_that_was_checked_is_the_one_connected_to(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["127.0.0.1", "10.0.0.1"])

    def rebound(host: str, port: int, **options: object) -> list[object]:
        return [(None, None, None, "", (next(answers), port))]

    monkeypatch.setattr(fetching, "getaddrinfo", rebound)
    assert fetch(f"{server}/page", QUICK).data == PAGE
    assert next(answers) == "10.0.0.1"  # asked for once


def test_of_several_addresses_the_first_that_answers_is_asked(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def both(host: str, port: int, **options: object) -> list[object]:
        return [(None, None, None, "", (each, port)) for each in ("127.0.0.9", "127.0.0.1")]

    monkeypatch.setattr(fetching, "getaddrinfo", both)
    assert fetch(f"{server}/page", QUICK).data == PAGE


def test_a_resolver_that_takes_too_long_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fetching, "getaddrinfo", lambda *args, **options: time.sleep(1))
    with pytest.raises(UnreadableError, match=r"took longer than 0\.2 s"):
        fetch("http://example.org/", Limits(whole=0.2))


def test_one_private_address_among_several_is_enough_to_refuse(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    both = [(None, None, None, "", (each, 80)) for each in ("93.184.215.14", "10.0.0.1")]
    monkeypatch.setattr(fetching, "getaddrinfo", lambda *args, **options: both)
    with pytest.raises(UnreadableError, match="not on the public web"):
        fetch("http://example.org/")
