"""Scripts that are written without spaces between words."""

# As a regular expression's class, without its brackets: the repetition mark and zero, kana, Han
# with its extensions, Hangul, half-width kana.
CJK = (
    "々〇\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
    "\uff66-\uff9f\U00020000-\U0003ffff"
)
# The same and Thai, Lao, Burmese, Khmer.
UNSPACED = CJK + "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
