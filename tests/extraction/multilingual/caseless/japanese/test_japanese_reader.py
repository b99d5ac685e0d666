"""Japanese quotations get the right speaker, or none."""

import pytest

from tests.support.attributed_texts import AttributedText, expected_in, quoted_in

CASES = [
    AttributedText(
        "a topic far before the quotation",
        "図書館の閉鎖について、白鳥市の烏丸英樹市長は十日の定例会見で「本は逃げない。人が逃げ"
        "るのだ」と語った。議会は来月開かれる。",
        (("本は逃げない。人が逃げるのだ", "烏丸英樹"),),
    ),
    AttributedText(
        "surname and 氏",
        "天文学者の柊木美咲氏は星図を描き続けてきた。「星は待ってくれるが、予算は待たない」と"
        "柊木氏は指摘する。",
        (("星は待ってくれるが、予算は待たない", "柊木美咲"),),
    ),
    AttributedText(
        "surname and さん",
        "時計店を営む鬼頭章さん（71）は毎朝六時に店を開ける。鬼頭さんは「時計は嘘をつかないが"
        "、遅れる」と笑う。",
        (("時計は嘘をつかないが、遅れる", "鬼頭章"),),
    ),
    AttributedText(
        "the speaker in the next sentence",
        "「橋は落ちる前に歌っていた」。設計に携わった技師の榛名浩二さんは、川を見つめてこう語"
        "った。",
        (("橋は落ちる前に歌っていた", "榛名浩二"),),
    ),
    AttributedText(
        "the speaker behind the verb",
        "「切符は買わなくていい。帰り道だけ覚えておきなさい」と話すのは、車掌の不破玲子さんだ。",
        (("切符は買わなくていい。帰り道だけ覚えておきなさい", "不破玲子"),),
    ),
    AttributedText(
        "the speaker behind the verb without のは",
        "「雪は音を食べる」と説明する山岳ガイドの霧島岳さん。登山道は来週閉じる。",
        (("雪は音を食べる", "霧島岳"),),
    ),
    AttributedText(
        "the same person again",
        "詩人の蓮見透氏が詩集を出した。同氏は「郵便受けの前で書いた」と明かす。",
        (("郵便受けの前で書いた", "蓮見透"),),
    ),
    AttributedText(
        "the office again",
        "霧ヶ丘村の鷲尾正村長は、会議を欠席した理由を認めた。「目覚まし時計を信じすぎた」と村"
        "長は肩をすくめた。",
        (("目覚まし時計を信じすぎた", "鷲尾正"),),
    ),
    AttributedText(
        "a quotation in a quotation",
        "大工の梶原悟さんは「父は『木に謝れ』としか言わなかった」と振り返る。",
        (("父は『木に謝れ』としか言わなかった", "梶原悟"),),
    ),
    AttributedText(
        "an announcement before the quotation",
        "園長の小野寺文さんはこう話した。「象は私の名前を知っている。私は象の年を知らない」",
        (("象は私の名前を知っている。私は象の年を知らない", "小野寺文"),),
    ),
    AttributedText(
        "she is the woman",
        "写真家の水無瀬薫子さんと編集者の剣持太郎さんが壇上に並んだ。彼女は「影のほうが正直だ"
        "」と話した。",
        (("影のほうが正直だ", "水無瀬薫子"),),
    ),
    AttributedText(
        "a passive verb names its speaker with に",
        "漆職人の大庭静さんは師匠の玉置剛さんに「急ぐなら明日にしろ」と言われた。",
        (("急ぐなら明日にしろ", "玉置剛"),),
    ),
    AttributedText(
        "an office holder of an institution with a long name",
        "国立海洋研究所の潮崎律子主任研究員は「波は数えられるが、海は数えられない」とコメント"
        "した。",
        (("波は数えられるが、海は数えられない", "潮崎律子"),),
    ),
    AttributedText(
        "an organisation",
        "入札の中止について、港湾局は「階段の幅を誤った」と発表した。",
        (("階段の幅を誤った", "港湾局"),),
    ),
    AttributedText(
        "one speaker 1",
        "陶芸家の真鍋香織さん（58）は窯の前でつぶやいた。「土は嘘を覚えている」",
        (("土は嘘を覚えている", "真鍋香織"),),
    ),
    AttributedText(
        "one speaker 2",
        "「鍵はいつも隣の家にある」。そう語るのは、錠前師の鮫島源さん（80）。",
        (("鍵はいつも隣の家にある", "鮫島源"),),
    ),
    AttributedText(
        "one speaker 3",
        "渋沢翔太監督は試合後、「負けたのは天気ではない」と選手をかばった。",
        (("負けたのは天気ではない", "渋沢翔太"),),
    ),
    AttributedText(
        "one speaker 4",
        "女優の東雲絵里さんが会見を開き、「台本は海に捨てました」と涙ながらに語った。",
        (("台本は海に捨てました", "東雲絵里"),),
    ),
    AttributedText(
        "one speaker 5",
        "植物学者の桂木誠教授が温室を公開した。桂木教授は「花は曜日を知らない」と解説する。",
        (("花は曜日を知らない", "桂木誠"),),
    ),
    AttributedText(
        "one speaker 6",
        "漁師の浦野源太さんと妻の千夏さんは港に立つ。「船は帰るためにある」と浦野さんは言う。",
        (("船は帰るためにある", "浦野源太"),),
    ),
    AttributedText(
        "one speaker 7",
        "議会は紛糾した。「数字が歩いている」と榊原みどり議員が声を荒らげた。",
        (("数字が歩いている", "榊原みどり"),),
    ),
    AttributedText(
        "one speaker 8",
        "棋士の羽田野竜也八段は「駒が笑った」と感想を述べた。対局は深夜に及んだ。",
        (("駒が笑った", "羽田野竜也"),),
    ),
    AttributedText(
        "one speaker 9",
        "「春は電線から来る」。電気工事士の宗方勇気さんの口癖だ。",
        (("春は電線から来る", "宗方勇気"),),
    ),
    AttributedText(
        "one speaker 10",
        "彼は画家の鏑木蒼さん。「青は一色ではない」と力を込める。",
        (("青は一色ではない", "鏑木蒼"),),
    ),
    AttributedText(
        "one speaker 11",
        "市長選で初当選した九条あかり氏は「約束は紙より重い」と第一声を上げた。",
        (("約束は紙より重い", "九条あかり"),),
    ),
    AttributedText(
        "one speaker 12",
        "研究チームの新庄和彦准教授（海洋物理学）は「渦には癖がある」と話している。",
        (("渦には癖がある", "新庄和彦"),),
    ),
    AttributedText(
        "one speaker 13",
        "「『もう遅い』と言われ続けた」と、ピアニストの白河奏さんは笑って振り返る。",
        (("『もう遅い』と言われ続けた", "白河奏"),),
    ),
    AttributedText(
        "one speaker 14",
        "水門の改修をめぐり、河川事務所の蓑田豊所長は取材に「水は待たない。待つのは役所だけだ"
        "」と答えた。工事は秋に始まる。",
        (("水は待たない。待つのは役所だけだ", "蓑田豊"),),
    ),
    AttributedText(
        "one speaker 15",
        "盆栽家の雲井松代氏は六十年、同じ鉢を守ってきた。「枝は言うことを聞かない生徒だ」と雲"
        "井氏は語る。",
        (("枝は言うことを聞かない生徒だ", "雲井松代"),),
    ),
    AttributedText(
        "one speaker 16",
        "「鍋は洗いすぎると味を忘れる」。老舗を継いだ四代目の樽見宗助さんは、包丁を置いてそう"
        "言い切った。",
        (("鍋は洗いすぎると味を忘れる", "樽見宗助"),),
    ),
    AttributedText(
        "one speaker 17",
        "「迷子は地図の外にいる」と苦笑するのは、交番勤務の巡査、浜路恵さん。",
        (("迷子は地図の外にいる", "浜路恵"),),
    ),
    AttributedText(
        "one speaker 18",
        "劇作家の榊洋一郎氏が受賞した。同氏は「台詞は電柱に聞いた」と打ち明けた。授賞式は四月。",
        (("台詞は電柱に聞いた", "榊洋一郎"),),
    ),
    AttributedText(
        "one speaker 19",
        "青葉大学の門脇春樹学長は、掲示の誤りを謝罪した。「校名を一文字抜かした」と学長は頭を"
        "かいた。",
        (("校名を一文字抜かした", "門脇春樹"),),
    ),
    AttributedText(
        "one speaker 20",
        "靴職人の玉城潤さんは「客に『痛い靴ほど覚えている』と言われた」と話す。店名は「くるぶ"
        "し」だ。",
        (("客に『痛い靴ほど覚えている』と言われた", "玉城潤"),),
    ),
    AttributedText(
        "one speaker 21",
        "県は三日、「堤防は安全だ」と発表した。",
        (("堤防は安全だ", "県"),),
    ),
    AttributedText(
        "one speaker 22",
        "花火師の久我山鉄也さんと助手の森下絵美さんが河川敷に立った。「風が決めるんです」と彼"
        "女は空を見上げた。",
        (("風が決めるんです", "森下絵美"),),
    ),
    AttributedText(
        "one speaker 23",
        "「うちの猫は新聞を読む」と自慢する書店主の丸岡史郎さん。店には十匹いる。",
        (("うちの猫は新聞を読む", "丸岡史郎"),),
    ),
    AttributedText(
        "one speaker 24",
        "北原市長は「答弁は差し控える」と述べるにとどめた。",
        (("答弁は差し控える", "北原"),),
    ),
    AttributedText(
        "one speaker 25",
        "閉館をめぐり、市教育委員会の牧村冬子課長は説明会で「展示は眠らない。眠るのは電気だ」"
        "と説明した。",
        (("展示は眠らない。眠るのは電気だ", "牧村冬子"),),
    ),
    AttributedText(
        "one speaker 26",
        "帆船を直し続ける船大工の潮見岳人さん。「木は海を忘れない」と潮見さんは胸を張る。",
        (("木は海を忘れない", "潮見岳人"),),
    ),
    AttributedText(
        "one speaker 27",
        "「鉄は嘘をつけない」。鍛冶師の相馬和夫さんは、火を見ながらそう語った。",
        (("鉄は嘘をつけない", "相馬和夫"),),
    ),
    AttributedText(
        "one speaker 28",
        "「迷路には出口が三つある」と明かすのは、設計者の真壁しおりさん。",
        (("迷路には出口が三つある", "真壁しおり"),),
    ),
    AttributedText(
        "one speaker 29",
        "音楽家の城戸遼氏が帰国した。同氏は「休符が一番難しい」と述べた。",
        (("休符が一番難しい", "城戸遼"),),
    ),
    AttributedText(
        "one speaker 30",
        "深沢町の井手光子町長は記者会見を開いた。「看板の字を間違えた」と町長は苦笑した。",
        (("看板の字を間違えた", "井手光子"),),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case.kind for case in CASES])
def test_the_speaker_is_the_one_of_the_text(case: AttributedText) -> None:
    assert quoted_in(case.text) == expected_in(case)
