"""Nothing a letter says may make the engine read a file, open a connection, or run on and on."""

import ast
import io
import os
import socket
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import msgspec
import pikepdf
import pytest

from requests_app import sandbox
from requests_app.letter.compose import compose
from requests_app.render import html, pdf
from tests.letter.writing import REQUEST, SETTING
from tests.render.conftest import pages_of, printed

ROOT = Path(__file__).resolve().parents[2]


class Trap(HTTPServer):
    """Counts whoever comes."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Count)
        self.hits: list[str] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Count(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.server.hits.append(self.path)
        self.send_response(302)
        self.send_header("Location", f"{self.server.url}/redirected")
        self.end_headers()

    def log_message(self, *_args) -> None: ...


@pytest.fixture
def trap():
    server = Trap()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


MARKUP = (
    '<img src="{u}">',
    '<a rel="attachment" href="{u}">x</a>',
    '<link rel="attachment" href="{u}">',
    '<link rel="stylesheet" href="{u}">',
    "<style>@import url({u});</style>",
    "<style>p {{ background: url({u}) }}</style><p>x",
    '<p style="background: url({u})">x',
    "<style>p::before {{ content: url({u}) }}</style><p>x",
    "<style>li {{ list-style-image: url({u}) }}</style><li>x",
    "<style>p {{ border-image-source: url({u}) }}</style><p>x",
    "<style>p {{ mask: url({u}) }}</style><p>x",
    "<style>@font-face {{ font-family: f; src: url({u}) }} p {{ font-family: f }}</style><p>x",
    "<style>@page {{ background: url({u}) }}</style>",
    "<style>@color-profile --c {{ src: url({u}) }}</style>",
    '<object data="{u}"></object>',
    '<embed src="{u}">',
    '<iframe src="{u}"></iframe>',
    '<svg xmlns:xlink="http://www.w3.org/1999/xlink"><image xlink:href="{u}" width="9" height="9"/></svg>',
    '<svg><use href="{u}#a"/></svg>',
    "<svg><style>@import url({u});</style></svg>",
    '<base href="{u}/"><img src="x.png">',
    '<video poster="{u}"></video>',
    '<input type="image" src="{u}">',
    '<picture><source srcset="{u}"><img src="{u}"></picture>',
    '<body background="{u}">',
)
TARGETS = (
    "{trap}/x",
    "//127.0.0.1:{port}/x",
    "http://2130706433:{port}/x",
    "http://[::ffff:127.0.0.1]:{port}/x",
    "\\\\127.0.0.1:{port}\\x",
    "ftp://127.0.0.1:{port}/x",
    "gopher://127.0.0.1:{port}/x",
    "jar:{trap}/x!/y",
    "file:///etc/passwd",
    "/etc/passwd",
    "data:text/css,@import url({trap}/x)",
    "asset:../../../etc/passwd",
    "asset:{trap}/x",
)


@pytest.mark.parametrize("markup", MARKUP)
def test_no_document_reaches_a_host_or_a_file(markup, trap):
    urls = [t.format(trap=trap.url, port=trap.server_port) for t in TARGETS]
    document = "".join(markup.format(u=url) for url in urls)

    try:
        content = pdf.to_pdf(f"<!doctype html><html><body>{document}<p>end</p>")
    except pdf.RenderFailed:
        content = pdf.to_pdf("<!doctype html><p>end")

    with pikepdf.open(io.BytesIO(content)) as file:
        assert len(file.attachments) == 0
    assert "root:" not in " ".join(pages_of(content))
    assert trap.hits == []


def test_the_trap_works(trap):
    with socket.create_connection(("127.0.0.1", trap.server_port)) as visitor:
        visitor.sendall(b"GET /seen HTTP/1.0\r\n\r\n")
        visitor.recv(64)

    assert trap.hits == ["/seen"]


PAYLOADS = (
    "<img src=http://127.0.0.1:1/x>",
    "<script>alert(1)</script>",
    "{{7*7}} {% debug %} {{ settings.SECRET_KEY }}",
    "{name.__class__} {requesting} ${7*7} <%= 7*7 %>",
    "url(file:///etc/passwd) @import 'x'; expression(1)",
    "</style></title></body><b>bold</b>",
    "&lt;b&gt; &amp; \" ' ` \\u0041",
)


def test_whatever_is_typed_is_printed_as_it_was_typed(trap):
    typed = "\n".join(PAYLOADS)
    request = _everywhere(REQUEST, typed)

    text = " ".join(pages_of(printed(request)))

    for payload in PAYLOADS:
        assert payload in text, payload
    assert trap.hits == []


@pytest.mark.parametrize("payload", PAYLOADS)
def test_whatever_is_typed_is_escaped_on_the_screen(payload):
    shown = html.preview(compose(_everywhere(REQUEST, payload), SETTING))

    assert not any(tag in shown for tag in ("<img", "<script", "<b>bold", "</style"))


def _everywhere(value, typed: str):
    """The text in every text field of a request but its ids and codes."""
    if isinstance(value, msgspec.Struct):
        kept = {
            "id",
            "format",
            "requesting",
            "requested",
            "instrument",
            "kind",
            "zone",
            "sha256",
            "language",
        }
        choices = {f.name for f in msgspec.structs.fields(value) if "Literal" in str(f.type)}
        return msgspec.structs.replace(
            value,
            **{
                name: _everywhere(getattr(value, name), typed)
                for name in value.__struct_fields__
                if name not in kept | choices and not isinstance(getattr(value, name), dict)
            },
        )
    if isinstance(value, tuple):
        return value if value and isinstance(value[0], str) else tuple(_everywhere(v, typed) for v in value)
    return typed if isinstance(value, str) else value


def test_the_interpreter_refuses_what_the_fetcher_let_through(tmp_path):
    """In a process of its own: an audit hook cannot be taken off again."""
    pid = os.fork()
    if pid == 0:
        sandbox.forbid()
        os._exit(sum(_is_refused(act) for act in _acts(tmp_path)))

    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == len(_acts(tmp_path))


def _acts(folder: Path) -> list:
    return [
        lambda: socket.create_connection(("127.0.0.1", 9)),
        lambda: socket.getaddrinfo("example.org", 80),
        lambda: Path("/etc/passwd").read_text(),
        lambda: (folder / "x").write_text("x"),
        lambda: os.system("true"),
    ]


def _is_refused(act) -> bool:
    try:
        act()
    except PermissionError:
        return True
    except OSError:
        return False
    return False


def test_weasyprint_is_spoken_to_in_one_place_and_never_without_our_fetcher():
    users = {
        file.relative_to(ROOT).as_posix()
        for folder in ("requests_app", "treaties", "mla_portal")
        for file in (ROOT / folder).rglob("*.py")
        if "weasyprint" in {name.split(".")[0] for name in _imports(ast.parse(file.read_text()))}
    }
    engine = ast.parse((ROOT / "requests_app/render/engine.py").read_text())
    calls = [
        node
        for node in ast.walk(engine)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    ]

    assert users == {"requests_app/render/engine.py"}
    assert [c.func.attr for c in calls if c.func.attr in ("HTML", "CSS")] == ["HTML"]
    assert all("url_fetcher" in {k.arg for k in c.keywords} for c in calls if c.func.attr == "HTML")


def _imports(tree: ast.Module) -> set[str]:
    found = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    return found | {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
