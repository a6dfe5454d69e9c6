/** What scripts say on every page. It stands here, not in the pages, so that 18,000 pages need not repeat it. */

export const language: "en" | "zh" = document.documentElement.lang.startsWith("zh") ? "zh" : "en";

const WORDS = {
  en: {
    p: "Person",
    c: "Company",
    d: "Product",
    m: "Move",
    r: "Report",
    suggestions: (count: number): string => (count === 1 ? "1 suggestion" : `${count} suggestions`),
    none: "Nothing has this name. Try fewer letters, or the other script; Chinese is sought in the characters of the sources, mostly simplified.",
    found: (count: number): string => (count === 1 ? "1 result" : `${count.toLocaleString("en")} results`),
    more: "Show more",
    unreachable: "The list of names could not be loaded. Search needs the site to be served by a web server.",
    copy: "Copy",
    copied: "Copied",
    refused: "The browser did not allow copying",
    theme: { auto: "Colours: as the system has them", light: "Colours: light", dark: "Colours: dark" },
    scrolls: "Table, scrolls sideways",
    textScrolls: "Text, scrolls sideways",
  },
  zh: {
    p: "人物",
    c: "公司",
    d: "产品",
    m: "流动",
    r: "报表",
    suggestions: (count: number): string => `${count} 条建议`,
    none: "没有这个名称。请减少字数，或换一种文字；中文按来源所用的字形搜索，多为简体。",
    found: (count: number): string => `${count.toLocaleString("en")} 条结果`,
    more: "显示更多",
    unreachable: "未能载入名称列表。搜索需要通过网页服务器访问本站。",
    copy: "复制",
    copied: "已复制",
    refused: "浏览器不允许复制",
    theme: { auto: "配色：跟随系统", light: "配色：浅色", dark: "配色：深色" },
    scrolls: "表格，可横向滚动",
    textScrolls: "文本，可横向滚动",
  },
};

export const words = WORDS[language];
