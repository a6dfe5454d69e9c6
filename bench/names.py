"""Names for people, companies and publishers that do not exist; no two alike."""

from __future__ import annotations

from math import gcd


def _words(text: str) -> list[str]:
    return text.split()


_HEADS = _words("""
Ab An Bar Bel Cal Cor Dan Del El Em Far Fen Gar Gol Hal Hol Il Jan Jor Kal Kel Lam Lor Mar Mel Nor Ol Par Pel Ral Rin Sal Sor Tal Tor Ul Val
Vor Wil Zan
""")
_TAILS = _words("""
a an ard as ber by da den der do en er eth ey ford ga gen ham ia id im in is ka ken la len ley lin lo man mer mon na nor o on or os ra ren
ric rod s sen son ta ter ton us va ven vin way win yn za zel
""")
# Families and characters that differ in Latin letters too.
_FAMILIES = """
Wang 王,Li 李,Zhang 张,Liu 刘,Chen 陈,Yang 杨,Zhao 赵,Huang 黄,Zhou 周,Wu 吴,Xu 徐,Sun 孙,Hu 胡,Zhu 朱,Gao 高,Lin 林,He 何,Guo 郭,Ma 马,
Luo 罗,Liang 梁,Song 宋,Zheng 郑,Xie 谢,Han 韩,Tang 唐,Feng 冯,Dong 董,Xiao 萧,Cheng 程,Cao 曹,Yuan 袁,Deng 邓,Fu 傅,Shen 沈,Zeng 曾,
Peng 彭,Lü 吕,Su 苏,Jiang 蒋,Cai 蔡,Jia 贾,Ding 丁,Wei 魏,Xue 薛,Ye 叶,Yan 阎,Pan 潘,Du 杜,Dai 戴
"""
_CHARACTERS = """
an 安,bo 博,chao 超,dan 丹,fang 芳,gang 刚,hao 浩,hui 慧,jian 建,jie 杰,jing 静,jun 军,kai 凯,lan 兰,lei 磊,li 丽,liang 亮,lin 琳,ling 玲,
long 龙,mei 梅,min 敏,ming 明,na 娜,ning 宁,peng 鹏,ping 平,qi 琪,qiang 强,qing 青,rong 荣,rui 睿,shan 山,shu 淑,tao 涛,ting 婷,wei 伟,
wen 文,xia 霞,xin 欣,xue 雪,yan 燕,yang 洋,yi 怡,ying 英,yong 勇,yu 宇,yuan 媛,yun 云,zhe 哲
"""
_KINDS = _words("""
Labs Systems Robotics Research Compute Models Intelligence Dynamics Cloud Vision
""")
_PAPERS = _words("""
Times Herald Review Post Journal Ledger Bulletin Observer Wire Gazette
""")


def person(number: int) -> tuple[str, str]:
    """Return the name of a person in Latin letters, and in Chinese or an empty text; one in four has both."""
    if number % 4:
        own = len(_HEADS) * len(_TAILS)
        first, last = divmod(_scattered(number, own * own), own)
        return f"{_word(first)} {_word(last)}", ""
    families, characters = _pairs(_FAMILIES), _pairs(_CHARACTERS)
    rest, family = divmod(_scattered(number // 4, len(families) * len(characters) ** 2), len(families))
    one, two = divmod(rest, len(characters))
    parts = (families[family], characters[one], characters[two])
    # The hyphen keeps "Xi-an" and "Xian" apart.
    return f"{parts[0][0]} {parts[1][0].title()}-{parts[2][0]}", "".join(part[1] for part in parts)


def company(number: int) -> str:
    """Return the name of a company."""
    word, kind = divmod(number, len(_KINDS))
    own = len(_HEADS) * len(_TAILS)
    rest, index = divmod(word, own)
    return " ".join([_word(_scattered(index, own)), *([_HEADS[rest - 1] + "ex"] if rest else []), _KINDS[kind]])


def publisher(number: int) -> str:
    """Return the name of a publisher; there are a few hundred."""
    word, kind = divmod(number, len(_PAPERS))
    return f"{_word(word * 7 % (len(_HEADS) * len(_TAILS)))} {_PAPERS[kind]}"


def slug(name: str) -> str:
    """Return a name as part of an address."""
    return name.lower().replace("ü", "v").replace(" ", "-")


def _word(index: int) -> str:
    head, tail = divmod(index, len(_TAILS))
    return _HEADS[head % len(_HEADS)] + _TAILS[tail]


def _scattered(index: int, size: int) -> int:
    # A step without a common divisor visits every number once.
    step = size * 5 // 13
    while gcd(step, size) > 1:
        step += 1
    return index * step % size


def _pairs(text: str) -> list[tuple[str, str]]:
    return [(latin, chinese) for latin, _, chinese in (pair.partition(" ") for pair in text.replace("\n", "").split(","))]
