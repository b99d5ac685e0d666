"""Queries that the query language cannot use as written, and what is made of them."""

# The query as typed; what is searched; how the first note begins; the repaired query.
BROKEN_QUERIES = [
    # not a date: repaired as far as the calendar allows
    ("said:yesterday", "", "said:yesterday is not a date and was left out; write said:2022, ", ""),
    ("a said:2022-13", "a", "said:2022-13 is not a date", "a said:2022"),
    ("said:2023-02-30", "", "said:2023-02-30 is not a date", "said:2023-02"),
    ("said:2022-2-7", "", "said:2022-2-7 is not a date", "said:2022-02-07"),
    ("said:2022.02.07", "", "said:2022.02.07 is not a date", "said:2022-02-07"),
    ("said:07/02/2022", "", "said:07/02/2022 is not a date", "said:2022"),  # which is the month?
    ("said:feb-2022", "", "said:feb-2022 is not a date", "said:2022"),
    ("said:20221", "", "said:20221 is not a date", ""),  # a digit too many
    ("said:" + "1" * 99, "", "said:1111", ""),  # far too long
    # not a range
    ("said:2024..2022", "", "said:2024..2022 ends before it begins", "said:2022..2024"),
    ("said:2022–2024", "", "said:2022-2024 is not a date", "said:2022..2024"),  # a dash
    ("said:2022..2023-13", "", "said:2022..2023-13 is not a date", "said:2022..2023"),
    ("said:2022..now", "", "said:2022..now is not a date", "said:2022.."),
    ("said:x..2022", "", "said:x..2022 is not a date", "said:..2022"),
    ("said:>=2022", "", "said:>=2022 is not a date", "said:2022.."),  # another engine's way
    ("published:<2022", "", "published:<2022 is not a date", "published:..2021-12-31"),
    ("said:<=2022", "", "said:<=2022 is not a date", "said:..2022"),
    ("said:>2022-02", "", "said:>2022-02 is not a date", "said:2022-03-01.."),
    ("said:<0001", "", "said:<0001 is not a date", ""),  # nothing is before it
    ("said:1990s", "", "said:1990s is not a date", "said:199X"),
    ("said:..", "", "said: has no value right after its colon and was left out", ""),
    ("said:{..2022,2023..}", "", "said:{..2022,2023..} is not a date", "said:2022..2023"),
    # a space after the colon
    ("speaker: kishida", "kishida", "speaker: has no value right after its", "speaker:kishida"),
    ('-speaker: "a b"', '"a b"', "speaker: has no value right after its", '-speaker:"a b"'),
    ("said: 2022 a", "2022 a", "said: has no value right after its colon", "said:2022 a"),
    ("mode: loud", "loud", "mode: has no value right after its colon", "loud"),  # no value of it
    ('speaker:"" a', "a", "speaker: has no value right after its colon", "a"),
    ("place:", "", "place: has no value right after its colon and was left out; write place:n", ""),
    # a value that does not exist
    ("mode:spoken", "", "mode:spoken is not a mode of quoting and was left out; write mode:", ""),
    ("mode:dirct a", "a", "mode:dirct is not a mode of quoting", "mode:direct a"),  # a slip
    ("mode:ind", "", "mode:ind is not a mode of quoting", "mode:indirect"),  # its beginning
    ("standing:no a", "a", "standing:no is not a standing and was left out; write standing:a", "a"),
    ("standing:dispute", "", "standing:dispute is not a standing", "standing:disputed"),
    ("lang:english", "", "lang:english is not a language tag", "lang:en"),
    ("lang:ja_JP", "", "lang:ja_JP is not a language tag", "lang:ja-jp"),
    ("lang:klingonese", "", "lang:klingonese is not a language tag", ""),
    # a field that does not exist: a slip, another engine's name, or words
    ("speeker:kishida", "speeker kishida", "speeker: is not a field, so its", "speaker:kishida"),
    ("sepaker:kish*", "sepaker kish*", "sepaker: is not a field", "speaker:kish*"),
    ("author:kishida", "author kishida", "author: is not a field", "speaker:kishida"),
    ('-auther:"a b"', '-"auther a b"', "auther: is not a field", '-speaker:"a b"'),
    ("lange:deutschland", "lange deutschland", "lange: is not a field", "lange deutschland"),
    ("foo:bar,baz", "foo bar baz", "foo: is not a field", "foo bar baz"),
    ("std::vec", "std vec", "std: is not a field", "std vec"),
    ('foo:"a b" c', 'foo "a b" c', "foo: is not a field", 'foo "a b" c'),
    ("a OR foo:bar", 'a OR "foo bar"', "foo: is not a field", 'a OR "foo bar"'),
    # marks that are never closed
    ('"peace treaty', "peace treaty", '" is never closed, so the words next to', '"peace treaty"'),
    ('peace treaty"', "peace treaty", '" is never closed', '"peace treaty"'),
    ("“peace treaty", "peace treaty", "“ is never closed", '"peace treaty"'),
    ("「平和条約", "平和条約", "「 is never closed", '"平和条約"'),
    ('a -"b c', "a -b c", '" is never closed', 'a -"b c"'),
    ('speaker:"a b', "speaker:a b", '" is never closed', 'speaker:"a b"'),
    ('speaker:a"', "speaker:a", '" is never closed', "speaker:a"),
    ('"a b said:2022', "a b said:2022", '" is never closed', '"a b" said:2022'),
    ('"a OR b', "a OR b", '" is never closed', '"a" OR b'),
    ('"a tre* b', "a tre* b", '" is never closed', '"a" tre* b'),
    ('"a b" c"', '"a b" c', '" is never closed', '"a b" "c"'),
    ('a speaker:b c"', "a speaker:b c", '" is never closed', 'a speaker:b "c"'),
    ('"', "", '" is never closed', ""),
    ('a "', "a", '" is never closed', "a"),
    # phrases without a word
    ('""', "", '"" has no word between its marks and was left out; write "peace treaty"', ""),
    ('a "?!"', "a", '"" has no word between its marks', "a"),
    # OR and AND with one side
    ("OR a", "a", "OR needs a word on either side and was left out; write peace OR treaty", "a"),
    ("peace OR", "peace", "OR needs a word on either side", "peace"),
    ("a OR OR b", "a OR b", "OR needs a word on either side", "a OR b"),
    ("OR", "", "OR needs a word on either side", ""),
    ("AND", "", "AND needs a word on either side and was left out; write peace AND treaty", ""),
    ("a AND", "a", "AND needs a word on either side", "a"),
    # a minus with nothing after it
    ("-", "", "- has no word right after it and was left out; write -war, without a space", ""),
    ("peace -", "peace", "- has no word right after it", "peace"),
    ("peace - war", "peace war", "- has no word right after it", "peace war"),
    # brackets
    ("a -(b OR c) d", "a -b -c d", "-( ) was applied to each of the words", "a -b -c d"),
    ("speaker:(a OR b)", "speaker:a OR speaker:b", "speaker:( ) was", "speaker:a OR speaker:b"),
    ("-speaker:(a b)", "-speaker:a -speaker:b", "-speaker:( ) was", "-speaker:a -speaker:b"),
    ("-(a (b c))", "-a -b -c", "-( ) was applied to each", "-a -b -c"),
    ("-((a b) c) d", "-a -b -c d", "-( ) was applied to each", "-a -b -c d"),
    ("(a b) OR c", "a b OR c", "( ) does not group words: OR applies only to the", "a b OR c"),
    # stars with no meaning
    ("a*", "a", "a* has too few letters before its *, so a was searched as a word; write at", "a"),
    ("speaker:a*", "speaker:a", "speaker:a* has too few letters", "speaker:a"),
    ("wo*man", '"wo man"', "wo*man has a * inside, where it has no meaning", "wo*"),
    ("f*o", '"f o"', 'f*o has a * inside, where it has no meaning, so its parts', '"f o"'),
    # only signs
    ("!!! ?", "", "!!! ? contains nothing to search for; write a word", ""),
    ("*", "", "* contains nothing to search for", ""),
    # too much
    ("a" * 512 + "b c", "a" * 512, "b c and everything after it was left out: a", "a" * 512),
    ("a " * 32 + "b c", "a " * 31 + "a", "b and everything after it was left out", "a " * 31 + "a"),
    # several at once
    ("speeker:a* OR", "speeker a", "speeker: is not a field", "speaker:a"),
    ('"peace said:2022-13 -', "peace", '" is never closed', '"peace" said:2022'),
]  # fmt: skip
