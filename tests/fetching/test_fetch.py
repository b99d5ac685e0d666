"""Hostile servers are cut off in time, and nothing private is reached."""

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from citations.documents.document import UnreadableDocumentError
from citations.fetching import fetch as fetching
from citations.fetching.fetch import FetchLimits, fetch_page

# Only these tests may connect to the loopback server.
PATIENT = FetchLimits(
    connect=60, total=60, max_bytes=100_000, is_allowed=lambda address: address.is_loopback
)
QUICK = replace(PATIENT, total=0.6)
PAGE = b"<!doctype html><p>Kishida \xe2\x80\x9cdifficult\xe2\x80\x9d</p>"


class Hostile(BaseHTTPRequestHandler):
    """Answers with the method that the path names."""

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
            pass  # the client has hung up

    def send(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        defaults = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body))}
        for name, value in (
            defaults | {k.replace("_", "-"): v for k, v in headers.items()}
        ).items():
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

    def without_type(self) -> None:
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
        """Without a length, a cut page looks complete."""
        self.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<p>")
        while True:
            self.wfile.write(b"x")
            time.sleep(0.05)

    def silent(self) -> None:
        self.connection.settimeout(60)
        self.rfile.read(1)  # until the client hangs up


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    Hostile.asked = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Hostile) as running:
        running.daemon_threads = True
        threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://localhost:{running.server_port}"
        running.shutdown()


def test_a_page_comes_with_its_address_after_redirects(server: str) -> None:
    for path in ("page", "packed", "moved"):
        page = fetch_page(f"{server}/{path}", PATIENT)
        assert (page.data, page.charset) == (PAGE, "utf-8")
    assert page.url == f"{server}/page"
    assert page.name == "page.html"


def test_a_request_names_the_host_and_nothing_about_us(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    Hostile.asked.clear()
    fetch_page(f"{server}/page?q=“a”", PATIENT)
    fetch_page(f"{server}/page", PATIENT)
    first, second = Hostile.asked
    assert first["path"] == "/page?q=%E2%80%9Ca%E2%80%9D"
    assert first["host"] == server.removeprefix("http://")
    assert not {"cookie", "authorization", "referer"} & {*first, *second}


REFUSED = [
    ("loop", "redirects more than 3 times"),
    ("inward", "10.0.0.1 is not on the public web"),
    ("to_nothing", "redirects to something that is not a web address"),
    ("to_file", "must begin with http"),
    ("bomb", "larger than 0.1 MB"),
    ("endless", "larger than 0.1 MB"),
    ("broken", "could not be reached"),
    ("short", "could not be reached"),
    ("picture", "type image/png cannot be read"),
    ("without_type", "does not say what type"),
    ("nowhere", "answered with status 404"),
    ("drip", "took longer than 0.6 seconds"),
    ("drip_of_headers", "took longer than 0.6 seconds"),
    ("drip_to_its_end", "took longer than 0.6 seconds"),
    ("silent", "took longer than 0.6 seconds"),
]


@pytest.mark.parametrize(("path", "message"), REFUSED)
def test_a_hostile_answer_is_refused_in_time(server: str, path: str, message: str) -> None:
    """These servers send without an end, or for a minute: what is refused was cut off."""
    with pytest.raises(UnreadableDocumentError, match=message):
        fetch_page(f"{server}/{path}", QUICK if "took longer" in message else PATIENT)


ADDRESSES = [
    ("file:///etc/passwd", "must begin with http"),
    ("ftp://example.org/", "must begin with http"),
    ("http://", "must begin with http"),
    ("http://me:secret@example.org/", "Remove the user name and password"),
    ("http://example.org:99999/", "not a web address"),
    ("http://[::1", "not a web address"),
    ("http://a..b/", "not a web address"),
    (f"http://{'a' * 70}.example/", "not a web address"),
    ("http://example.org/a b\r\nX: y", "not a web address"),
    ("http://no-such-host.invalid/", "no-such-host.invalid does not exist"),
    ("http://127.0.0.1/", "not on the public web"),
    ("http://127.1/", "not on the public web"),
    ("http://0x7f000001/", "not on the public web"),
    ("http://localhost:8000/", "not on the public web"),
    ("http://[::ffff:127.0.0.1]/", "not on the public web"),
    ("http://169.254.169.254/latest/", "not on the public web"),
]


@pytest.mark.parametrize(("url", "message"), ADDRESSES)
def test_an_address_outside_the_public_web_is_refused(url: str, message: str) -> None:
    with pytest.raises(UnreadableDocumentError, match=message):
        fetch_page(url)


def test_the_address_that_was_checked_is_the_one_connected_to(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["127.0.0.1", "10.0.0.1"])

    def rebound(host: str, port: int, **options: object) -> list[object]:
        return [(None, None, None, "", (next(answers), port))]

    monkeypatch.setattr(fetching, "getaddrinfo", rebound)
    assert fetch_page(f"{server}/page", PATIENT).data == PAGE
    assert next(answers) == "10.0.0.1"  # resolved once


def test_the_first_address_that_answers_is_used(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def both(host: str, port: int, **options: object) -> list[object]:
        return [(None, None, None, "", (each, port)) for each in ("127.0.0.9", "127.0.0.1")]

    monkeypatch.setattr(fetching, "getaddrinfo", both)
    assert fetch_page(f"{server}/page", PATIENT).data == PAGE


def test_a_slow_resolver_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fetching, "getaddrinfo", lambda *args, **options: time.sleep(1))
    with pytest.raises(UnreadableDocumentError, match=r"took longer than 0\.2 seconds"):
        fetch_page("http://example.org/", FetchLimits(total=0.2))


def test_one_private_address_among_several_is_enough_to_refuse(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    both = [(None, None, None, "", (each, 80)) for each in ("93.184.215.14", "10.0.0.1")]
    monkeypatch.setattr(fetching, "getaddrinfo", lambda *args, **options: both)
    with pytest.raises(UnreadableDocumentError, match="not on the public web"):
        fetch_page("http://example.org/")
