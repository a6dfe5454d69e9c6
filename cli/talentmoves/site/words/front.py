"""What the front page and the page of results say."""

from __future__ import annotations

from . import Said

WORDS = {
    "front_title": Said("Who moves between start-ups and big tech in AI", "人工智能人才在创业公司与大厂之间的流动"),
    "front_headline": Said(
        "How people move between AI start-ups and big tech",
        "人才如何在人工智能创业公司与大厂之间流动",
    ),
    "front_back_people": Said("people from start-ups to big tech", "人从创业公司到大厂"),
    "front_out_people": Said("people from big tech to start-ups", "人从大厂到创业公司"),
    "front_range": Said(
        "First certainly, then possibly; a plus: even more, where a team’s size has no upper bound.",
        "前为确定人数，后为可能人数；加号表示可能更多，因为有的团队人数没有上限。",
    ),
    "front_lede": Said(
        "{moves} moves of {people} people between {companies} organisations, each with who says so. "
        "{share} of the moves rest on two independent sources or more.",
        "{people}人、{companies}家机构、{moves}次流动，每次都注明由谁说出。其中{share}的流动有两个以上独立来源。",
    ),
    "front_lede_short": Said(
        "{moves} moves of {people} people between {companies} organisations, each with who says so.",
        "{people}人、{companies}家机构、{moves}次流动，每次都注明由谁说出。",
    ),
    "front_since": Said("The moves are of the years {first} to {last}.", "所收流动发生在{first}年至{last}年。"),
    "front_flows": Said("From kind to kind", "从何类机构到何类机构"),
    "front_flows_lede": Said(
        "People who went from one company to another, by the kind of the topmost company: who leaves Google DeepMind leaves "
        "Alphabet, which is big tech. "
        "The full colour shows who certainly went; the pale edge, who possibly did.",
        "从一家公司到另一家公司的人数，按最上层公司的类型计：离开 Google DeepMind 即离开属于大厂的 Alphabet。"
        "深色为确定的人数，浅色边缘为可能的人数。",
    ),
    "front_sankey_name": Said(
        "Flow diagram: people by the kind of organisation they left, on the left, and joined, on the right; the table has the same figures",
        "流向图：左侧为离开的机构类型，右侧为加入的机构类型；表中为相同数字",
    ),
    "front_flow_tip": Said("{source} → {target}: {figure} people", "{source} → {target}：{figure}人"),
    "front_same": Said("The same figures; each leads to its moves", "相同的数字，点击可看背后的流动"),
    "front_from_to": Said("From ↓ to →", "从 ↓ 到 →"),
    "front_bigTech": Said("Big tech", "大厂"),
    "front_startUp": Said("Start-ups", "创业公司"),
    "front_researchLab": Said("Labs", "研究机构"),
    "front_university": Said("Universities", "大学"),
    "front_otherCompany": Said("Others", "其他机构"),
    "front_unit": Said("Units", "部门"),
    "front_legend_back": Said("start-ups to big tech", "创业公司到大厂"),
    "front_legend_out": Said("big tech to start-ups", "大厂到创业公司"),
    "front_legend_rest": Said("all others", "其他"),
    "front_pairs": Said("Between which companies", "在哪些公司之间"),
    "front_pairs_back": Said("From start-ups to big tech", "从创业公司到大厂"),
    "front_pairs_out": Said("From big tech to start-ups", "从大厂到创业公司"),
    "front_people": Said("People", "人数"),
    "front_from": Said("From", "从"),
    "front_to": Said("To", "到"),
    "front_all_flows": Said("All pairs of companies", "所有公司对"),
    "front_months": Said("Month by month", "逐月"),
    "front_months_lede": Said(
        "Above the line people who joined big tech from start-ups, below it people who left big tech for start-ups. "
        "A date known only to the year, or only an announcement, makes a move possible in several months: the full bars are certain, "
        "the very pale ones behind them only possible, and these must not be added up.",
        "横线以上为从创业公司加入大厂的人数，以下为离开大厂去创业公司的人数。日期只到年份或只有宣布日期的流动，在多个月份都算“可能”：深色柱为确定，其后极浅的柱仅为可能，不可相加。",
    ),
    "front_months_name": Said(
        "Bar chart by month: people from start-ups to big tech above the line, from big tech to start-ups below it; the table has the same figures",
        "逐月柱状图：线上为从创业公司到大厂的人数，线下为从大厂到创业公司的人数；表中为相同数字",
    ),
    "front_months_table": Said("The same figures by month", "相同的逐月数字"),
    "front_month": Said("Month", "月份"),
    "front_certain": Said("certain", "确定"),
    "front_possible": Said("possible", "可能"),
    "front_latest": Said("Latest moves", "最近的流动"),
    "front_all_latest": Said("All moves, newest first", "全部流动，由新到旧"),
    "front_source": Said("1 independent source", "1个独立来源"),
    "front_source_count": Said("{n} independent sources", "{n}个独立来源"),
    "front_left": Said("left {date}", "{date}离开"),
    "front_joined": Said("joined {date}", "{date}加入"),
    "front_announced": Said("announced {date}", "{date}宣布"),
    "front_comma": Said(", ", "，"),
    "front_undated": Said("not dated", "日期不明"),
    "front_claims": Said("claims", "条说法"),
    "front_sources_all": Said("sources", "个来源"),
    "front_read": Said("How to read it", "如何阅读"),
    "front_read_status": Said(
        "A move is <strong>confirmed</strong> when a party says so, <strong>reported</strong> by journalists, <strong>rumoured</strong>, "
        "<strong>disputed</strong> or <strong>denied</strong>. That follows from its claims; nobody sets it by hand.",
        "流动的状态有：当事方<strong>已证实</strong>、记者<strong>据报道</strong>、<strong>传闻</strong>、<strong>有争议</strong>、<strong>被否认</strong>。"
        "状态由各条说法得出，并非人工设定。",
    ),
    "front_read_figures": Said(
        "A figure such as 20–35 says: 20 people certainly, 35 possibly. Rumours, and teams of uncertain size, make the difference. "
        "A plus, as in 20–35+, says: even more, where a team’s size has no upper bound.",
        "20–35 这样的数字表示：确定20人，可能35人。差别来自传闻和人数不确定的团队。20–35+ 中的加号表示可能更多，因为有的团队人数没有上限。",
    ),
    "front_read_dates": Said(
        "Dates are as precise as they were reported. A month stays a month, and when somebody left, joined and was announced are three things.",
        "日期的精度与报道一致：只报到月份的就只写月份；离开、加入与宣布是三件不同的事。",
    ),
    "front_read_bias": Said(
        "This is what was published, mostly on prominent people and teams. It shows cases, not the whole industry.",
        "所收为公开报道的内容，多为知名人物和团队；它展示的是案例，而非整个行业。",
    ),
    "front_enter": Said("Go on", "继续浏览"),
    "front_enter_people": Said("Each person with their moves on a timeline", "每个人物及其流动时间线"),
    "front_enter_companies": Said("Who came to each company, and who left", "每家公司来了谁、走了谁"),
    "front_enter_reports": Said("Who went back, founders who left, contradictions, tenures and more", "谁回流、哪些创始人离开、说法矛盾、任期等"),
    "front_enter_query": Said("Ask your own question in SPARQL, in the browser", "在浏览器中用 SPARQL 提出自己的问题"),
    "front_enter_data": Said("Download everything, with check sums", "下载全部数据，附校验和"),
    "search_title": Said("Search results", "搜索结果"),
    "search_lede": Said(
        "Type a name into the box above: a person, a company, a product, a move or a report, in English or Chinese. "
        "Chinese names are searched in the characters that the sources give, mostly simplified ones.",
        "在上方输入名称：人物、公司、产品、流动或报表，中英文均可。中文名按来源所用的字形搜索，多为简体。",
    ),
    "search_without": Said(
        "The search needs JavaScript. Without it, these lists have every name:",
        "搜索需要 JavaScript。若未启用，以下列表含有全部名称：",
    ),
}
