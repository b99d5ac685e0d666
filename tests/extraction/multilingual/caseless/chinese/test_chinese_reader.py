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
        (
            ("羊瘦了。", "巴志强"),
            ("羊老了。", "柳雪梅"),
        ),
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
    AttributedText(
        "further text 1",
        "白沙镇党委书记邢志远在会上强调：“路修好了，人才会回来。”",
        (("路修好了，人才会回来。", "邢志远"),),
    ),
    AttributedText(
        "further text 2",
        "“雪吃掉了声音。”登山向导莫大伟望着山谷说。",
        (("雪吃掉了声音。", "莫大伟"),),
    ),
    AttributedText(
        "further text 3",
        "陶艺家侯佳宁告诉记者，“泥土记得谎言”。",
        (("泥土记得谎言", "侯佳宁"),),
    ),
    AttributedText(
        "further text 4",
        "据锁匠尹长庚介绍，“钥匙总在邻居家里”。",
        (("钥匙总在邻居家里", "尹长庚"),),
    ),
    AttributedText(
        "further text 5",
        "教练霍刚赛后说，“输掉比赛的不是天气。”他还表示：“下周见。”",
        (
            ("输掉比赛的不是天气。", "霍刚"),
            ("下周见。", "霍刚"),
        ),
    ),
    AttributedText(
        "further text 6",
        "“剧本我扔进海里了。”演员花若曦含泪说道。",
        (("剧本我扔进海里了。", "花若曦"),),
    ),
    AttributedText(
        "further text 7",
        "植物学家钟子期教授打开了温室。“花不认识星期几。”钟教授解释说。",
        (("花不认识星期几。", "钟子期"),),
    ),
    AttributedText(
        "further text 8",
        "铁路公司董事长鲁卫国称：“晚点是一种文化。”一名乘客反驳道：“文化不等人。”",
        (
            ("晚点是一种文化。", "鲁卫国"),
            ("文化不等人。", ""),
        ),
    ),
    AttributedText(
        "further text 9",
        "面包师傅康丽华回忆，祖母常对她说：“烤焦几次就会了。”",
        (("烤焦几次就会了。", ""),),
    ),
    AttributedText(
        "further text 10",
        "新任市长窦明哲发表讲话。他指出，“承诺比纸重”，并感谢了选民。",
        (("承诺比纸重", "窦明哲"),),
    ),
    AttributedText(
        "further text 11",
        "外交部发言人简云飞在例行记者会上回应称：“门一直开着。”",
        (("门一直开着。", "简云飞"),),
    ),
    AttributedText(
        "further text 12",
        "該校校長范姜秀玲說：「鐘聲比學生守時。」",
        (("鐘聲比學生守時。", "范姜秀玲"),),
    ),
    AttributedText(
        "further text 13",
        "美国总统罗伯特·哈丁说：“桥会建成的。”",
        (("桥会建成的。", "罗伯特·哈丁"),),
    ),
    AttributedText(
        "further text 14",
        "他把这次演出称为“一场安静的失败”，观众则沉默不语。",
        (("一场安静的失败", "", _P),),
    ),
    AttributedText(
        "further text 15",
        "老站长邱福来今年七十岁。“火车没老，老的是我。”邱福来笑着说。",
        (("火车没老，老的是我。", "邱福来"),),
    ),
    AttributedText(
        "further text 16",
        "“谁来数星星？”研究员卜雅文问道。没有人回答。",
        (("谁来数星星？", "卜雅文"),),
    ),
    AttributedText(
        "further text 17",
        "社区开展“邻里一家亲”活动，居民们纷纷点赞。",
    ),
    AttributedText(
        "further text 18",
        "李建国和王秀英夫妇说：“我们不搬。”",
        (("我们不搬。", ""),),
    ),
    AttributedText(
        "further text 19",
        "围棋手聂晓峰坦承“下错了一步”，随后离开了赛场。",
        (("下错了一步", "聂晓峰"),),
    ),
    AttributedText(
        "further text 20",
        "理发师汪根生剪了五十年头发。“头发比谣言长得快。”说这话时，他眯起了眼睛。",
        (("头发比谣言长得快。", "汪根生"),),
    ),
    AttributedText(
        "further text 21",
        "石门县水务局副局长钱守义说：“水不等人，等人的是文件。”工程将在秋天动工。",
        (("水不等人，等人的是文件。", "钱守义"),),
    ),
    AttributedText(
        "further text 22",
        "“树枝是不听话的学生，”盆景师云松年说。他守着同一个花盆六十年。",
        (("树枝是不听话的学生", "云松年"),),
    ),
    AttributedText(
        "further text 23",
        "“锅洗得太勤，”第四代传人樊宗泽笑道，“会忘记味道。”",
        (("锅洗得太勤|会忘记味道。", "樊宗泽"),),
    ),
    AttributedText(
        "further text 24",
        "女警濮阳惠每天站在路口。“迷路的人都在地图外面，”她苦笑着说。",
        (("迷路的人都在地图外面", "濮阳惠"),),
    ),
    AttributedText(
        "further text 25",
        "剧作家柏一鸣和导演甘露站在后台。“台词是电线杆告诉我的。”他说。“电线杆不收稿费。”她接"
        "话道。",
        (
            ("台词是电线杆告诉我的。", "柏一鸣"),
            ("电线杆不收稿费。", "甘露"),
        ),
    ),
    AttributedText(
        "further text 26",
        "青叶大学校长闻海涛为公告的错误道歉。“我们漏了一个字，”校长挠着头说。",
        (("我们漏了一个字", "闻海涛"),),
    ),
    AttributedText(
        "further text 27",
        "電影評論家紀純一坦承：「我在首映睡著了。」觀眾哄堂大笑。",
        (("我在首映睡著了。", "紀純一"),),
    ),
    AttributedText(
        "further text 28",
        "鞋匠凤长林称这双鞋是“一封走路的信”。他的回忆录《脚踝》已再版，“慢走街区”项目下月启动。",
        (("一封走路的信", "凤长林", _P),),
    ),
    AttributedText(
        "further text 29",
        "“猫会读报纸。”书店老板牛思远骄傲地说。店里有十只猫。",
        (("猫会读报纸。", "牛思远"),),
    ),
    AttributedText(
        "further text 30",
        "市长赖文博走出会场。赖市长只说了一句：“不予置评。”",
        (("不予置评。", "赖文博"),),
    ),
    AttributedText(
        "further text 31",
        "烟花师匡铁成点燃引线，低声说：“由风决定。”",
        (("由风决定。", "匡铁成"),),
    ),
    AttributedText(
        "further text 32",
        "有人喊：“再来一杯！”",
        (("再来一杯！", ""),),
    ),
    AttributedText(
        "further text 33",
        "横幅上写着“欢迎回家”，广播里放着《故乡的歌》。",
    ),
    AttributedText(
        "further text 34",
        "鸡蛋协会会长堵彩霞表示，鸡蛋并不贵，“贵的是时间”。她补充说：“早上五点来看看。”",
        (
            ("贵的是时间", "堵彩霞"),
            ("早上五点来看看。", "堵彩霞"),
        ),
    ),
    AttributedText(
        "further text 35",
        "老师傅任重山把这口锅比作“不会说话的师父”。",
        (("不会说话的师父", "任重山", _P),),
    ),
    AttributedText(
        "further text 36",
        "沙河市博物馆副馆长康庭芳表示：“展品不睡觉，睡觉的是电灯。”闭馆将持续三个月。",
        (("展品不睡觉，睡觉的是电灯。", "康庭芳"),),
    ),
    AttributedText(
        "further text 37",
        "“木头忘不了大海，”造船师傅颜广海说。他修了一辈子帆船。",
        (("木头忘不了大海", "颜广海"),),
    ),
    AttributedText(
        "further text 38",
        "“铁不会撒谎，”铁匠秦守义盯着炉火说，“人会。”",
        (("铁不会撒谎|人会。", "秦守义"),),
    ),
    AttributedText(
        "further text 39",
        "设计师祝晓薇画了三十年迷宫。“迷宫有三个出口，”她透露。",
        (("迷宫有三个出口", "祝晓薇"),),
    ),
    AttributedText(
        "further text 40",
        "画家滕志远和舞者姜婉婷在后台相遇。“休止符最难。”他说。“站着不动最难。”她反驳。",
        (
            ("休止符最难。", "滕志远"),
            ("站着不动最难。", "姜婉婷"),
        ),
    ),
    AttributedText(
        "further text 41",
        "農會理事長葛宏達坦言：「我們種錯了季節。」",
        (("我們種錯了季節。", "葛宏達"),),
    ),
    AttributedText(
        "further text 42",
        "卫生局局长孔令泉昨天来到医院。“病人比我早到，”局长打趣说。",
        (("病人比我早到", "孔令泉"),),
    ),
    AttributedText(
        "further text 43",
        "建筑评论家毕若琳称新大楼是“玻璃做的借口”。俗称“银盒子”的大楼明年完工。",
        (("玻璃做的借口", "毕若琳", _P),),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case.kind for case in CASES])
def test_the_speaker_is_the_one_of_the_text(case: AttributedText) -> None:
    assert quoted_in(case.text) == expected_in(case)
