"""Names with the family name first, as in Korea, China, Vietnam and Hungary."""

from citations.extraction.entities.first_names import is_first_name

# The most common family names of countries where they come first.
_FAMILIES = frozenset(
    "Kim Lee Park Pak Choi Choe Jung Jeong Kang Cho Yoon Yun Jang Lim Seo Shin Kwon Hwang "
    "Ahn Yoo Hong Bae Baek Nam Noh Roh Ko Ryu Nguyen Nguyễn Tran Trần Le Lê Pham "
    "Phạm Hoang Hoàng Huynh Phan Vu Vo Võ Dang Đặng Bui Bùi Đỗ Ngo Ngô Duong Ly Wang Li Zhang "
    "Liu Chen Yang Huang Zhao Wu Zhou Xu Zhu Hu Guo Lin Gao Luo Zheng Liang Xie Tang Deng "
    "Feng Peng Cao Zeng Xiao Tian Pan Cai Jiang Yu Ye Cheng Wei Lu Ding Ren Shen "
    "Yao Lau Chan Wong Cheung Leung Lam Chow Tsang Tsai Hsu Hsieh Chiang Tsao Nagy Kovács Tóth "
    "Wen Fang Fan Cui Du Gu Hou Kong Lai Lei Meng Qin Qiu Shi Su Tao Xia Xue Yan Yin Zhong Zou Oh "
    "Szabó Horváth Varga Molnár Németh Farkas Balogh Papp Takács Juhász Lakatos Mészáros Oláh "
    "Rácz Fekete Szilágyi".split()
)
_LONGEST = 3


def is_family_first(words: list[str]) -> bool:
    """Whether the first of the words is a family name and given names follow."""
    if not 1 < len(words) <= _LONGEST or is_first_name(words[0]):
        return False
    return words[0] in _FAMILIES


def given_name_of(words: list[str]) -> str:
    """The given name by which the gender may be known: Anna, of Kovács Anna."""
    return words[-1] if is_family_first(words) else words[0]
