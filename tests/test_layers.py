"""The house: who may import whom, how large rooms may grow, and which words are not used.

docs/architecture.md explains the layout; this file enforces it.
"""

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CITATIONS = ROOT / "citations"
TEMPLATES = ROOT / "templates"
TESTS = ROOT / "tests"

# Layers from the top down. A room may import from lower layers and from itself, nothing beside it.
LAYERS = [
    {"management", "views", "admin", "urls", "apps"},
    {"templates"},
    {"templatetags", "jinja2"},
    {"pages"},
    {"forms"},
    {"drafts"},
    {"curation", "exchange", "export"},
    {"search"},
    {"index", "documents", "fetching"},
    {"models"},
    {"query", "cite", "extraction", "comparison"},
    {"edtf", "text"},
]
LAYER = {room: number for number, rooms in enumerate(LAYERS) for room in rooms}
PURE = {"query", "cite", "extraction", "comparison", "edtf", "text"}
# What may be imported from beside, and why.
SIDEWAYS = {
    ("urls", "views"): "addresses name the endpoints",
    ("edtf", "text"): "dates in words are translated as all text is",
    ("fetching", "documents"): "what is fetched is a document to read",
}

MOST_MODULES = 12
MOST_LINES = 300
FORBIDDEN_STEMS = {"utils", "helpers", "services", "common"}
# Stems that may stand in several rooms: subjects, file formats, engines and languages.
SHARED_STEMS = {
    *("quotes", "speakers", "sources", "articles", "occasions", "appearances", "proposals"),
    *("snapshots", "verifications", "wanted", "facets", "citation", "draft"),
    *("html", "plain_text", "xml", "markdown", "pdf", "ris", "csl_json"),
}
# Public classes whose names stand in several rooms: Django finds a command by this name, and the
# exchange format names its records as the models they describe, also in its JSON Schema.
SHARED_CLASSES = {
    *("Command", "Publication", "Topic", "Speaker", "Position", "Occasion", "Article", "Snapshot"),
    *("Quote", "Appearance"),
}
# Modules that need no test file of their own, and why.
UNTESTED = {
    "citations/urls.py": "every test of a page goes through it",
}

# No function is named by a bare participle or another word that says nothing to a reader.
BARE_WORDS = set(
    """
    added adopted aligned announced answered applied around asked assembled beginning begun behind
    beside beyond bound brought built carried cased changed checked chosen cited cleaned closed
    collected combined committed compared completed composed computed copied counted covered cut
    dated deduced described done drawn dropped each ended entered entries escaped excluded expanded
    extracted filled filtered finished fitted fitting folded follows formatted found fulfilled given
    gone grouped guarded guessed held hidden indexed inferred inserted joined judged kept known
    labelled lasting leads leaves led left linked listed loaded located locked looked looking made
    mapped marked masked matched matching meant measured mended merged moved named narrowed
    negotiated normalised noted obtained offered one opened ordered others packed padded paired
    parsed parted passed picked placed plain prepared present printed proposed published put quoted
    raised ranked read recorded reduced refused rejected related removed rendered renamed repaired
    replaced reported required resolved returned reversed reworded rounded said sampled saved
    scaled scanned searched selected sent served settled shaped shared shortened shown skipped
    sorted spelled split spoken spread stamped started stated stored stripped submitted summed taken
    tested tidied timed together told tracked transformed translated trimmed turned typed unescaped
    unpacked updated used validated verified wanted weighed whole withdrawn within worded wrapped
    written
    """.split()
)
# Adjectives that filter rows, Django's custom; and decorators or context managers that read well.
ADJECTIVES_ALLOWED = {
    "QuerySet": "a filter is an adjective: Quote.objects.published()",
    "property": "a property is what a value is: span.is_empty, search.chosen",
}

