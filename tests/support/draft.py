"""A draft with twelve quotations of the seeds, some of them spoiled, and what is right of each."""

REGRET = "the issue of the Northern Territories has not been resolved"

# The paragraph, the verdict, and the flags.
TWELVE: list[tuple[str, str, list[str]]] = [
    ("“We all fear we will have to start from scratch,” Tsunoka Yasuji said.", "verbatim", []),
    (
        '"I ended up understanding their ways of thinking," Fukuzawa said. "I\'m so disappointed."',
        "typographic",
        [],
    ),
    ("“All the former islanders … are in shock,” said Yasuji Tsunoka.", "abridged", []),
    (
        "“[T]he issue of the Northern Territories … has not been concluded,” Kishida said.",
        "abridged",
        ["gap"],
    ),
    (f"“Regrettably, {REGRET.replace('issue', 'question')},” Kishida said.", "altered", []),
    (f"“Regrettably, {REGRET.replace('not ', '')},” Fumio Kishida said.", "altered", []),
    (
        "“We are back to the beginning 78 years after the end of the war,” Tsunoka said.",
        "altered",
        [],
    ),
    (
        "“We’re back to square one and nobody helps us,” Fukuzawa Hideo said.",
        "over_quoted",
        [],
    ),
    (
        "“Resuming the exchange activities is one of the top priorities,” Hayashi Yoshimasa said.",
        "verbatim",
        ["speaker"],
    ),
    (f"On Feb. 9, 2024, Prime Minister Kishida said: “{REGRET}”", "verbatim", ["date"]),
    (f"“{REGRET},” Foreign Minister Kishida Fumio said.", "verbatim", ["position"]),
    ("“The harbour will be open again in spring,” Hayashi said.", "unknown", []),
]
TEXT = "The islands\n\n" + "\n\n".join(paragraph for paragraph, _, _ in TWELVE) + "\n"
