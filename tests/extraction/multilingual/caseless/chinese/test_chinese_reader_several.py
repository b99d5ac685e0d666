"""Chinese texts with several quotations: each gets its own speaker."""

import pytest

from tests.support.attributed_texts import AttributedText, expected_in, quoted_in

CASES = [
    AttributedText(
        "he and she",
        "牧民巴志强和兽医柳雪梅站在围栏旁。“羊瘦了。”他说。“羊老了。”她回答。",
        (
            ("羊瘦了。", "巴志强"),
            ("羊老了。", "柳雪梅"),
        ),
    ),
    AttributedText(
        "the words go on behind the speaker",
        "“这条路是我父亲修的。”石匠阮天明说。“我只修补了他的影子。”",
        (
            ("这条路是我父亲修的。", "阮天明"),
            ("我只修补了他的影子。", "阮天明"),
        ),
    ),
    AttributedText(
        "somebody addressed does not speak",
        "记者问邮递员柯建军，他回答：“信比人走得慢。”教师梁佩玲对柯建军说：“人也会迟到。”",
        (
            ("信比人走得慢。", "柯建军"),
            ("人也会迟到。", "梁佩玲"),
        ),
    ),
    AttributedText(
        "a foreign name",
        "指挥家马可·贝里尼表示：“沉默也是音符。”贝里尼还说：“掌声放在最后。”",
        (
            ("沉默也是音符。", "马可·贝里尼"),
            ("掌声放在最后。", "马可·贝里尼"),
        ),
    ),
    AttributedText(
        "several quotations 1",
        "教练霍刚赛后说，“输掉比赛的不是天气。”他还表示：“下周见。”",
        (
            ("输掉比赛的不是天气。", "霍刚"),
            ("下周见。", "霍刚"),
        ),
    ),
    AttributedText(
        "several quotations 2",
        "剧作家柏一鸣和导演甘露站在后台。“台词是电线杆告诉我的。”他说。“电线杆不收稿费。”她接"
        "话道。",
        (
            ("台词是电线杆告诉我的。", "柏一鸣"),
            ("电线杆不收稿费。", "甘露"),
        ),
    ),
    AttributedText(
        "several quotations 3",
        "鸡蛋协会会长堵彩霞表示，鸡蛋并不贵，“贵的是时间”。她补充说：“早上五点来看看。”",
        (
            ("贵的是时间", "堵彩霞"),
            ("早上五点来看看。", "堵彩霞"),
        ),
    ),
    AttributedText(
        "several quotations 4",
        "画家滕志远和舞者姜婉婷在后台相遇。“休止符最难。”他说。“站着不动最难。”她反驳。",
        (
            ("休止符最难。", "滕志远"),
            ("站着不动最难。", "姜婉婷"),
        ),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case.kind for case in CASES])
def test_each_quotation_gets_its_own_speaker(case: AttributedText) -> None:
    assert quoted_in(case.text) == expected_in(case)
