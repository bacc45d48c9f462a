import ArticleReading
import Foundation
import Testing

@Suite struct JSONLinesTests {
  @Test(arguments: [
    (
      "own format",
      #"{"id":"x1","text":"Ada met Bo.","title":"T","date":"2020-02-03","source":"S","url":"https://e.org"}"#,
      ["x1 | title=T | date=2020-02-03 | source=S | url=https://e.org | Ada met Bo."]
    ),
    ("no id", #"{"text":"A."}"# + "\n\n" + #"{"text":"B."}"#, ["n-1 | A.", "n-3 | B."]),
    ("same id", #"{"id":7,"text":"A."}"# + "\n" + #"{"id":7,"text":"B."}"#, ["7 | A.", "7-2 | B."]),
    (
      "broken line", #"{"text":"A."}"# + "\n" + #"{"text":"B""# + "\n" + #"{"text":"C."}"#,
      [
        "n-1 | A.",
        "FAULT n.jsonl:2: is not valid JSON (the text ends too early, at byte 12 of the line); mend the line or remove it",
        "n-3 | C.",
      ]
    ),
    (
      "not an object", "{\"text\":\"A.\"}\n[1]",
      ["n-1 | A.", "FAULT n.jsonl:2: is no object; every record must be an object such as {\"id\": …, \"text\": …}"]
    ),
    (
      "no text", #"{"id":"a","head":"x"}"#,
      ["FAULT n.jsonl:1: has no field 'text'; say by text=FIELD which of its fields holds the text (id, head)"]
    ),
    ("empty text", #"{"id":"a","text":""}"#, ["FAULT n.jsonl:1: has an empty 'text', so there is nothing to read"]),
    (
      "wrong type", #"{"id":"a","text":"x","title":true}"#,
      ["FAULT n.jsonl:1: has in 'title' no text; write it in quotation marks"]
    ),
    (
      "unknown key", #"{"id":"a","text":"x","titel":"T"}"# + "\n" + #"{"id":"b","text":"x","titel":"T"}"#,
      ["NOTE n.jsonl:1: has the unknown key 'titel', which is passed over here and in later records", "a | x", "b | x"]
    ),
    (
      "unknown date", #"{"id":"a","text":"x","date":"soon"}"#,
      ["NOTE n.jsonl:1: has the date 'soon', which is not understood; write YYYY-MM-DD", "a | x"]
    ),
    (
      "news-please",
      #"{"maintext":"M.","date_publish":"2019-07-14 10:00:00","source_domain":"e.org","authors":["A","B"],"localpath":null,"language":"en"}"#,
      ["n-1 | date=2019-07-14 | source=e.org | byline=A, B | language=en | M."]
    ),
    (
      "Media Cloud", #"{"stories_id":5,"story_text":"M.","publish_date":"2019-07-14","media_name":"S"}"#,
      ["5 | date=2019-07-14 | source=S | M."]
    ),
    (
      "NewsAPI", #"{"content":"M.","source":{"id":null,"name":"S"},"publishedAt":"2019-07-14T10:00:00Z"}"#,
      ["n-1 | date=2019-07-14 | source=S | M."]
    ),
    ("escapes", #"{"text":"a\u00e9\ud83d\ude00\ud800\n\"/\/"}"#, ["n-1 | aé😀\u{FFFD}⏎\"//"]),
    (
      "trailing", #"{"text":"A."} x"#,
      [
        "FAULT n.jsonl:1: is not valid JSON (something stands behind the value, at byte 15 of the line); mend the line or remove it"
      ]
    ),
    (
      "key twice", #"{"text":"A.","text":"B."}"#,
      [
        "FAULT n.jsonl:1: is not valid JSON (the key 'text' is given twice, at byte 14 of the line); mend the line or remove it"
      ]
    ),
  ])
  func reads(name: String, text: String, expected: [String]) {
    #expect(ReadingDump.lines(text, name: "n.jsonl") == expected)
  }

  /// A record in a pipe is read before the next one is written.
  @Test func streamsFromAPipe() throws {
    let folder = try TemporaryFolder()
    let path = folder.url.appending(path: "pipe.jsonl").path
    #expect(mkfifo(path, 0o600) == 0)
    // Opened for both ends, so that neither waits for the other.
    let descriptor = open(path, O_RDWR)
    defer { close(descriptor) }
    let stream = ArticleReader().items(from: [path])
    for number in 1...3 {
      let record = Array("{\"id\":\"p\(number)\",\"text\":\"The king called.\"}\n".utf8)
      #expect(write(descriptor, record, record.count) == record.count)
      guard case .article(let article)? = stream.next() else {
        Issue.record("record \(number) was not read")
        return
      }
      #expect(article.id == "p\(number)")
    }
  }

  @Test func mapsFields() throws {
    let options = ReadingOptions(mapping: try FieldMapping("text=doc.body,title=head"))
    let lines = ReadingDump.lines(
      #"{"id":1,"doc":{"body":"B."},"head":"H","other":2}"#, name: "n.jsonl", options: options)
    #expect(lines == ["1 | title=H | B."])
  }

  @Test(arguments: [
    ("text", "field mapping: 'text' is no pair; write PART=FIELD, as in text=body"),
    ("text=a,", "field mapping: '' is no pair; write PART=FIELD, as in text=body"),
    (
      "body=a",
      "field mapping: 'body' is no part of an article; known are id, text, title, date, source, url, byline, language"
    ),
    ("text=a,text=b", "field mapping: 'text' is given twice; keep one"),
  ])
  func refusesMappings(text: String, message: String) {
    #expect {
      try FieldMapping(text)
    } throws: { "\($0)" == message }
  }
}
