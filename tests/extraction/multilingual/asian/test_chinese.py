"""Chinese quotations get the right speaker, or none."""

import pytest

from tests.support.attributed_texts import AttributedText, expected_in, quoted_in

_P = "partial"

CASES = [
    AttributedText(
        "an office, a name and a colon",
        "青石市图书馆馆长邵文渊指出：“书不会逃跑，读者会。”新馆将于明年三月开放。",
        (("书不会逃跑，读者会。", "邵文渊"),),
    ),
    AttributedText(
        "the speaker behind the words",
        "“桥在倒塌之前一直在唱歌，”工程师宋怀远回忆道。调查仍在进行。",
        (("桥在倒塌之前一直在唱歌", "宋怀远"),),
    ),
    AttributedText(
        "two pieces of one sentence",
        "“门票卖完了，”剧院经理蒋若琳说，“可是座位还没到。”",
        (("门票卖完了|可是座位还没到。", "蒋若琳"),),
    ),
    AttributedText(
        "she",
        "钟表匠温静姝修了三十年的表。“表不会说谎，只会迟到，”她笑着说。",
        (("表不会说谎，只会迟到", "温静姝"),),
    ),
    AttributedText(
        "he and she",
        "牧民巴志强和兽医柳雪梅站在围栏旁。“羊瘦了。”他说。“羊老了。”她回答。",
        (("羊瘦了。", "巴志强"), ("羊老了。", "柳雪梅")),
    ),
    AttributedText(
        "traditional characters",
        "博物館館長葉承恩表示：「我們丟了鑰匙，不是丟了鐘。」參觀者都笑了。",
        (("我們丟了鑰匙，不是丟了鐘。", "葉承恩"),),
    ),
    AttributedText(
        "the office again",
        "教育局局长汤若谷昨天访问了山村小学。“孩子们比我起得早，”局长感叹道。",
        (("孩子们比我起得早", "汤若谷"),),
    ),
    AttributedText(
        "surname and office",
        "水利局局长贾明德走上大坝。贾局长说：“水知道自己要去哪里。”",
        (("水知道自己要去哪里。", "贾明德"),),
    ),
    AttributedText(
        "surname and form of address",
        "村民韦秀芬种了一辈子茶。韦女士告诉记者：“茶叶记得雨水。”",
        (("茶叶记得雨水。", "韦秀芬"),),
    ),
    AttributedText(
        "calls it something",
        "诗人冯子谦把这条新路称为“一条没有耐心的河”。",
        (("一条没有耐心的河", "冯子谦", _P),),
    ),
    AttributedText(
        "is called something by somebody",
        "这座塔被建筑师龚立言形容为“一根忘了点燃的蜡烛”。",
        (("一根忘了点燃的蜡烛", "龚立言", _P),),
    ),
    AttributedText(
        "in an interview",
        "厨师邓海生在接受本报记者采访时说：“盐最后才放，话最后才说。”",
        (("盐最后才放，话最后才说。", "邓海生"),),
    ),
    AttributedText(
        "a dropped subject",
        "船长罗大川摘下帽子。随后补充说：“我们只迟到了一个世纪。”",
        (("我们只迟到了一个世纪。", "罗大川"),),
    ),
    AttributedText(
        "the words go on behind the speaker",
        "“这条路是我父亲修的。”石匠阮天明说。“我只修补了他的影子。”",
        (("这条路是我父亲修的。", "阮天明"), ("我只修补了他的影子。", "阮天明")),
    ),
    AttributedText(
        "somebody addressed does not speak",
        "记者问邮递员柯建军，他回答：“信比人走得慢。”教师梁佩玲对柯建军说：“人也会迟到。”",
        (("信比人走得慢。", "柯建军"), ("人也会迟到。", "梁佩玲")),
    ),
    AttributedText(
        "a foreign name",
        "指挥家马可·贝里尼表示：“沉默也是音符。”贝里尼还说：“掌声放在最后。”",
        (("沉默也是音符。", "马可·贝里尼"), ("掌声放在最后。", "马可·贝里尼")),
    ),
    AttributedText(
        "a name of two characters",
        "画家古月走进展厅，说道：“颜料比我干得快。”古月没有再说话。",
        (("颜料比我干得快。", "古月"),),
    ),
    AttributedText(
        "a surname of two characters",
        "评书演员欧阳建平笑道：“故事比我老。”",
        (("故事比我老。", "欧阳建平"),),
    ),
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
        "an organisation",
        "青石市气象局表示：“云已经走了。”",
        (("云已经走了。", "青石市气象局"),),
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
]


@pytest.mark.parametrize("case", CASES, ids=[case.kind for case in CASES])
def test_the_speaker_is_the_one_of_the_text(case: AttributedText) -> None:
    assert quoted_in(case.text) == expected_in(case)
