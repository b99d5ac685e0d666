"""Sources of every kind that a citation has to come out right for."""

from citations.cite.csl import CslName as Name
from citations.cite.csl import CslSource as Source

KISHIDA = Name("Kishida Fumio", "Kishida", "Fumio")
ABE = Name("Abe Shinzo", "Abe", "Shinzo")
MURAKAMI = Name("村上春樹", "村上", "春樹")
GOGH = Name("Vincent van Gogh", "van Gogh", "Vincent")
KING = Name("Martin Luther King Jr.", "King", "Martin Luther, Jr.")
AGENCY = Name("Kyodo News")
MINISTRY = Name("Ministry of Foreign Affairs of the Russian Federation")
TIES = "Kishida says Japan-Russia ties are ‘difficult’"
SUSPENDED = "Japan-Russia peace talks suspended"

SOURCES = (
    # The seed's headlines
    Source("ties", "webpage", TIES, "en", issued="2024-02-08"),
    Source("suspended", "webpage", SUSPENDED, "en", issued="[2022-03-22..2022-12-31]"),
    Source("newspaper", "article-newspaper", TIES, "en", (AGENCY,), "The Japan Times",
           "2024-02-08", "2026-11-22", "https://example.org/news/ties"),
    # Marks inside marks, and at the end of a title
    Source("double", "article-newspaper", "He said “we will go on”", "en", (ABE,), "The Daily",
           "2019-06-01"),
    Source("both", "article-newspaper", "“The ‘four islands’ are ours”: a speech", "en", (ABE,),
           "The Daily", "2019-06-01"),
    Source("question", "article-magazine", "Who owns the Kurils?", "en", (KISHIDA,), "The Weekly",
           "2020-11"),
    Source("exclamation", "article-magazine", "Stop!", "en", (KISHIDA,), "The Weekly", "2020-11"),
    Source("apostrophe", "article-newspaper", "Moscow’s ‘no’ isn’t the last word", "en", (ABE,),
           "The Daily", "2018-01-31"),
    Source("colon", "article-newspaper", "Islands: what next: a guide", "en", (ABE,), "The Daily",
           "2018-01-31"),
    Source("italics", "article-newspaper", "A <i>tour</i> & more", "en", (ABE,), "The Daily",
           "2018-01-31"),
    # Authors: none, one, several, many, organisations, in every order
    Source("nobody", "article-newspaper", "A leader of the paper", "en", (), "The Daily",
           "2021-05-03"),
    Source("two", "article-newspaper", "Talks resume", "en", (KISHIDA, ABE), "The Daily",
           "2021-05-03"),
    Source("three", "article-newspaper", "Talks stall", "en", (KISHIDA, ABE, GOGH), "The Daily",
           "2021-05-03"),
    Source("many", "article-journal", "A survey of talks", "en",
           (KISHIDA, ABE, GOGH, KING, AGENCY, *(Name(f"N{n} A", "A" * n, f"N{n}")
                                              for n in range(1, 20))), "The Journal", "2021"),
    Source("organisation", "report", "Diplomatic Bluebook 2022", "en", (MINISTRY,),
           "Ministry of Foreign Affairs", "2022-09"),
    Source("mixed", "report", "A joint paper", "en", (KISHIDA, MINISTRY), "The Institute", "2016"),
    Source("particle", "article-magazine", "Letters", "en", (GOGH,), "The Weekly", "1999-12-31"),
    Source("junior", "speech", "A dream", "en", (KING,), "The Foundation", "1963-08-28"),
    Source("one-name", "post", "On the islands", "en", (Name("Cicero", "Cicero"),), "A Board",
           "2023-03-03", url="https://example.org/p/1"),
    Source("same-author-1", "article-newspaper", "First", "en", (ABE,), "The Daily", "2019-06-02"),
    Source("same-author-2", "article-newspaper", "Second", "en", (ABE,), "The Daily", "2019-06-03"),
    # Titles that are not English keep their capitals
    Source("japanese", "article-newspaper", "日ロ平和条約交渉が中断", "ja", (MURAKAMI,), "朝日新聞",
           "2022-03-22", url="https://example.jp/a"),
    Source("chinese", "webpage", "日俄和平谈判中断", "zh-Hans", (), "新华社", "2022-03-22"),
    Source("russian", "article-newspaper", "Переговоры прерваны", "ru",
           (Name("Иванов Иван", "Иванов", "Иван"),), "Известия", "2022-03-22"),
    Source("german", "article-newspaper", "Die Gespräche über die „vier Inseln“ ruhen", "de",
           (Name("Karl Müller", "Müller", "Karl"),), "Die Zeitung", "2022-03-22"),
    Source("french", "article-newspaper", "Les « îles » du nord", "fr", (), "Le Journal",
           "2022-03-22"),
    Source("arabic", "article-newspaper", "محادثات السلام", "ar", (), "الجريدة", "2022-03-22"),
    Source("no-language", "webpage", "Some words", "", (), "A Site", "2022"),
    # Dates of every precision
    Source("undated", "webpage", "Undated", "en", (ABE,), "A Site", accessed="2024-03-01",
           url="https://example.org/u"),
    Source("year", "book", "A History of the Islands", "en", (ABE,), "The Press", "1984"),
    Source("month", "article-magazine", "In March", "en", (ABE,), "The Weekly", "2022-03"),
    Source("circa", "document", "A Letter", "en", (ABE,), "The Archive", "1855~"),
    Source("uncertain", "document", "A Note", "en", (ABE,), "The Archive", "1855?"),
    Source("range", "broadcast", "A Series", "en", (ABE,), "NHK", "2022-03-21/2022-12-31"),
    Source("years", "broadcast", "A Long Series", "en", (ABE,), "NHK", "1985/1986"),
    Source("season", "article-magazine", "In Spring", "en", (ABE,), "The Quarterly", "2001-21"),
    Source("decade", "document", "A Map", "en", (ABE,), "The Archive", "199X"),
    Source("one-of", "document", "A Diary", "en", (ABE,), "The Archive", "[1940,1941]"),
    Source("ancient", "document", "A Chronicle", "en", (), "The Archive", "0720"),
    # Kinds, addresses and what is rare
    Source("interview", "interview", "An hour with the minister", "en", (KISHIDA,), "NHK",
           "2022-04-01"),
    Source("speech", "speech", "On the Northern Territories", "en", (KISHIDA,),
           "The Cabinet Office", "2024-02-07"),
    Source("address", "webpage", "An address", "en", (), "A Site", "2022-01-01", "2024-01-01",
           "https://example.org/a?b=1&c=%E5%B2%B8#d_e"),
    Source("long", "webpage", "word " * 60 + "end", "en", (ABE,), "A Site", "2022-01-01"),
    Source("untitled", "post", "Untitled", "en", (AGENCY,), "", "2022-01-01"),
)  # fmt: skip
