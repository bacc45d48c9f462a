import Testing

/// One input of each kind, and what is read of it.
struct InputKind: CustomTestStringConvertible {
  let name: String
  /// The file's extension.
  let ending: String
  let bytes: [UInt8]
  let expected: [String]
  /// A file that is cut off is told from a whole one.
  var tellsCuts = true

  var testDescription: String { name }

  private init(
    _ name: String, _ ending: String, _ text: String, _ expected: [String], tellsCuts: Bool = true
  ) {
    self.init(name, ending, Array(text.utf8), expected, tellsCuts: tellsCuts)
  }

  private init(
    _ name: String, _ ending: String, _ bytes: [UInt8], _ expected: [String], tellsCuts: Bool = true
  ) {
    self.name = name
    self.ending = ending
    self.bytes = bytes
    self.expected = expected
    self.tellsCuts = tellsCuts
  }

  static let all = text + pages + records + tables + feeds + mails + webArchives

  private static let first = "The envoy of Ruritania called the duchess on Sunday, and the two agreed to talk in Zenda."
  private static let second = "“We spoke for an hour,” she told the Courier, “and we will speak again.”"
  private static let body = "\(first)⏎⏎\(second)"
  private static let address = "https://courier.example.org/2019/07/14/talks"

  private static let text = [
    InputKind("plain text", "txt", "\(first)\n\n\(second)", ["story | \(body)"], tellsCuts: false),
    InputKind(
      "UTF-16", "txt", [0xFF, 0xFE] + "\(first)".utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] },
      ["story | \(first)"], tellsCuts: false),
    InputKind(
      "Windows-1252", "txt", Array("The duchess\u{0}s caf".utf8).map { $0 == 0 ? 0x92 : $0 } + [0xE9, 0x2E],
      ["NOTE %: is not UTF-8; it was read as Windows-1252", "story | The duchess’s café."], tellsCuts: false),
  ]

  private static let pages = [
    InputKind(
      "page with JSON-LD", "html",
      """
      <!DOCTYPE html><html lang="en-GB"><head><title>Talks - Courier</title><script type="application/ld+json">
      {"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle", "headline": "Talks in Zenda", "datePublished": "2019-07-14T10:00:00Z",
      "author": [{"@type": "Person", "name": "Rose Hentzau"}], "publisher": {"@type": "Organization", "name": "The Courier"}}]}</script>
      <link rel="canonical" href="\(address)"></head><body><nav><a href="/">Home</a></nav><article><h1>Talks in Zenda</h1>
      <p>\(first)</p><p>\(second)</p></article><footer>All rights reserved to the Courier, of Zenda, and others.</footer></body></html>
      """,
      [
        "story | title=Talks in Zenda | date=2019-07-14 | source=The Courier | url=\(address) | byline=Rose Hentzau | language=en-GB | \(body)"
      ], tellsCuts: false),
    InputKind(
      "page with meta elements", "html",
      """
      <html><head><meta property="og:title" content="Talks in Zenda"><meta property="og:site_name" content="The Courier">
      <meta property="article:published_time" content="2019-07-14T10:00:00+02:00"><meta name="author" content="Rose Hentzau">
      <meta property="og:url" content="\(address)"></head><body><div class="story-body"><p>\(first)<p>\(second)</div></body></html>
      """,
      [
        "story | title=Talks in Zenda | date=2019-07-14 | source=The Courier | url=\(address) | byline=Rose Hentzau | \(body)"
      ],
      tellsCuts: false),
    InputKind(
      "page in an old encoding", "html",
      Array(
        "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\"><title>Zenda</title></head><body><p>"
          .utf8) + [0xD2, 0xE0, 0xEB, 0xEA]
        + Array(": \(String(first.unicodeScalars.filter(\.isASCII)))</p></body></html>".utf8),
      ["story | title=Zenda | Талк: \(first)"], tellsCuts: false),
  ]

  /// The fields of the exports of scrapers and services, each with what is read of them.
  static let exports: [(name: String, record: String, expected: String)] = [
    (
      "own format",
      #"{"id":"a1","text":"\#(first)","title":"Talks","date":"2019-07-14","source":"The Courier","url":"\#(address)","byline":"Rose Hentzau","language":"en"}"#,
      "a1 | title=Talks | date=2019-07-14 | source=The Courier | url=\(address) | byline=Rose Hentzau | language=en | \(first)"
    ),
    (
      "news-please",
      #"{"authors":["Rose Hentzau","Fritz Tarlenheim"],"date_download":"2020-01-01 00:00:00","date_modify":null,"date_publish":"2019-07-14 10:00:00","description":"D.","filename":"x.json","image_url":"i.jpg","language":"en","localpath":null,"title":"Talks","title_page":null,"title_rss":null,"source_domain":"courier.example.org","maintext":"\#(first)","url":"\#(address)"}"#,
      "# | title=Talks | date=2019-07-14 | source=courier.example.org | url=\(address) | byline=Rose Hentzau, Fritz Tarlenheim | language=en | \(first)"
    ),
    (
      "trafilatura",
      #"{"title":"Talks","author":"Rose Hentzau","hostname":"courier.example.org","date":"2019-07-14","fingerprint":"ab12","id":null,"license":null,"comments":"","raw_text":"\#(first) raw","text":"\#(first)","language":null,"image":null,"pagetype":"article","filedate":"2020-01-01","source":"\#(address)","source-hostname":"The Courier","excerpt":"E.","categories":"","tags":"a,b"}"#,
      "# | title=Talks | date=2019-07-14 | source=The Courier | url=\(address) | byline=Rose Hentzau | \(first)"
    ),
    (
      "newspaper",
      #"{"url":"\#(address)","source_url":"https://courier.example.org","title":"Talks","top_image":"i.jpg","meta_img":"","images":["i.jpg"],"movies":[],"text":"\#(first)","keywords":["talks"],"meta_keywords":[""],"tags":[],"authors":["Rose Hentzau"],"publish_date":"2019-07-14T10:00:00+02:00","summary":"S.","meta_description":"D.","meta_lang":"en","meta_favicon":"","meta_site_name":"The Courier","canonical_link":"\#(address)"}"#,
      "# | title=Talks | date=2019-07-14 | source=The Courier | url=\(address) | byline=Rose Hentzau | language=en | \(first)"
    ),
    (
      "Media Cloud",
      #"{"stories_id":77,"id":77,"media_id":5,"media_name":"The Courier","media_url":"https://courier.example.org","title":"Talks","publish_date":"2019-07-14 10:00:00","collect_date":"2019-07-15","url":"\#(address)","language":"en","ap_syndicated":false,"themes":"","guid":"g","story_text":"\#(first)"}"#,
      "77 | title=Talks | date=2019-07-14 | source=The Courier | url=\(address) | language=en | \(first)"
    ),
    (
      "GDELT",
      #"{"url":"\#(address)","url_mobile":"","title":"Talks","seendate":"20190714T100000Z","socialimage":"i.jpg","domain":"courier.example.org","language":"English","sourcecountry":"Ruritania","text":"\#(first)"}"#,
      "# | title=Talks | date=2019-07-14 | source=courier.example.org | url=\(address) | language=English | \(first)"
    ),
    (
      "NewsAPI",
      #"{"source":{"id":"courier","name":"The Courier"},"author":"Rose Hentzau","title":"Talks","description":"D.","url":"\#(address)","urlToImage":"i.jpg","publishedAt":"2019-07-14T10:00:00Z","content":"\#(first)"}"#,
      "# | title=Talks | date=2019-07-14 | source=The Courier | url=\(address) | byline=Rose Hentzau | \(first)"
    ),
    (
      "schema.org",
      #"{"@context":"https://schema.org","@type":"NewsArticle","headline":"Talks","datePublished":"2019-07-14","dateModified":"2019-07-15","author":{"@type":"Person","name":"Rose Hentzau"},"publisher":{"@type":"Organization","name":"The Courier"},"mainEntityOfPage":"x","url":"\#(address)","articleBody":"\#(first)"}"#,
      "# | title=Talks | date=2019-07-14 | source=The Courier | url=\(address) | byline=Rose Hentzau | \(first)"
    ),
  ]

  private static let records = exports.flatMap { export -> [InputKind] in
    let second = #"{"id":"last","text":"The king called."}"#
    let expected = [export.expected.replacing("#", with: "story-1"), "last | The king called."]
    return [
      InputKind("\(export.name), JSON Lines", "jsonl", "\(export.record)\n\(second)\n", expected),
      InputKind("\(export.name), JSON array", "json", "[\n  \(export.record),\n  \(second)\n]\n", expected),
      InputKind("\(export.name), JSON object", "json", "{\n  \"articles\": [\(export.record), \(second)]}", expected),
    ]
  }

  private static let tables = [(",", "csv"), (";", "csv"), ("\t", "tsv")].map { separator, ending in
    InputKind(
      "table with '\(separator == "\t" ? "tab" : separator)'", ending,
      [
        ["id", "headline", "text", "date", "author", "source", "extra"],
        [
          "a1", "Talks", "\"\(first)\n\nShe said \"\"yes\"\", and left; all\tof them.\"", "14 July 2019",
          "Rose Hentzau", "The Courier", "",
        ],
        ["a2", "Call", "The king called.", "2019-07-15", "", "", ""],
      ].map { $0.joined(separator: separator) + "\r\n" }.joined(),
      [
        "a1 | title=Talks | date=2019-07-14 | source=The Courier | byline=Rose Hentzau | \(first)⏎⏎She said \"yes\", and left; all\tof them.",
        "a2 | title=Call | date=2019-07-15 | The king called.",
      ], tellsCuts: false)
  }

  private static let feedItem = """
    <title>Talks &amp; tea</title><link>\(address)</link><description><![CDATA[<p>\(first)</p><p>\(second)</p>]]></description>
    """
  private static let feedArticle =
    "\(address) | title=Talks & tea | date=2019-07-14 | source=The Courier | url=\(address) | byline=Rose Hentzau | \(body)"

  private static let feeds = [
    InputKind(
      "RSS 2.0", "rss",
      """
      <?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Courier</title>
      <item>\(feedItem)<pubDate>Sun, 14 Jul 2019 10:00:00 GMT</pubDate><dc:creator>Rose Hentzau</dc:creator></item></channel></rss>
      """, [feedArticle], tellsCuts: false),
    InputKind(
      "RSS 1.0", "rdf",
      """
      <?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>The Courier</title></channel>
      <item rdf:about="y">\(feedItem)<dc:date>2019-07-14T10:00:00Z</dc:date><dc:creator>Rose Hentzau</dc:creator></item></rdf:RDF>
      """, [feedArticle], tellsCuts: false),
    InputKind(
      "Atom", "atom",
      """
      <feed xmlns="http://www.w3.org/2005/Atom"><title>The Courier</title><entry><title>Talks &amp; tea</title>
      <link rel="alternate" href="\(address)"/><published>2019-07-14T10:00:00Z</published><author><name>Rose Hentzau</name></author>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>\(first)</p></div></content></entry></feed>
      """, [feedArticle.replacing(body, with: first)], tellsCuts: false),
  ]

  private static let mails = [
    InputKind(
      "mail", "eml",
      "From: Rose Hentzau <rose@courier.example.org>\r\nTo: desk@example.org\r\nSubject: Talks\r\n in Zenda\r\n"
        + "Date: Sun, 14 Jul 2019 10:00:00 +0200\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n\(first)\r\n",
      ["story | title=Talks in Zenda | date=2019-07-14 | byline=Rose Hentzau | \(first)"], tellsCuts: false),
    InputKind(
      "mail with a page in parts", "eml",
      """
      From: "Rose Hentzau" <rose@courier.example.org>
      To: desk@example.org
      Subject: =?utf-8?B?VGFsa3M=?=
      Date: 14 Jul 2019 10:00:00 GMT
      MIME-Version: 1.0
      Content-Type: multipart/alternative; boundary="b"

      --b
      Content-Type: text/html; charset=utf-8
      Content-Transfer-Encoding: base64

      PHA+VGhlIGtpbmcgY2FsbGVkLjwvcD48cD5TaGUgbGVmdC48L3A+
      --b--
      """, ["story | title=Talks | date=2019-07-14 | byline=Rose Hentzau | The king called.⏎⏎She left."],
      tellsCuts: false),
    InputKind(
      "mailbox", "mbox",
      "From rose@example.org Sun Jul 14 10:00:00 2019\nFrom: Rose <rose@example.org>\nTo: a@b.example\nSubject: Talks\n"
        + "Date: 14 Jul 2019 10:00:00 GMT\n\n\(first)\n\nFrom rose@example.org Mon Jul 15 10:00:00 2019\n"
        + "From: Rose <rose@example.org>\nTo: a@b.example\nSubject: Call\nDate: 15 Jul 2019 10:00:00 GMT\n\nThe king called.\n",
      [
        "story-1 | title=Talks | date=2019-07-14 | byline=Rose | \(first)",
        "story-2 | title=Call | date=2019-07-15 | byline=Rose | The king called.",
      ], tellsCuts: false),
  ]

  private static func record(_ type: String, _ fields: String, _ block: String) -> String {
    "WARC/1.0\r\nWARC-Type: \(type)\r\n\(fields)Content-Length: \(block.utf8.count)\r\n\r\n\(block)\r\n\r\n"
  }

  private static let webArchives = [
    InputKind(
      "web archive", "warc",
      record("warcinfo", "Content-Type: application/warc-fields\r\n", "software: x\r\n")
        + record(
          "request", "WARC-Target-URI: \(address)\r\nContent-Type: application/http; msgtype=request\r\n",
          "GET / HTTP/1.1\r\n\r\n")
        + record(
          "response", "WARC-Target-URI: \(address)\r\nContent-Type: application/http; msgtype=response\r\n",
          "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><head><title>Talks</title></head><body><p>\(first)</p></body></html>"
        )
        + record(
          "response",
          "WARC-Target-URI: https://courier.example.org/moved\r\nContent-Type: application/http; msgtype=response\r\n",
          "HTTP/1.1 301 Moved\r\nLocation: /x\r\n\r\n"),
      ["\(address) | title=Talks | date=2019-07-14 | source=courier.example.org | url=\(address) | \(first)"])
  ]
}
