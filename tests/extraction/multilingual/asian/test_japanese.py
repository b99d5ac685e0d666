"""Japanese quotations get the right speaker, or none."""

import pytest

from tests.support.attributed_texts import AttributedText, expected_in, quoted_in

_P = "partial"

CASES = [
    AttributedText(
        "a topic far before the quotation",
        "図書館の閉鎖について、白鳥市の烏丸英樹市長は十日の定例会見で「本は逃げない。人が逃げるのだ」と語った。議会は来月開かれる。",
        (("本は逃げない。人が逃げるのだ", "烏丸英樹"),),
    ),
    AttributedText(
        "surname and 氏",
        "天文学者の柊木美咲氏は星図を描き続けてきた。「星は待ってくれるが、予算は待たない」と柊木氏は指摘する。",
        (("星は待ってくれるが、予算は待たない", "柊木美咲"),),
    ),
    AttributedText(
        "surname and さん",
        "時計店を営む鬼頭章さん（71）は毎朝六時に店を開ける。鬼頭さんは「時計は嘘をつかないが、遅れる」と笑う。",
        (("時計は嘘をつかないが、遅れる", "鬼頭章"),),
    ),
    AttributedText(
        "the speaker in the next sentence",
        "「橋は落ちる前に歌っていた」。設計に携わった技師の榛名浩二さんは、川を見つめてこう語った。",
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
        "霧ヶ丘村の鷲尾正村長は、会議を欠席した理由を認めた。「目覚まし時計を信じすぎた」と村長は肩をすくめた。",
        (("目覚まし時計を信じすぎた", "鷲尾正"),),
    ),
    AttributedText(
        "a dropped subject goes on with the speaker",
        "市場協会の氷上節子会長は「魚は安くない。時間が高いのだ」と指摘。「朝の三時に来てほしい」と続けた。",
        (("魚は安くない。時間が高いのだ", "氷上節子"), ("朝の三時に来てほしい", "氷上節子")),
    ),
    AttributedText(
        "two statements in a sentence",
        "峰岸薫校長は「廊下は走るためにある」と述べ、「ただし静かに」と付け加えた。",
        (("廊下は走るためにある", "峰岸薫"), ("ただし静かに", "峰岸薫")),
    ),
    AttributedText(
        "a quotation in a quotation",
        "大工の梶原悟さんは「父は『木に謝れ』としか言わなかった」と振り返る。",
        (("父は『木に謝れ』としか言わなかった", "梶原悟"),),
    ),
    AttributedText(
        "called something",
        "批評家の冬木澪氏は、改装された劇場を「静かな失敗作」と呼んだ。",
        (("静かな失敗作", "冬木澪", _P),),
    ),
    AttributedText(
        "an announcement before the quotation",
        "園長の小野寺文さんはこう話した。「象は私の名前を知っている。私は象の年を知らない」",
        (("象は私の名前を知っている。私は象の年を知らない", "小野寺文"),),
    ),
    AttributedText(
        "according to",
        "消防団の赤城勉団長によると、「煙は階段を選んだ」という声が上がったが、原因は不明だ。",
        (("煙は階段を選んだ", "赤城勉", _P),),
    ),
    AttributedText(
        "she is the woman",
        "写真家の水無瀬薫子さんと編集者の剣持太郎さんが壇上に並んだ。彼女は「影のほうが正直だ」と話した。",
        (("影のほうが正直だ", "水無瀬薫子"),),
    ),
    AttributedText(
        "a passive verb names its speaker with に",
        "漆職人の大庭静さんは師匠の玉置剛さんに「急ぐなら明日にしろ」と言われた。",
        (("急ぐなら明日にしろ", "玉置剛"),),
    ),
    AttributedText(
        "two people, each with a statement",
        "海女の潮田ハルさんは「海は冷たくなった」と話し、研究者の葉山航さんは「温かくなった」と反論した。",
        (("海は冷たくなった", "潮田ハル"), ("温かくなった", "葉山航")),
    ),
    AttributedText(
        "an office holder of an institution with a long name",
        "国立海洋研究所の潮崎律子主任研究員は「波は数えられるが、海は数えられない」とコメントした。",
        (("波は数えられるが、海は数えられない", "潮崎律子"),),
    ),
    AttributedText(
        "an organisation",
        "入札の中止について、港湾局は「階段の幅を誤った」と発表した。",
        (("階段の幅を誤った", "港湾局"),),
    ),
    AttributedText(
        "somebody without a name leaves it open",
        "事故を見ていた男性は「列車は笛を吹かなかった」と話した。警察が調べている。",
        (("列車は笛を吹かなかった", ""),),
    ),
    AttributedText(
        "two people could have spoken",
        "庭師の秋津豊さんと庭師の宇喜多実さんが門の前で会った。彼は「薔薇は遅れている」と言った。",
        (("薔薇は遅れている", ""),),
    ),
    AttributedText(
        "names of works, plans and shops are nobody's words",
        "作家の雨宮千尋さんの新作「塩の地図」が刊行された。「港町再生」計画も始まり、居酒屋「かもめ」が開店した。",
    ),
    AttributedText(
        "an inscription and a name are nobody's words",
        "門には「犬に注意」と書かれた札がある。通りは「提灯横丁」と呼ばれている。",
    ),
    AttributedText(
        "words of a list are nobody's words",
        "講座は「潮」と「風」の二つに分かれ、参加は無料だ。",
    ),
    AttributedText(
        "a foreign name",
        "指揮者のマルコ・ベリーニさんは「沈黙も音符だ」と語った。ベリーニさんは「拍手は最後でいい」とも述べた。",
        (("沈黙も音符だ", "マルコ・ベリーニ"), ("拍手は最後でいい", "マルコ・ベリーニ")),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case.kind for case in CASES])
def test_the_speaker_is_the_one_of_the_text(case: AttributedText) -> None:
    assert quoted_in(case.text) == expected_in(case)
