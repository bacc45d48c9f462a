/// Texts that break careless writers.
public enum HostileText {
  public static let all = [
    "plain", "", "say \"hi\" 'there'", "<&> &amp; ]]> <!-- -->", "line\nfeed\r\nand return\r", "tab\tstop", "back\\",
    "\\N \\n \\\"", "שלום עולם", "مرحبا", "東京都", "🙂👩‍👩‍👧", "e\u{301}", "a\u{1}b\u{8}c\u{1b}[31md\u{7f}e\u{85}",
    "\u{feff}bom", "\u{fffe}\u{ffff}", "\u{202e}right to left\u{202c}", "\u{2028}line\u{2029}paragraph", "{\"a\": [1]}",
    "=1+1", "a,b;c|d", "$1 %s #{x} `x`", "digraph { n1 -> n2 }", "]", "*Vertices 3", "@prefix x: <y> .",
    String(repeating: "long ", count: 20_000), String(repeating: "\"", count: 20_000),
    String(repeating: "é", count: 10_000),
  ]
}