# Words and sentences that were struck. Each would come back by copying from somewhere.
STRUCK_STEMS = set(
    """
    apart who held taken beyond quoting judging frame people pronouns when mending nodes parts
    asking columns log follow watch years copies lists secondary narrowing beside often nothing
    merged withdrawn previews commented clock found reading anchoring passages surroundings
    completing intext dated coupled addresses
    """.split()
)
STRUCK_PHRASES = [
    "There is this as",
    "take this search along",
    "Take this search along",
    "Taking it along",
    "With one condition less",
    "answers to all of this",
    "Too many words begin so",
    "that begin so",
    "Mend it before",
    "Begin anew",
    "built anew",
    "set otherwise",
    "Have these texts recognised",
    "There is none yet",
    "There is none here yet",
    "All the fields of a search",
    "Write the search field by field",
    "The entry for the list",
    "Make this my collection",
    "Cite them together",
    "It is not your doing",
    "look after this place",
    "None of these speakers is named so",
    "Keep it and find its quotations",
    "are taken back, and",
    "there being none",
    "There being none",
    "what there is not",
    "What there is not",
    "no such two records",
    "There is no such button",
    "Why, if withdrawn",
    "What is judged is judged once",
    "save it anew",
    "is turned down",
    "held already",
    "is put in.",
    "A gap that matters",
    "exchange the two",
    "holds nothing to search for",
    "groups nothing",
    "was taken to hold for",
    "stands alone and was left out",
    "was left out, and all after it",
    "It follows another log",
    "Read it, then",
    "left to judge",
    "Judge it again",
    "See what moves",
    "The other way round",
    "Nothing looks alike",
    "no text of this article is kept",
    "Open the page anew",
    "left where it stands",
    "texts as taken",
    "is no key and no address",
    "take one from the list of results",
    "is none of these: choose one",
    "Nobody has said yet from which",
    "found to have it best",
    "Put the citation behind",
    "every word that begins so",
    "narrow the search, or download",
    "Words checked",
    "That says nothing of whether it was said",
    "Mend that by hand",
    "It is no file",
    "stands here twice",
    "Bring a file",
    "stands for a piece of query",
    "Take it along",
    "Take them along",
    "Find among them",
    "for everybody to",
    "Nothing could be made",
    "Ask the curators for it",
    "neither kept nor logged",
    "To the front page",
    "are too many from one address",
    "There are the formats",
    "stands in this file already",
    "Nothing before it is named",
    "What was loaded stays",
    "The dump is not whole",
    "is eight digits and capital letters",
    "cannot be brought up to date",
    "This is no address of the web",
    "There is no article in this page",
    "leads on more than",
    "take the article alone",
    "It is no text",
]


def modules() -> list[Path]:
    paths = (path for path in CITATIONS.rglob("*.py") if "migrations" not in path.parts)
    return sorted(path for path in paths if path.name != "__init__.py")


