"""Chinese words that nobody says are no quotations, and doubt leaves the speaker open."""

import pytest

from tests.support.attributed_texts import AttributedText, expected_in, quoted_in

_P = "partial"

CASES = [
    AttributedText(
        "somebody without a name leaves it open",
        "一位游客说：“灯塔比照片矮。”",
        (("灯塔比照片矮。", ""),),
    ),
    AttributedText(
        "two people could have spoken",
        "木匠程国栋和木匠卢志刚在桥上相遇。“木头记仇。”他说。",
        (("木头记仇。", ""),),
    ),
    AttributedText(
        "titles and plans are nobody's words",
        "作家沈亦舟的小说《雨的地图》获得“金钟奖”，所谓“老城新生”工程将于六月启动。",
    ),
    AttributedText(
        "an inscription is nobody's words",
        "门口的牌子上写着“内有恶犬”，路边店铺名为“潮声茶馆”。",
    ),
    AttributedText(
        "words at a distance are nobody's words",
        "这座“空城”每到夏天就热闹起来，“夜市经济”成了新的话题。",
    ),
    AttributedText(
        "open 1",
        "铁路公司董事长鲁卫国称：“晚点是一种文化。”一名乘客反驳道：“文化不等人。”",
        (
            ("晚点是一种文化。", "鲁卫国"),
            ("文化不等人。", ""),
        ),
    ),
    AttributedText(
        "open 2",
        "面包师傅康丽华回忆，祖母常对她说：“烤焦几次就会了。”",
        (("烤焦几次就会了。", ""),),
    ),
    AttributedText(
        "open 3",
        "他把这次演出称为“一场安静的失败”，观众则沉默不语。",
        (("一场安静的失败", "", _P),),
    ),
    AttributedText(
        "open 4",
        "社区开展“邻里一家亲”活动，居民们纷纷点赞。",
    ),
    AttributedText(
        "open 5",
        "李建国和王秀英夫妇说：“我们不搬。”",
        (("我们不搬。", ""),),
    ),
    AttributedText(
        "open 6",
        "有人喊：“再来一杯！”",
        (("再来一杯！", ""),),
    ),
    AttributedText(
        "open 7",
        "横幅上写着“欢迎回家”，广播里放着《故乡的歌》。",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case.kind for case in CASES])
def test_nobody_is_named_where_the_text_leaves_it_open(case: AttributedText) -> None:
    assert quoted_in(case.text) == expected_in(case)
