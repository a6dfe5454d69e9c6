"""What the reports ask, what to bear in mind, and what their parameters mean."""

from __future__ import annotations

TEXTS = {
    # alumni
    "Who passed through a company and where they went next": "谁曾在某家公司任职，随后去了哪里",
    "One row for each move out of the company or a part of it, with the next organisation and the last one known.": (
        "每次从该公司或其部门离开为一行，并列出下一家机构和最后已知的机构。"
    ),
    (
        "Internal moves are left out. The last organisation known is where the latest move that is not denied led; "
        "a later one may not have been reported."
    ): ("不含公司内部变动。“最后已知的机构”是最近一次未被否认的流动的去向；此后的流动可能尚无报道。"),
    # boomerangs
    "Who left big tech, joined or founded a start-up, and went back to big tech": "谁离开大厂，加入或创办创业公司，后来又回到大厂",
    "One row a return, with the company left, the start-ups in between, the company that took the person back, and whether it is the same one.": (
        "每次回归为一行：离开的公司、其间的创业公司、最后回到的公司，以及两者是否同一家。"
    ),
    (
        "Big tech and start-up are kinds of the topmost company, so who leaves Google DeepMind leaves Alphabet. "
        "Jobs elsewhere may lie in between. The row starts from the last departure out of big tech before the return."
    ): (
        "“大厂”与“创业公司”按最上层公司的类型计，因此离开 Google DeepMind 即离开 Alphabet。"
        "其间可能还有别处的工作。每行从回归之前最后一次离开大厂算起。"
    ),
    # contradictions
    "Where sources disagree, and on what": "各来源在哪些事上说法不一",
    (
        "Pairs of values that cannot both be true, each with the sources that give it. "
        "A more exact date does not contradict a less exact one, nor a unit the company that it is a part of."
    ): "不可能同时为真的一对值，各附给出该值的来源。较精确的日期与较粗略的日期不算矛盾，部门与其所属公司也不算矛盾。",
    (
        "Values are compared, not wordings; titles only where they are of different seniority. "
        "A disagreement that lies only in words is here only where an editor has marked the claims as contradicting each other."
    ): "比较的是值而非措辞；职衔只在级别不同时比较。仅在措辞上的分歧，只有编辑标明两条说法互相矛盾时才会列出。",
    # coverage
    "What is missing: dates, roles, destinations, second sources": "还缺什么：日期、职位、去向、第二来源",
    "One row a gap, with how many things have it, out of how many, and which they are.": "每类缺口为一行：总数中有多少缺失，以及分别是哪些。",
    (
        "A gap is what no claim known on the day asked for tells; it may be known elsewhere. Founding dates count as known whenever. "
        "A path is whole when an editor has looked for every published post since 2015, and no company is left that the person never came to, "
        "but the first. A second source is independent when it goes back to another publisher."
    ): (
        "缺口是指截至所查日期没有任何说法提及的内容，别处或许有人知道。成立日期不论何时得知都算已知。"
        "编辑已查找该人物2015年以来公开的每个职位，且除第一家外不存在只有离开、没有加入的公司，履历才算完整。"
        "第二来源须出自另一家发布方才算独立。"
    ),
    # departures-by-month
    "Month by month, people who went out of and into start-ups": "逐月统计离开与加入创业公司的人数",
    "People by month, named ones and the unnamed of groups together; the kind of organisation can be another than start-ups.": (
        "按月统计人数，具名者与团队中未具名者一并计入；也可改查创业公司以外的机构类型。"
    ),
    (
        "Certain needs a confirmed or reported move and a date of leaving (or joining) that lies within one month. "
        "A date known only to the year, or only an announcement, makes the move possible in every month that it allows, "
        "so the possible figures must not be added up; of a span of more than ten years only the first ten are shown. "
        "Moves between two organisations of the kind count both ways."
    ): (
        "“确定”要求流动已证实或有报道，且离开（或加入）日期落在某一个月内。若日期只到年份，或只有宣布日期，则该流动在其允许的每个月都算“可能”，"
        "因此“可能”的数字不可相加；时间跨度超过十年的只计前十年。同类型的两家机构之间的流动，进出各计一次。"
    ),
    # flows
    "How many people went from which company to which": "从哪家公司到哪家公司各有多少人",
    "People by pair of companies, named ones and the unnamed of groups together, with the moves behind each figure.": (
        "按公司对统计人数，具名者与团队中未具名者一并计入，并列出每个数字背后的流动。"
    ),
    (
        "A person counts once for each figure however often they moved. A rumoured or disputed move, or one whose dates reach out of the time "
        "asked for, is only possible; one without any date counts only where no time is asked for; a denied one counts for nothing. "
        "A group counts with the smallest number that any source allows, two where none says; where nothing bounds it from above, orMore is true."
    ): (
        "同一人在每个数字中只计一次，不论流动几次。传闻或有争议的流动，以及日期超出所查时段的流动，只算“可能”；没有任何日期的流动只在不限时段时计入；"
        "被否认的流动不计。团队按来源所允许的最小人数计，无来源说明时计两人；人数没有上限时，“或更多”为是。"
    ),
    # founder-exits
    "Founders who left the company that they founded": "离开自己所创公司的创始人",
    "One row a founder and company left, with the time between founding and leaving and where the founder went.": (
        "每位创始人与其离开的公司为一行，列出从创立到离开的时长以及去向。"
    ),
    "Who founded a company is told as it is known today, whatever the day asked for.": "谁创立了公司按今天所知列出，与所查日期无关。",
    # group-moves
    "Teams that moved together": "集体流动的团队",
    "Each group with its companies, the members known by name, its size and its share of the staff, as far as any source gives them.": (
        "每个团队的公司、已知姓名的成员、人数及其占员工的比例，以来源提及者为限。"
    ),
    (
        "Sizes and shares span everything that the sources known by then say; where they contradict each other the contradictions report has them "
        "side by side. Nothing means that no source says."
    ): "人数与比例涵盖届时已知来源的全部说法；互相矛盾者在“contradictions”报表中并列。空白表示没有来源提及。",
    # latest
    "The latest moves, newest first": "最近的流动，由新到旧",
    "Every move with its companies, its dates as reported, its status and the number of independent sources.": (
        "每次流动的公司、报道的日期、状态以及独立来源数。"
    ),
    (
        'A day under "when" is the last one that the dates allow, not a reported day. Repetitions of one original, and pages of one publisher, '
        "count as one source; a repetition that names no original counts as none."
    ): "“时间”一栏是日期所允许的最后一天，并非报道的日期。同一原文的多次转述、同一发布方的多个页面，只算一个来源；未注明原文的转述不计。",
    # net-flow
    "People gained and lost by company": "各公司得失的人数",
    "For each company how many people came in and went out, named ones and the unnamed of groups together.": (
        "每家公司流入与流出的人数，具名者与团队中未具名者一并计入。"
    ),
    (
        "The list goes by the least that the net can be. A person counts once for each figure however often they moved. "
        "A rumoured or disputed move, or one whose dates reach out of the time asked for, is only possible; one without any date counts only where "
        "no time is asked for; a denied one counts for nothing. A group counts with the smallest number that any source allows, two where none says; "
        "where nothing bounds it from above, orMore is true. Departures without a known destination count as going out."
    ): (
        "按净值的下限排序。同一人在每个数字中只计一次，不论流动几次。传闻或有争议的流动，以及日期超出所查时段的流动，只算“可能”；"
        "没有任何日期的流动只在不限时段时计入；被否认的流动不计。团队按来源所允许的最小人数计，无来源说明时计两人；"
        "人数没有上限时，“或更多”为是。去向不明的离职计为流出。"
    ),
    # shelters
    "Who went from one company over a start-up to another company within some months": "谁在数月之内由一家公司经创业公司转到另一家公司",
    (
        "People who left one company, founded or joined a start-up, and then joined another company that is neither, within the months given; "
        "the pattern of sitting out a non-compete clause."
    ): "在给定月数之内离开一家公司、创办或加入创业公司、随后又加入第三家公司的人；这是借道规避竞业限制的典型路径。",
    (
        "The pattern says nothing about motives. Every other company counts as a rival. The months run from leaving the first company to joining "
        "the last, and a date known only to the year makes them a wide span."
    ): "这一路径并不说明动机。任何其他公司都算作竞争对手。月数从离开第一家公司算到加入最后一家公司；日期只到年份时，月数的范围会很宽。",
    # sources
    "What each source supports, and which moves rest on one source alone": "每个来源支持什么，哪些流动只有单一来源",
    "One row a source with its tier, the original that it repeats, and the moves for which nothing independent of it is known.": (
        "每个来源为一行：层级、所转述的原文，以及没有其他独立来源的流动。"
    ),
    (
        "Two sources are independent when they go back to different publishers; a repetition that does not say whose report it repeats counts for "
        "none. A claim that denies supports nothing."
    ): "出自不同发布方的两个来源才算互相独立；未说明转述谁的报道的转述不计。否认的说法不支持任何流动。",
    # tenures
    "How long people stayed, and whether they were still there after some months": "任职多久，若干月后是否仍在",
    (
        "One row for each person's time at a topmost company, from the move in to the move out, with moves inside the company left out of account."
    ): "每人在每家最上层公司的一段任职为一行，从加入到离开，公司内部变动不计。",
    "A tenure that goes on is one of which no departure is known on the day asked for; nobody may have reported it.": (
        "“仍在任”是指截至所查日期没有已知的离职；也可能只是无人报道。"
    ),
    # theses
    "What the articles say in general, and the figures that test it": "文章的总体论断，以及检验它们的数字",
    (
        "Each general statement with its speaker, the report that tests it and that report's figures for the time of which the statement speaks, "
        "or the reason why no figure here can test it."
    ): "每条总体论断的说话人、检验它的报表，以及该报表在论断所涉时段的数字；或者此处没有数字可以检验它的原因。",
    (
        "The figures count what this graph holds, which is what journalists reported: they show whether a statement fits the cases here, not whether "
        "it is true of the industry. A statement about companies that it names is tested on those alone. "
        "A group without an upper bound counts with its least."
    ): (
        "这些数字统计的是本图谱所收录的内容，即记者报道过的内容：它们表明论断是否符合这里的案例，而非对整个行业是否成立。"
        "点名公司的论断只用这些公司检验。没有人数上限的团队按最小人数计。"
    ),
    # parameters
    "Tell what was known on this day, by the publication dates of the sources.": "按来源的发布日期，只看截至这一天已知的内容。",
    "The company; units of it count too. Without it, every company.": "公司，其部门一并计入；不填则为所有公司。",
    "Only departures from, or returns to, this company and what is part of it.": "只看离开或回到这家公司及其部门的流动。",
    "Only this move, person, company, role or product.": "只看这次流动、这个人物、公司、职位或产品。",
    "Leave out months that end before this day.": "不含在这一天之前结束的月份。",
    "Leave out months that begin after this day.": "不含在这一天之后开始的月份。",
    "The kind of organisation that people leave and join.": "人员离开和加入的机构类型。",
    "Only moves to, and from, organisations of this kind on the other side.": "只看另一方为此类型机构的流动。",
    "Leave out what certainly happened before this day.": "不含确定发生在这一天之前的流动。",
    "Leave out what certainly happened after this day.": "不含确定发生在这一天之后的流动。",
    "Whether units count as their topmost company (top), for themselves (unit), or all topmost companies of a kind together (kind).": (
        "部门计入其最上层公司（top）、单独计算（unit），或将同一类型的最上层公司合并计算（kind）。"
    ),
    "Whether units count as their topmost company (top) or for themselves (unit).": "部门计入其最上层公司（top）或单独计算（unit）。",
    "Only flows out of or into this company and what is part of it.": "只看流出或流入这家公司及其部门的流动。",
    "Only this company and what is part of it.": "只看这家公司及其部门。",
    "Only this person.": "只看这个人物。",
    "Only moves out of or into this company or a part of it.": "只看离开或加入这家公司或其部门的流动。",
    "Only companies of this kind.": "只看这一类型的机构。",
    "The longest time from leaving the first company to joining the last, in months.": "从离开第一家公司到加入最后一家公司的最长月数。",
    "Only this company as the one left first, or what is part of it.": "只看最先离开的是这家公司或其部门的情形。",
    "Ask whether the person was still there after this many months.": "查询这么多个月之后此人是否仍在。",
    "Only this company, at its topmost level.": "只看这家公司（按最上层公司）。",
}
