"""What can be done with a parsed query: changed, searched elsewhere, kept within its limits."""

from datetime import date

from citations.query.ast import AllOf, AnyOf, DateRange, Phrase, Prefix, Word
from citations.query.parser import MAX_CHARACTERS, MAX_TERMS, Query, parse_query

A, B, C = Word("a"), Word("b"), Word("c")
IN_2022 = DateRange("said", date(2022, 1, 1), date(2022, 12, 31), "2022")


def test_it_gives_the_words_to_highlight():
    query = parse_query('a "b c" tre* -war x OR -y OR speaker:z a said:2022')
    assert query.highlight_terms == (A, Phrase("b c"), Prefix("tre"), Word("x"))


def test_it_is_empty_when_nothing_was_asked():
    assert Query().is_empty
    assert parse_query('- "').is_empty
    assert not parse_query("-war").is_empty


def test_it_can_drop_a_condition():
    query = parse_query("a OR b c said:2022")
    assert query.without(AnyOf((A, B))).to_text() == "c said:2022"
    assert query.without(IN_2022).root == AllOf((AnyOf((A, B)), C))


def test_it_gives_the_plain_words_that_can_be_misspelt():
    query = parse_query('a "b c" tre* -war x OR -y OR speaker:z a said:2022')
    assert query.plain_words == (A, Word("x"))


def test_it_can_look_around_the_quotations_instead():
    query = parse_query('a "b c" tre* -war x OR -y OR speaker:z said:2022')
    assert query.in_context().to_text() == (
        'context:a context:"b c" context:tre* -context:war '
        "context:x OR -context:y OR speaker:z said:2022"
    )


def test_it_can_replace_a_plain_word_everywhere():
    query = parse_query('a "a b" a* b OR a -a speaker:a')
    assert query.with_word("a", "c").to_text() == 'c "a b" c b OR c -c speaker:a'
    assert query.with_word("x", "c").root == query.root


def test_a_changed_query_keeps_every_condition_and_says_nothing_of_the_old():
    longest = parse_query(" ".join(["abcdefgh"] * MAX_TERMS) + " -").in_context()
    assert len(longest.root.nodes) == MAX_TERMS
    assert longest.ignored == ()
    assert parse_query('a "b').without(A) == Query(AllOf((B,)))


def test_it_says_the_same_thing_once():
    assert len(parse_query("a* a* a*").ignored) == 1


def test_it_ignores_what_is_beyond_the_longest_query():
    query = parse_query("a" * MAX_CHARACTERS + "b c")
    assert query.root.nodes == (Word("a" * MAX_CHARACTERS),)
    assert "b c and everything after it was left out: a query has at most 512" in str(
        query.ignored[0]
    )
    assert parse_query(" " * 1000 + "a" + " " * 1000).ignored == ()


def test_it_ignores_terms_beyond_the_most():
    query = parse_query("a " * MAX_TERMS + "b c")
    assert query.root.nodes == (A,) * MAX_TERMS
    assert [ignored.text for ignored in query.ignored] == ["b"]
    (chain,) = parse_query(" OR ".join(["a"] * (MAX_TERMS + 1))).root.nodes
    assert chain == AnyOf((A,) * MAX_TERMS)


def test_a_note_repeats_no_more_than_a_line():
    (note,) = parse_query("mode:" + "x" * 400).ignored
    assert len(note.text) == 40
