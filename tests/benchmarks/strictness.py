"""How strictly drafts are checked, and how fast, on the quotes of a site.

    DATA_DIR=.cache/bench/sqlite-1000000 .venv/bin/python -m tests.benchmarks.strictness [QUOTES]

Each of a thousand stored quotes, drawn by lot but always the same, is given rightly and spoiled in
eleven ways; the table tells how often each verdict came. Then the time of one quotation, and of a
draft of 64,000 characters with sixty.
"""

import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from random import Random
from statistics import median, quantiles

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings")
django.setup()

from citations.comparison.verdict import FINDING_VERDICTS  # noqa: E402
from citations.drafts.check import check_draft  # noqa: E402  once Django is set up
from citations.drafts.findings import Finding  # noqa: E402
from citations.models import Mode, Quote, Standing  # noqa: E402
from citations.text.tokens import Kind, tokens  # noqa: E402
from tests.benchmarks.spoiled import KINDS, SOUND, SPOILED, WRONG_SPEAKER  # noqa: E402

NUMBER = 1000
LEAST_WORDS = 4
DRAFT, QUOTATIONS = 64_000, 60
FILLING = "The committee met again in the afternoon, and the papers were laid on the table. "
STRANGER = "Ottokar Nyberg"


def drawn(number: int) -> list[Quote]:
    """Published quotes with marks around them that nobody disputes, of four words or more."""
    chance, found = Random("strictness"), []
    quotes = Quote.objects.published().filter(standing=Standing.ACCEPTED)
    quotes = quotes.exclude(mode=Mode.INDIRECT).select_related("speaker")
    highest = Quote.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    while len(found) < number:
        for quote in quotes.filter(pk__in=[chance.randint(1, highest) for _ in range(500)]):
            words = [each for each in tokens(quote.text) if each.kind is Kind.WORD]
            if len(words) >= LEAST_WORDS and "\n" not in quote.text:
                found.append(quote)
    return found[:number]


def draft(words: str, speaker: str) -> str:
    return f"The talks went on.\n\n{speaker} said: “{words}”\n"


def findings(quotes: list[Quote], kind: str) -> Iterator[tuple[str, Finding | None]]:
    """Each quotation as it was given, and what was found of it."""
    spoil, _ = KINDS[kind]
    chance = Random(kind)
    for quote in quotes:
        words = spoil(quote.text, chance)
        speaker = STRANGER if kind == WRONG_SPEAKER else quote.speaker.name
        found = check_draft(draft(words, speaker)).findings
        yield words, found[0] if len(found) == 1 else None


def milliseconds(text: str) -> float:
    start = time.perf_counter()
    check_draft(text)
    return 1000 * (time.perf_counter() - start)


def long_draft(quotes: list[Quote]) -> str:
    """Sixty quotations, spoiled or not, between paragraphs of filling."""
    chance = Random("draft")
    paragraphs = [
        f"“{KINDS[chance.choice(list(KINDS))][0](quote.text, chance)}” {quote.speaker.name} said."
        for quote in quotes[:QUOTATIONS]
    ]
    room = (DRAFT - sum(map(len, paragraphs))) // QUOTATIONS // len(FILLING)
    return "\n\n".join(f"{FILLING * max(room, 1)}\n\n{each}" for each in paragraphs)[:DRAFT]


def say(line: str) -> None:
    print(line, flush=True)  # noqa: T201  its purpose


def main() -> None:
    quotes = drawn(int(sys.argv[1]) if len(sys.argv) > 1 else NUMBER)
    verdicts = [each.value for each in FINDING_VERDICTS]
    say(f"{Quote.objects.count():,} quotes; {len(quotes):,} given in {len(KINDS)} ways.\n")
    say(f"| given | {' | '.join(verdicts)} | not found | right |")
    say(f"| --- |{' ---: |' * (len(verdicts) + 2)}")
    passed = alarms = sound = strangers = 0
    for kind, (_, right) in KINDS.items():
        found = [finding for _, finding in findings(quotes, kind)]
        counts = Counter(each.verdict.value if each else "" for each in found)
        share = sum(counts[each] for each in right) / len(quotes)
        told = " | ".join(str(counts[each] or "") for each in verdicts)
        say(f"| {kind} | {told} | {counts[''] or ''} | {share:.1%} |")
        if kind in SPOILED:
            passed += counts["verbatim"] + counts["typographic"]
        if kind in SOUND:
            sound += len(found)
            alarms += sum(each is None or each.needs_attention for each in found)
        if kind == WRONG_SPEAKER:
            strangers = sum(bool(each and "speaker" in each.flags) for each in found)
    say(f"\nAltered wordings called verbatim or typographic: {passed}")
    say(f"Sound ones that the writer is told to look at: {alarms} of {sound}, {alarms / sound:.2%}")
    say(f"Wrong speakers flagged: {strangers} of {len(quotes)}")
    times = [milliseconds(draft(quote.text, quote.speaker.name)) for quote in quotes[:300]]
    say(f"One quotation: {median(times):.1f} ms, p95 {quantiles(times, n=20)[-1]:.1f} ms")
    text = long_draft(quotes)
    times = [milliseconds(text) for _ in range(5)]
    checked = len(check_draft(text).findings)
    say(f"A draft of {len(text):,} characters, {checked} quotations: {median(times):.0f} ms")


if __name__ == "__main__":
    main()
