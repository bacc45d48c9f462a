import ArticleReading
import Foundation
import Testing

@Suite struct JSONLinesTests {
  private static let noText = "has in 'text' no text; write it in quotation marks"
  private static let noObject = "is no object; every record must be an object such as {\"id\": …, \"text\": …}"

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
    ("text is a number", #"{"id":"a","text":5}"#, ["FAULT n.jsonl:1: \(noText)"]),
    (
      "text is a truth value", #"{"text":"A."}"# + "\n" + #"{"text":false}"#,
      ["n-1 | A.", "FAULT n.jsonl:2: \(noText)"]
    ),
    ("text is an object", #"{"text":{"a":"b"}}"#, ["FAULT n.jsonl:1: \(noText)"]),
    ("text holds numbers", #"{"text":["A.",5]}"#, ["FAULT n.jsonl:1: \(noText)"]),
    ("text is null", #"{"text":null}"#, ["FAULT n.jsonl:1: has an empty 'text', so there is nothing to read"]),
    (
      "text is an empty array", #"{"text":["",[]]}"#,
      ["FAULT n.jsonl:1: has an empty 'text', so there is nothing to read"]
    ),
    ("text in paragraphs", #"{"text":["A.","","B."]}"#, ["n-1 | A.⏎⏎B."]),
    ("another field has the text", #"{"text":null,"content":[5],"body":"B."}"#, ["n-1 | B."]),
    ("a number as id and title", #"{"id":7,"title":1984,"text":"B."}"#, ["7 | title=1984 | B."]),
    ("null", "null", ["FAULT n.jsonl:1: \(noObject)"]),
    (
      "values that are no records", "true\n{\"text\":\"A.\"}\n\n\"x\"\n5\nnull\n{}\n[]",
      [
        "FAULT n.jsonl:1: \(noObject)", "n-2 | A.", "FAULT n.jsonl:4: \(noObject)", "FAULT n.jsonl:5: \(noObject)",
        "FAULT n.jsonl:6: \(noObject)",
        "FAULT n.jsonl:7: has no field 'text'; say by text=FIELD which of its fields holds the text (it has none)",
        "FAULT n.jsonl:8: \(noObject)",
      ]
    ),
    (
      "text without a record", "The king called.",
      [
        "FAULT n.jsonl:1: is not valid JSON (a value is missing, at byte 1 of the line); mend the line or remove it"
      ]
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

  /// Values that are no records are none in arrays either, and whatever the file is called.
  @Test(arguments: [
    ("null alone", "null\n", ["FAULT x:1: \(noObject)"]),
    ("null first", "null\n{\"text\":\"A.\"}\n", ["FAULT x:1: \(noObject)", "x-2 | A."]),
    (
      "elements of an array", #"[null, {"text":"A."}, 5, "x", [1], {"text":5}, {"text":"B."}]"#,
      [
        "FAULT x: byte 1: \(noObject)", "x-2 | A.", "FAULT x: byte 22: \(noObject)", "FAULT x: byte 25: \(noObject)",
        "FAULT x: byte 30: \(noObject)", "FAULT x: byte 35: \(noText)", "x-7 | B.",
      ]
    ),
    ("an array of numbers", "[1, 2]\n", ["FAULT x: byte 1: \(noObject)", "FAULT x: byte 4: \(noObject)"]),
    ("an array of arrays", "[[1]]", ["FAULT x: byte 1: \(noObject)"]),
    ("an array of texts", #"["A \"b\".", "B"]"#, ["FAULT x: byte 1: \(noObject)", "FAULT x: byte 13: \(noObject)"]),
    (
      "records inside an object", #"{"# + "\n" + #""articles": [5, {"text":5}, {"text":"B."}]}"#,
      ["FAULT x: record 1: \(noObject)", "FAULT x: record 2: \(noText)", "x-3 | B."]
    ),
    ("a text that starts with a note's number", "[1] The king called.", ["x | [1] The king called."]),
    ("a text that starts with a link", "[[Zenda]] is a town.", ["x | [[Zenda]] is a town."]),
    (
      "a text that starts with such a word", "null and void\nThe king said so.", ["x | null and void⏎The king said so."]
    ),
    ("a text that starts with a quotation", "\"No.\"\nThe king said so.", ["x | \"No.\"⏎The king said so."]),
  ])
  func tellsWhatIsNoRecord(name: String, text: String, expected: [String]) {
    #expect(ReadingDump.lines(text, name: "x") == expected)
  }

  @Test(arguments: [
    ("x.json", "The king called.", ["FAULT x.json: byte 0: is not valid JSON (a value is missing); mend the file"]),
    ("x.json", "5", ["FAULT x.json: \(noObject)"]),
    ("x.json.gz", "5", ["FAULT x.json.gz: \(noObject)"]),
    ("x.ndjson", "5", ["FAULT x.ndjson:1: \(noObject)"]),
    (
      "a/x.csv.gz", "head,count\nA,5\n",
      ["FAULT a/x.csv.gz:2: has no field 'text'; say by text=FIELD which of its fields holds the text (head, count)"]
    ),
  ])
  func theNameTellsWhatNothingElseDoes(file: String, text: String, expected: [String]) {
    #expect(ReadingDump.lines(text, name: file) == expected)
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
