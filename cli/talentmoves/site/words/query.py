"""What the query page says; what begins with ``query_say_`` is said by its script."""

from __future__ import annotations

from . import Said

WORDS = {
    "query_title": Said("Query the data", "查询数据"),
    "query_lede": Said(
        "Ask anything in SPARQL. The whole release is loaded into this page and answers here: nothing you type leaves your browser.",
        "用 SPARQL 提出任何问题。整个发布版会载入本页，并在浏览器内作答；您输入的内容不会离开本机。",
    ),
    "query_needs": Said(
        "The query editor is starting. If this text stays, the browser runs no scripts here, or the page was opened as a file: "
        "it needs JavaScript and any web server, such as python -m http.server in the folder of the release.",
        "查询编辑器正在启动。若此文字一直显示，说明浏览器未运行脚本，或本页是以文件形式打开的：它需要 JavaScript 和任意网页服务器，"
        "例如在发布版目录中运行 python -m http.server。",
    ),
    "query_otherwise": Said("Without it:", "无法运行时可以："),
    "query_otherwise_reports": Said("read the reports", "阅读报表"),
    "query_otherwise_data": Said("download the data", "下载数据"),
    "query_otherwise_program": Said("or run queries with the program:", "或用命令行程序运行查询："),
    "query_example": Said("Begin with a report", "从报表开始"),
    "query_choose": Said("Choose …", "请选择……"),
    "query_earlier": Said("Earlier queries of this tab", "本标签页中运行过的查询"),
    "query_editor": Said("SPARQL query", "SPARQL 查询"),
    "query_run": Said("Run", "运行"),
    "query_stop": Said("Stop", "停止"),
    "query_share": Said("Link to this query", "本查询的链接"),
    "query_limit": Said("Stop after", "超时停止"),
    "query_seconds": Said("seconds", "秒"),
    "query_result": Said("Answer", "结果"),
    "query_progress": Said("Progress", "进度"),
    "query_help": Said("Help", "说明"),
    "query_help_keys": Said(
        "Ctrl+Enter (on a Mac Cmd+Enter) runs the query. Tab leaves the editor; Escape closes the list of suggestions first. "
        "Ctrl+Space suggests terms and names.",
        "Ctrl+Enter（Mac 上为 Cmd+Enter）运行查询。Tab 键离开编辑器；按 Escape 先关闭建议列表。Ctrl+空格给出术语和名称的建议。",
    ),
    "query_help_prefixes": Said("These prefixes need no declaration:", "以下前缀无需声明："),
    "query_help_graphs": Said(
        "A query that names no graph asks what people wrote, what is derived from it, and the ontology together. With GRAPH you reach each alone:",
        "未指明图的查询同时查询人工录入的数据、由其推导的数据和本体。用 GRAPH 可分别查询：",
    ),
    "query_help_curated": Said("what people wrote", "人工录入的数据"),
    "query_help_derived": Said("what is derived from it", "推导出的数据"),
    "query_help_ontology": Said("the terms and their definitions", "术语及其定义"),
    "query_help_shapes": Said("the rules; only under this name", "规则；仅可用此名称访问"),
    "query_help_state": Said(
        "Dates and status of a move are best taken from its state, which weighs the claims; "
        "the state known today is the one with tm:knownUntil 9999-12-31.",
        "流动的日期与状态宜取自其认知状态（tm:MoveState），它权衡了各项说法；今日所知的状态，其 tm:knownUntil 为 9999-12-31。",
    ),
    "query_help_terms": Said("All terms stand in the ontology reference.", "全部术语见本体参考。"),
    "query_help_link": Said(
        "A link holds the query after its # sign, which browsers do not send to any server.",
        "链接把查询放在 # 之后，浏览器不会将其发送给任何服务器。",
    ),
    "query_comment": Said("Who joined a company most recently, and how well it is known", "最近有谁加入了哪家公司，以及其可信程度"),
    "query_say_editor": Said("SPARQL query", "SPARQL 查询"),
    "query_say_choose": Said("Choose …", "请选择……"),
    "query_say_fetching": Said("Fetching the data and the query engine …", "正在下载数据和查询引擎……"),
    "query_say_loading": Said("Reading the data …", "正在读取数据……"),
    "query_say_ready": Said("Ready: {count} statements.", "就绪：共 {count} 条陈述。"),
    "query_say_running": Said("Running …", "正在运行……"),
    "query_say_one_row": Said("1 row in {time} seconds.", "1 行，用时 {time} 秒。"),
    "query_say_rows": Said("{count} rows in {time} seconds.", "{count} 行，用时 {time} 秒。"),
    "query_say_answered": Said("Answered in {time} seconds.", "用时 {time} 秒。"),
    "query_say_yes": Said("Yes", "是"),
    "query_say_no": Said("No", "否"),
    "query_say_more": Said("Show {count} more of {left}", "再显示 {count} 行（剩余 {left} 行）"),
    "query_say_gone": Said("The rows are no longer in memory. Run the query again.", "结果已不在内存中，请重新运行查询。"),
    "query_say_file_csv": Said("Download CSV", "下载 CSV"),
    "query_say_file_tsv": Said("Download TSV", "下载 TSV"),
    "query_say_file_json": Said("Download JSON", "下载 JSON"),
    "query_say_file_ttl": Said("Download Turtle", "下载 Turtle"),
    "query_say_link_copied": Said("The link is copied, and stands in the address bar.", "链接已复制，并显示在地址栏中。"),
    "query_say_link_made": Said("The link stands in the address bar.", "链接显示在地址栏中。"),
    "query_say_no_report": Said("There is no report named {name}.", "没有名为 {name} 的报表。"),
    "query_say_unreachable": Said("The data could not be loaded ({message}).", "未能载入数据（{message}）。"),
    "query_say_stopped_time": Said(
        "Stopped after {seconds} seconds. The data is being read again; narrow the query, add a LIMIT, or allow more time.",
        "已在 {seconds} 秒后停止。正在重新读取数据；请缩小查询范围、加上 LIMIT，或延长时限。",
    ),
    "query_say_stopped_wish": Said("Stopped. The data is being read again.", "已停止。正在重新读取数据。"),
    "query_say_stopped_broken": Said(
        "The query engine ran out of memory or failed. It starts again with the next query; ask for fewer rows.",
        "查询引擎内存不足或出错。下次查询时会重新启动；请减少所求行数。",
    ),
    "query_say_failed": Said("The query has no answer. The engine says: {message}", "查询没有结果。引擎提示：{message}"),
    "query_say_unexpected": Said(
        "Line {line}: the query cannot be understood here. What could follow: {expected}", "第 {line} 行：此处无法理解。此处可以是：{expected}"
    ),
    "query_say_unreadable": Said("Line {line}: the query cannot be understood here.", "第 {line} 行：此处无法理解。"),
    "query_say_misspelt": Said(
        "Line {line}: {word} is no word of SPARQL. Did you mean {meant}?", "第 {line} 行：{word} 不是 SPARQL 的关键字。是否想写 {meant}？"
    ),
    "query_say_unknown": Said(
        "Line {line}: {word} is no word of SPARQL. Names need a prefix, such as tm:person, and variables a question mark.",
        "第 {line} 行：{word} 不是 SPARQL 的关键字。名称前须有前缀（如 tm:person），变量前须有问号。",
    ),
    "query_say_refused_empty": Said(
        "The query is empty. Write a SELECT, ASK, CONSTRUCT or DESCRIBE query.", "查询为空。请写一条 SELECT、ASK、CONSTRUCT 或 DESCRIBE 查询。"
    ),
    "query_say_refused_service": Said(
        "SERVICE would ask another server, which this page never does. Download the data and run the query with a program of your own.",
        "SERVICE 会向其他服务器提问，本页从不这样做。请下载数据，用自己的程序运行该查询。",
    ),
    "query_say_refused_from": Said(
        "FROM can only name graphs of this release, not {about}; nothing is fetched from elsewhere. See the help for their names.",
        "FROM 只能指定本发布版中的图，不能是 {about}；本页不会从别处获取数据。图的名称见说明。",
    ),
    "query_say_refused_update": Said(
        "This page only reads. Write a SELECT, ASK, CONSTRUCT or DESCRIBE query.", "本页只读。请写一条 SELECT、ASK、CONSTRUCT 或 DESCRIBE 查询。"
    ),
    "query_say_refused_prefix": Said(
        "The prefix {about}: is not declared. Put PREFIX {about}: <…> in front, or write the address in full.",
        "前缀 {about}: 未声明。请在前面加上 PREFIX {about}: <…>，或写出完整地址。",
    ),
}
