"""A text for every rule of the extraction: exactly that rule finds who speaks in it."""

# By rule: the text, its last speaker, and its language.
RULE_EXAMPLES = {
    "after": ("“We go,” Ana Duarte said.", "Ana Duarte", "en"),
    "after-inverted": ("“We go,” said Ana Duarte.", "Ana Duarte", "en"),
    "after-japanese": ("「橋は歌っていた」と白川瞳氏は述べた。", "白川瞳", "ja"),
    "before": ("Ana Duarte said on Monday that it was “a bargain”.", "Ana Duarte", "en"),
    "according-to": ("“We go,” according to Ana Duarte.", "Ana Duarte", "en"),
    "dash": ("“We go.” — Ana Duarte", "Ana Duarte", "en"),
    "label": ("Ana Duarte, mayor: “We go.”", "Ana Duarte", "en"),
    "colon": ("Ana Duarte had a hat and a plan: “We go.”", "Ana Duarte", "en"),
    "owner": ("Then came Ana Duarte’s answer: “We go.”", "Ana Duarte", "en"),
    "announced": ("Ana Duarte had this to say: “We go.”", "Ana Duarte", "en"),
    "credit": ("“We go, and the river comes with us.” [Ana Duarte]", "Ana Duarte", "en"),
    "handle": ("@ana_duarte: “We go”", "@ana_duarte", "en"),
    "caption": ("Ana Duarte captioned her photo “We go.” It was liked.", "Ana Duarte", "en"),
    "voice": ("“We go.” The voice was that of Ana Duarte.", "Ana Duarte", "en"),
    "speech-noun": ("Ana Duarte’s claim that it was “a bargain” did not last.", "Ana Duarte", "en"),
    "stance": ("Ana Duarte thanked the crew for “staying awake”.", "Ana Duarte", "en"),
    "aside": ("The “endless” parade, Ana Duarte said, was over.", "Ana Duarte", "en"),
    "agent": ("The fee was dubbed “a fine” by Ana Duarte.", "Ana Duarte", "en"),
    "is-how": ("“A shame” is how Ana Duarte described it.", "Ana Duarte", "en"),
    "wording": (
        "The phrase used by Ana Duarte was harsher than the wording “we go” was called.",
        "Ana Duarte",
        "en",
    ),
    "sentence-before": ("Ana Duarte said it was late. “We go.”", "Ana Duarte", "en"),
    "subject-before": ("Ana Duarte sat down in the hall. “We go.”", "Ana Duarte", "en"),
    "carried": (
        "“We go,” said Ana Duarte. The crowd had left by then. “It is late.”",
        "Ana Duarte",
        "en",
    ),
    "any-verb": ("“We go,” purred Ana Duarte.", "Ana Duarte", "en"),
    "unknown-verb": ("„Wir gehen“, zwirbelte Anna Duhme.", "Anna Duhme", "de"),
    "dropped-subject": (
        "Ana Duarte llegó tarde a la plaza. «Nos vamos», dijo.",
        "Ana Duarte",
        "es",
    ),
    "transcript": (
        (
            "ANA DUARTE: Good evening to all of you.\n\nBEN OKORO: And to you.\n\n"
            "ANA DUARTE: We go now."
        ),
        "Ana Duarte",
        "en",
    ),
    "question-answer": (
        (
            "Ana Duarte builds boats. Ben Okoro spoke to her.\n\nQ: Where do you build them?\n\n"
            "A: In the old hall by the river.\n\nQ: And in winter?\n\nA: We go home."
        ),
        "Ana Duarte",
        "en",
    ),
    "byline": (
        (
            "My harbour\nBy ANA DUARTE\n\nI was asked to be brief. I shall try.\n\n"
            "Our harbour is shallow, and so are my notes."
        ),
        "Ana Duarte",
        "en",
    ),
    "signature": (
        (
            "Dear Mr. Okoro,\n\nI was asked to be brief. I shall try.\n\n"
            "Our harbour is shallow, and so are my notes.\n\nYours sincerely,\n\nAna Duarte"
        ),
        "Ana Duarte",
        "en",
    ),
    "unsupported-language": ("„Lähme nüüd ära siit,“ ütles Anna Tamm hilja õhtul.", "", "et"),
    "unattributed": ("“We go.” It was late.", "", "en"),
}
