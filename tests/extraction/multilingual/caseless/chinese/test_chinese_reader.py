"""Chinese quotations get the right speaker, or none."""

import pytest

from tests.support.attributed_texts import AttributedText, expected_in, quoted_in

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
        "an organisation",
        "青石市气象局表示：“云已经走了。”",
        (("云已经走了。", "青石市气象局"),),
    ),
    AttributedText(
        "one speaker 1",
        "白沙镇党委书记邢志远在会上强调：“路修好了，人才会回来。”",
        (("路修好了，人才会回来。", "邢志远"),),
    ),
    AttributedText(
        "one speaker 2",
        "“雪吃掉了声音。”登山向导莫大伟望着山谷说。",
        (("雪吃掉了声音。", "莫大伟"),),
    ),
    AttributedText(
        "one speaker 3",
        "陶艺家侯佳宁告诉记者，“泥土记得谎言”。",
        (("泥土记得谎言", "侯佳宁"),),
    ),
    AttributedText(
        "one speaker 4",
        "据锁匠尹长庚介绍，“钥匙总在邻居家里”。",
        (("钥匙总在邻居家里", "尹长庚"),),
    ),
    AttributedText(
        "one speaker 5",
        "“剧本我扔进海里了。”演员花若曦含泪说道。",
        (("剧本我扔进海里了。", "花若曦"),),
    ),
    AttributedText(
        "one speaker 6",
        "植物学家钟子期教授打开了温室。“花不认识星期几。”钟教授解释说。",
        (("花不认识星期几。", "钟子期"),),
    ),
    AttributedText(
        "one speaker 7",
        "新任市长窦明哲发表讲话。他指出，“承诺比纸重”，并感谢了选民。",
        (("承诺比纸重", "窦明哲"),),
    ),
    AttributedText(
        "one speaker 8",
        "外交部发言人简云飞在例行记者会上回应称：“门一直开着。”",
        (("门一直开着。", "简云飞"),),
    ),
    AttributedText(
        "one speaker 9",
        "該校校長范姜秀玲說：「鐘聲比學生守時。」",
        (("鐘聲比學生守時。", "范姜秀玲"),),
    ),
    AttributedText(
        "one speaker 10",
        "美国总统罗伯特·哈丁说：“桥会建成的。”",
        (("桥会建成的。", "罗伯特·哈丁"),),
    ),
    AttributedText(
        "one speaker 11",
        "老站长邱福来今年七十岁。“火车没老，老的是我。”邱福来笑着说。",
        (("火车没老，老的是我。", "邱福来"),),
    ),
    AttributedText(
        "one speaker 12",
        "“谁来数星星？”研究员卜雅文问道。没有人回答。",
        (("谁来数星星？", "卜雅文"),),
    ),
    AttributedText(
        "one speaker 13",
        "围棋手聂晓峰坦承“下错了一步”，随后离开了赛场。",
        (("下错了一步", "聂晓峰"),),
    ),
    AttributedText(
        "one speaker 14",
        "理发师汪根生剪了五十年头发。“头发比谣言长得快。”说这话时，他眯起了眼睛。",
        (("头发比谣言长得快。", "汪根生"),),
    ),
    AttributedText(
        "one speaker 15",
        "石门县水务局副局长钱守义说：“水不等人，等人的是文件。”工程将在秋天动工。",
        (("水不等人，等人的是文件。", "钱守义"),),
    ),
    AttributedText(
        "one speaker 16",
        "“树枝是不听话的学生，”盆景师云松年说。他守着同一个花盆六十年。",
        (("树枝是不听话的学生", "云松年"),),
    ),
    AttributedText(
        "one speaker 17",
        "“锅洗得太勤，”第四代传人樊宗泽笑道，“会忘记味道。”",
        (("锅洗得太勤|会忘记味道。", "樊宗泽"),),
    ),
    AttributedText(
        "one speaker 18",
        "女警濮阳惠每天站在路口。“迷路的人都在地图外面，”她苦笑着说。",
        (("迷路的人都在地图外面", "濮阳惠"),),
    ),
    AttributedText(
        "one speaker 19",
        "青叶大学校长闻海涛为公告的错误道歉。“我们漏了一个字，”校长挠着头说。",
        (("我们漏了一个字", "闻海涛"),),
    ),
    AttributedText(
        "one speaker 20",
        "電影評論家紀純一坦承：「我在首映睡著了。」觀眾哄堂大笑。",
        (("我在首映睡著了。", "紀純一"),),
    ),
    AttributedText(
        "one speaker 21",
        "“猫会读报纸。”书店老板牛思远骄傲地说。店里有十只猫。",
        (("猫会读报纸。", "牛思远"),),
    ),
    AttributedText(
        "one speaker 22",
        "市长赖文博走出会场。赖市长只说了一句：“不予置评。”",
        (("不予置评。", "赖文博"),),
    ),
    AttributedText(
        "one speaker 23",
        "烟花师匡铁成点燃引线，低声说：“由风决定。”",
        (("由风决定。", "匡铁成"),),
    ),
    AttributedText(
        "one speaker 24",
        "沙河市博物馆副馆长康庭芳表示：“展品不睡觉，睡觉的是电灯。”闭馆将持续三个月。",
        (("展品不睡觉，睡觉的是电灯。", "康庭芳"),),
    ),
    AttributedText(
        "one speaker 25",
        "“木头忘不了大海，”造船师傅颜广海说。他修了一辈子帆船。",
        (("木头忘不了大海", "颜广海"),),
    ),
    AttributedText(
        "one speaker 26",
        "“铁不会撒谎，”铁匠秦守义盯着炉火说，“人会。”",
        (("铁不会撒谎|人会。", "秦守义"),),
    ),
    AttributedText(
        "one speaker 27",
        "设计师祝晓薇画了三十年迷宫。“迷宫有三个出口，”她透露。",
        (("迷宫有三个出口", "祝晓薇"),),
    ),
    AttributedText(
        "one speaker 28",
        "農會理事長葛宏達坦言：「我們種錯了季節。」",
        (("我們種錯了季節。", "葛宏達"),),
    ),
    AttributedText(
        "one speaker 29",
        "卫生局局长孔令泉昨天来到医院。“病人比我早到，”局长打趣说。",
        (("病人比我早到", "孔令泉"),),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case.kind for case in CASES])
def test_the_speaker_is_the_one_of_the_text(case: AttributedText) -> None:
    assert quoted_in(case.text) == expected_in(case)
