"""What the page about the data says."""

from __future__ import annotations

from . import Said

WORDS = {
    "data_title": Said("The data, to download", "下载数据"),
    "data_lede": Said(
        "Everything on this site, as files: tables for a spreadsheet, linked data for a graph, each with its checksum. Free to use for anything.",
        "本站全部内容均可作为文件下载：供电子表格使用的数据表、供图数据库使用的关联数据，均附校验和。可作任何用途，无需许可。",
    ),
    "data_numbers": Said("This release", "本次发布"),
    "data_issued": Said("Issued", "发布日期"),
    "data_checked": Said("Claims checked up to", "说法核对至"),
    "data_covers": Said("Covers moves from", "所含流动时间"),
    "data_to": Said("to", "至"),
    "data_holds": Said("Holds", "内容"),
    "data_claims": Said("Claims", "说法"),
    "data_contents": Said("On this page", "本页内容"),
    "data_choose": Said("What should I take?", "我该下载哪个？"),
    "data_for_sheet": Said("For a spreadsheet", "用电子表格"),
    "data_for_sheet_text": Said(
        "CSV opens in Excel, LibreOffice and Numbers. One row a move, with names beside the identifiers and "
        "the first and last day that each date allows. The files are UTF-8 without a byte order mark. "
        "In Excel, do not open them by a click, which garbles Chinese, but by Data > From Text/CSV with the file origin 65001: Unicode (UTF-8).",
        "CSV 可用 Excel、WPS、LibreOffice 等打开。每行一次流动，标识符旁附名称，每个日期附其所允许的最早日与最晚日。"
        "文件为 UTF-8 编码，不带字节顺序标记（BOM）。"
        "在 Excel 中请勿双击打开，以免中文乱码，而用“数据 > 从文本/CSV”导入，文件原始格式选“65001: Unicode (UTF-8)”；"
        "在 WPS 表格中用“数据 > 导入数据”，编码选 UTF-8。",
    ),
    "data_for_code": Said("For Python, R or SQL", "用 Python、R 或 SQL"),
    "data_for_code_text": Said(
        "Parquet keeps types, lists and every text as it is. pandas, Polars, R and DuckDB read it. In the folder of the downloaded file:",
        "Parquet 保留数据类型、列表和原文。pandas、Polars、R 与 DuckDB 均可读取。在所下载文件的目录中：",
    ),
    "data_for_graph": Said("For a graph database", "用图数据库"),
    "data_for_graph_text": Said(
        "TriG or N-Quads keep apart what people wrote, what follows from it, the ontology and the rules. "
        "Turtle and N-Triples hold all facts in one graph.",
        "TriG 与 N-Quads 将人工撰写的内容、由其推出的内容、本体与规则分放于各自的图中；Turtle 与 N-Triples 则将全部事实合为一图。",
    ),
    "data_for_web": Said("For a program on the web", "用于网络程序"),
    "data_for_web_text": Said(
        "JSON-LD is JSON with a context. Every person, company, move, claim and source is there alone too: put .jsonld or .ttl behind its address.",
        "JSON-LD 是带有上下文的 JSON。每个人物、公司、流动、说法与来源也可单独获取：在其网址后加 .jsonld 或 .ttl 即可。",
    ),
    "data_for_learning": Said("For machine learning", "用于机器学习"),
    "data_for_learning_text": Said(
        "Croissant tells tools where the tables are, what their columns mean and what the checksums are.",
        "Croissant 描述文件向工具说明数据表的位置、各列含义以及校验和。",
    ),
    "data_for_looking": Said("Just to look", "只想看看"),
    "data_for_looking_text": Said(
        "Ask in SPARQL on the query page: it loads this release into your browser, and no question leaves it. Or begin with a finished report.",
        "可在查询页用 SPARQL 提问：本发布会载入您的浏览器，问题不会发往别处。也可从现成的报表看起。",
    ),
    "data_files": Said("All files", "全部文件"),
    "data_file": Said("File", "文件"),
    "data_what": Said("What it is", "说明"),
    "data_size": Said("Size", "大小"),
    "data_compressed": Said("Compressed", "压缩"),
    "data_sums": Said("Checksums (SHA-256)", "校验和（SHA-256）"),
    "data_tables": Said("Tables", "数据表"),
    "data_whole": Said("Linked data, whole", "关联数据（完整）"),
    "data_apart": Said("Linked data, each graph alone", "关联数据（各图单独）"),
    "data_described": Said("Descriptions for programs", "供程序读取的描述"),
    "data_changed": Said("Changes", "变更"),
    "data_csv": Said("CSV", "CSV"),
    "data_parquet": Said("Parquet", "Parquet"),
    "data_ttl": Said("Turtle: all facts in one graph, easy to read", "Turtle：全部事实合为一图，便于阅读"),
    "data_trig": Said("TriG: like Turtle, with the four graphs apart", "TriG：同 Turtle，但四个图分开"),
    "data_nq": Said("N-Quads: a statement a line, in canonical order, with its graph", "N-Quads：每行一条陈述，按规范顺序，注明所属的图"),
    "data_nt": Said("N-Triples: a statement a line, all facts in one graph", "N-Triples：每行一条陈述，全部事实合为一图"),
    "data_jsonld": Said("JSON-LD: JSON with short names, with the four graphs apart", "JSON-LD：使用简短名称的 JSON，四个图分开"),
    "data_rdf": Said("RDF/XML: for older tools", "RDF/XML：供较旧的工具使用"),
    "data_context": Said("The JSON-LD context alone, for entities and for data of your own", "单独的 JSON-LD 上下文，适用于单个实体及您自己的数据"),
    "data_graphs": Said("The hash of each graph (RDFC-1.0)", "各图的哈希（RDFC-1.0）"),
    "data_csvw": Said("What each column of the CSV files means, for programs (CSVW)", "CSV 文件各列含义，供程序读取（CSVW）"),
    "data_dcat": Said("The catalogue entry (DCAT 3), for data portals", "目录条目（DCAT 3），供数据门户使用"),
    "data_void": Said("Counts by graph, class and property (VoID)", "按图、类与属性的统计（VoID）"),
    "data_service": Said(
        "What an endpoint loaded with this release offers (SPARQL service description)", "载入本发布的端点所提供的服务（SPARQL 服务描述）"
    ),
    "data_croissant": Said("The tables for machine-learning tools (Croissant)", "供机器学习工具使用的数据表描述（Croissant）"),
    "data_citation": Said("How to cite (CITATION.cff)", "引用方式（CITATION.cff）"),
    "data_changelog": Said("What changed since the release before, in English", "与上一次发布相比的变更（英文）"),
    "data_changelog_zh": Said("What changed since the release before, in Chinese", "与上一次发布相比的变更（中文）"),
    "data_patch": Said("The changes as RDF Patch: an earlier copy plus the patch is this release", "以 RDF Patch 表示的变更：旧副本加补丁即得本发布"),
    "data_changes": Said("The changes as JSON, by move", "以 JSON 表示的变更，按流动列出"),
    "data_fields": Said("What the columns mean", "各列含义"),
    "data_fields_text": Said(
        "Every column says the same as a property of the ontology, or is worked out from it. A date such as 2024-10 is what the sources give; "
        "the columns that end in earliest and latest have the first and the last day that it allows. An empty cell means that no source tells.",
        "每一列要么与本体中的某个属性相同，要么由其算出。2024-10 这样的日期即来源所给的精度；"
        "以 earliest 与 latest 结尾的列是其所允许的最早日与最晚日。空格表示没有来源提及。",
    ),
    "data_column": Said("Column", "列"),
    "data_meaning": Said("Meaning", "含义"),
    "data_type": Said("Type", "类型"),
    "data_always": Said("always", "必有"),
    "data_several": Said("several", "可多个"),
    "data_rows": Said("columns", "列"),
    "data_type_id": Said("identifier", "标识符"),
    "data_type_term": Said("term", "术语"),
    "data_type_iri": Said("address", "网址"),
    "data_type_string": Said("text", "文本"),
    "data_type_date": Said("day", "日期（到日）"),
    "data_type_partial_date": Said("date as reported", "日期（按报道精度）"),
    "data_type_integer": Said("integer", "整数"),
    "data_type_decimal": Said("decimal", "小数"),
    "data_type_boolean": Said("true or false", "真或假"),
    "data_ontology": Said("The ontology has every term with its definition and an example.", "本体页列出每个术语及其定义与示例。"),
    "data_verify": Said("Check what you have", "校验所得文件"),
    "data_verify_text": Said(
        "SHA256SUMS names the checksum of every file of the release. Put it beside the files that you took, and:",
        "SHA256SUMS 列出本发布每个文件的校验和。将其与所下载的文件放在一起，然后：",
    ),
    "data_verify_program": Said(
        "The program checks a whole release, here or on the web, and tells what was altered:", "程序可校验本地或网上的整个发布，并指出何处被改动："
    ),
    "data_verify_signed": Said(
        "Where there is a SHA256SUMS.minisig beside it, the release is signed; with the maintainers' public key:",
        "若其旁有 SHA256SUMS.minisig，则该发布已签名；用维护者的公钥校验：",
    ),
    "data_hashes": Said("The same graph, whatever the file", "同一个图，不论文件格式"),
    "data_hashes_text": Said(
        "A checksum is of bytes. These hashes are of the graphs themselves (RDFC-1.0 with SHA-256): two copies with the same hash say the same, in "
        "whatever format, order or store they are.",
        "校验和针对字节；以下哈希针对图本身（RDFC-1.0，SHA-256）：哈希相同的两份副本，无论格式、顺序或存储方式如何，内容都相同。",
    ),
    "data_graph": Said("Graph", "图"),
    "data_statements": Said("Statements", "陈述数"),
    "data_hash": Said("Hash", "哈希"),
    "data_graph_curated": Said("what people wrote", "人工撰写的内容"),
    "data_graph_derived": Said("what follows from it", "由其推出的内容"),
    "data_graph_ontology": Said("the ontology", "本体"),
    "data_graph_shapes": Said("the rules", "规则"),
    "data_graph_merged": Said("all facts in one graph, without the rules", "全部事实合为一图，不含规则"),
    "data_graph_dataset": Said("the whole, with the graphs apart", "整体，各图分开"),
    "data_cite": Said("How to cite", "如何引用"),
    "data_cite_file": Said("For reference managers:", "供文献管理软件使用："),
    "data_cite_thing": Said(
        "To cite one move, person or claim, cite its own address, and the version above.",
        "若要引用某一流动、人物或说法，请引用其自身网址，并注明上述版本。",
    ),
    "data_licence": Said("Licence", "许可"),
    "data_licence_text": Said(
        "The data is dedicated to the public domain: copy, change and publish it for any purpose, without asking and without naming us, though we "
        "are glad of a citation. It is about real people: keep to the law where you are, and take over removals when a new release has them.",
        "数据已贡献至公共领域：可为任何目的复制、修改与发布，无需征求许可，也无需署名，但欢迎引用。数据涉及真实人物：请遵守当地法律，并在新发布移除某人后同步移除。",
    ),
    "data_made": Said("How this was made", "制作方式"),
    "data_made_checked": Said("Every rule was checked first; data with an error is never published.", "先检查全部规则；有错误的数据不会发布。"),
    "data_made_derived": Said(
        "What follows from the claims - first and last days, statuses, tenures - was worked out by queries that are part of the project.",
        "由说法推出的内容（最早日与最晚日、状态、任期）均由项目内的查询算出。",
    ),
    "data_made_same": Said(
        "The same data gives the same bytes on any machine, so anybody can make this release again and compare:",
        "同样的数据在任何机器上得到同样的字节，任何人都可以重新制作本发布并比对：",
    ),
    "data_made_rules": Said("The rules", "规则"),
    "data_made_policy": Said("What is in the data, and what never is", "收录什么，绝不收录什么"),
}