def short(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def room_of(path: Path) -> str:
    return path.relative_to(CITATIONS).parts[0].removesuffix(".py")


def imports_of(path: Path) -> Iterator[tuple[str, list[str]]]:
    """(module, names taken from it) of every import in a file, also inside functions."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, []) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: import by full name"
            yield node.module or "", [alias.name for alias in node.names]


def rooms_imported(path: Path) -> set[str]:
    rooms = set()
    for module, names in imports_of(path):
        if module == "citations":
            rooms.update(names)
        elif module.startswith("citations."):
            rooms.add(module.split(".")[1])
    return rooms


@pytest.mark.parametrize("path", modules(), ids=short)
def test_imports_point_down_only(path: Path) -> None:
    room = room_of(path)
    for other in rooms_imported(path) - {room, "migrations"}:
        allowed = LAYER[other] > LAYER[room] or (room, other) in SIDEWAYS
        assert allowed, f"{room} may not import {other}"


@pytest.mark.parametrize("path", [p for p in modules() if room_of(p) in PURE], ids=short)
def test_pure_rooms_know_no_framework(path: Path) -> None:
    for module, _ in imports_of(path):
        assert not module.startswith(("django", "tantivy", "simple_history", "project")), module


def test_every_exception_is_needed() -> None:
    used = {(room_of(path), other) for path in modules() for other in rooms_imported(path)}
    assert set(SIDEWAYS) <= used
    assert all((ROOT / path).exists() for path in UNTESTED)


def test_modules_do_not_import_each_other_in_a_circle() -> None:
    names = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in modules()}
    arrows: dict[str, set[str]] = defaultdict(set)
    for name, path in names.items():
        for module, taken in imports_of(path):
            arrows[name].update(each for each in (module, *(f"{module}.{t}" for t in taken))
                                if each in names and each != name)  # fmt: skip
    cleared: set[str] = set()

    def walk(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, " -> ".join([*way[way.index(name) :], name])
        if name not in cleared:
            for other in sorted(arrows[name]):
                walk(other, (*way, name))
            cleared.add(name)

    for name in sorted(names):
        walk(name, ())


# Templates --------------------------------------------------------------------------------------


def templates() -> list[Path]:
    return sorted(path for path in TEMPLATES.rglob("*") if path.is_file())


def tags_loaded(path: Path) -> set[str]:
    """The tag libraries of ours that a template loads."""
    ours = {library.stem for library in (CITATIONS / "templatetags").glob("*.py")}
    loaded = re.findall(r"\{% load ([^%]*)%\}", path.read_text())
    return {name for names in loaded for name in names.split()} & ours


def rooms_that_render(template: Path) -> set[str]:
    name = f'"{template.relative_to(TEMPLATES)}"'
    return {room_of(path) for path in modules() if name in path.read_text()}


@pytest.mark.parametrize("path", templates(), ids=short)
def test_templates_are_rendered_from_above_and_load_tags_from_below(path: Path) -> None:
    if "jinja2" in path.relative_to(TEMPLATES).parts:
        assert rooms_that_render(path) <= {"jinja2", "templatetags"}
        return
    for room in rooms_that_render(path):
        assert LAYER[room] < LAYER["templates"], f"{room} may not render a template"
    for library in tags_loaded(path):
        for room in rooms_imported(CITATIONS / "templatetags" / f"{library}.py"):
            assert LAYER[room] > LAYER["templates"], f"{library} imports {room}"


def test_public_templates_take_nothing_from_the_admin() -> None:
    for path in templates():
        if "admin" not in path.relative_to(TEMPLATES).parts:
            parents = re.findall(r"\{% (?:extends|include) \"([^\"]+)\"", path.read_text())
            assert not [name for name in parents if name.startswith("admin/")], path


# Sizes and names --------------------------------------------------------------------------------


def test_no_folder_has_more_than_twelve_modules() -> None:
    counts = Counter(path.parent for path in modules() if path.parent.name != "commands")
    assert not {short(folder): n for folder, n in counts.items() if n > MOST_MODULES}


def test_no_module_is_loose() -> None:
    loose = {path.name for path in CITATIONS.glob("*.py")}
    assert loose == {"__init__.py", "apps.py", "urls.py"}


def test_no_module_is_too_long_or_a_junk_drawer() -> None:
    for path in modules():
        assert path.stem not in FORBIDDEN_STEMS, path
        assert len(path.read_text().splitlines()) <= MOST_LINES, path


def test_commands_only_call_what_is_below() -> None:
    for path in (CITATIONS / "management" / "commands").glob("*.py"):
        assert len(path.read_text().splitlines()) <= 40, path


def test_module_names_are_unique() -> None:
    stems = defaultdict(list)
    for path in modules():
        if path.parent.name != "commands":  # a command is named as it is typed
            stems[path.stem].append(short(path))
    assert not {s: paths for s, paths in stems.items() if len(paths) > 1 and s not in SHARED_STEMS}


def public_classes(path: Path) -> list[str]:
    classes = [node for node in tree_of(path).body if isinstance(node, ast.ClassDef)]
    return [node.name for node in classes if not node.name.startswith("_")]


def test_class_names_are_unique() -> None:
    homes = defaultdict(list)
    for path in modules():
        for name in public_classes(path):
            homes[name].append(short(path))
    assert not {
        c: paths for c, paths in homes.items() if len(paths) > 1 and c not in SHARED_CLASSES
    }


def functions_of(path: Path) -> Iterator[tuple[str, ast.FunctionDef]]:
    """(class or "", function) of all functions that are neither filters nor properties."""
    for node in tree_of(path).body:
        if isinstance(node, ast.FunctionDef):
            yield "", node
        elif isinstance(node, ast.ClassDef):
            if "QuerySet" in node.name:
                continue
            for method in node.body:
                if isinstance(method, ast.FunctionDef):
                    decorators = {ast.unparse(each) for each in method.decorator_list}
                    if not decorators & {"property", "cached_property"}:
                        yield node.name, method


@pytest.mark.parametrize("path", modules(), ids=short)
def test_functions_are_named_by_what_they_do(path: Path) -> None:
    bare = [
        f"{owner}.{f.name}" for owner, f in functions_of(path) if f.name.lstrip("_") in BARE_WORDS
    ]
    assert not bare


def test_struck_module_names_do_not_come_back() -> None:
    assert not [short(path) for path in modules() if path.stem in STRUCK_STEMS]


def texts_for_people() -> list[Path]:
    documents = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]
    scripts = list((CITATIONS / "static").rglob("*.js"))
    return [*modules(), *(ROOT / "project").glob("*.py"), *templates(), *scripts, *documents]


@pytest.mark.parametrize("path", texts_for_people(), ids=short)
def test_struck_phrases_do_not_come_back(path: Path) -> None:
    text = path.read_text()
    assert not [phrase for phrase in STRUCK_PHRASES if phrase in text]


def test_no_private_name_crosses_a_module() -> None:
    for path in modules():
        for module, names in imports_of(path):
            private = [name for name in names if name.startswith("_") and name != "__version__"]
            assert not (module.startswith("citations") and private), f"{path}: {private}"


# Tests and documents mirror the house -----------------------------------------------------------


@pytest.mark.parametrize("path", modules(), ids=short)
def test_every_module_has_a_test_at_its_path(path: Path) -> None:
    if short(path) in UNTESTED:
        return
    folder = TESTS / path.relative_to(CITATIONS).parent
    named = [*folder.glob(f"test_{path.stem}.py"), *folder.glob(f"test_{path.stem}_*.py")]
    assert named, f"no {folder.relative_to(ROOT)}/test_{path.stem}.py"


def test_the_architecture_page_names_every_room() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text()
    rooms = {room_of(path) for path in modules()} - {"apps", "urls"}
    assert not [room for room in sorted(rooms) if f"`{room}`" not in page]
    assert rooms | {"templates", "urls", "apps"} == set(LAYER)


def test_the_top_level_stays_as_it_is() -> None:
    allowed = {
        *("manage.py", "pyproject.toml", "README.md", "citations", "project", "fixtures", "tests"),
        *("templates", "Makefile", "requirements", "package.json", "package-lock.json", "docs"),
        *("deploy", "LICENSE", "NOTICE", "CHANGELOG.md", "CONTRIBUTING.md", "node_modules", "data"),
    }
    here = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert here <= allowed
