"""Hypothesis strategies for any text that somebody may type into the search box."""

from hypothesis import strategies as st

from citations.query.terms import FIELD_EXAMPLES

QUERY_PIECES = st.sampled_from(
    [*"ab岸éʼ´*-–:.,;'|()[]{}<=~^+#@/?!_1", *'"“”„«»「」', "\0", "\u0301", "\u0338", "\u200b"]
    + ["  ", "OR", "AND", "''", "..", "ﷺ", "½", "\ud800", "2022", "foo:", "direct", "en", " OR "]
    + [" - ", " – ", "-(", "speeker:", "said: ", "2022-13", "2024..2022", "ab*c", "english"]
    + [f"{field}:" for field in FIELD_EXAMPLES]
)
ANY_TEXT = st.text(st.characters(), max_size=600) | st.lists(QUERY_PIECES, max_size=60).map("".join)
