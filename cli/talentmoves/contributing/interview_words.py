"""What ``moves add`` says, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

_WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "hello": "One move, as one source tells it. Enter takes the answer in [brackets]; ? explains a question; Ctrl-C ends without writing.",
        "optional": " (optional)",
        "known person": "{name} is here, with {number} moves:",
        "known source": "This page is here already: {name}.",
        "not here": "  {name} is not here: add that company first, or leave this empty.",
        "no company": "Give at least one company: the one left or the one joined.",
        "similar": "'{name}' is not here by just that name. Is it one of these?",
        "similar which": "Number, n for a new one, anything else to type again",
        "latin": "  '{name}' is not here. Give the English name too: how sources write it in Latin letters.",
        "same move": "This move is here: {move}",
        "add source": "Add your source to it? (y/n)",
        "like moves": "This looks like a move that is here:",
        "which": "Number to add your source to it, n for another move",
        "number": "Number",
        "one to": "A number from 1 to {number}.",
        "wrong": "That will not do. ",
        "write": "Write this? (y/n)",
    },
    "zh": {
        "hello": "逐项录入一次流动及其一个来源。回车采用 [方括号] 中的答案；? 显示说明；Ctrl-C 结束且不写入。",
        "optional": "（可不填）",
        "known person": "已收录 {name}，共有 {number} 次流动：",
        "known source": "该网页已收录：{name}。",
        "not here": "  未收录 {name}：请先添加该公司，或留空。",
        "no company": "请至少填写一家公司：原公司或新公司。",
        "similar": "没有名称恰为“{name}”的条目。是否为下列之一？",
        "similar which": "输入序号；n 为新条目；其他则重新输入",
        "latin": "  未收录“{name}”。请再填写英文（拼音）名，依来源写法。",
        "same move": "该流动已收录：{move}",
        "add source": "是否为其添加你的来源？(y/n)",
        "like moves": "与已收录的流动相似：",
        "which": "输入序号则为其添加来源；n 为另一次流动",
        "number": "序号",
        "one to": "请输入 1 到 {number} 的序号。",
        "wrong": "无法采用。",
        "write": "写入？(y/n)",
    },
}


def words_of(language: str) -> Mapping[str, str]:
    """Return the words of a language, ``en`` or ``zh``."""
    return _WORDS[language]
