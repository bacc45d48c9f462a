import ArticleReading
import Foundation
import TestSupport
import Testing

/// The reader's own JSON parser against Foundation's on seeded records.
@Suite struct JSONOracleTests {
  @Test(arguments: 0..<200)
  func agreesWithFoundation(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    let pieces = ["a", "é", "”", "😀", "\"", "\\", "\n", "\t", "\u{1}", "/", "\u{7F}", " ", "{", "]", ",", "\u{2028}"]
    func text() -> String {
      (0..<Int.random(in: 1...20, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }
    let record: [String: Any] = [
      "id": "r\(seed)", "text": "x" + text(), "title": "t" + text(),
      "tags": [Int.random(in: -9...9, using: &random), NSNull(), true, [1.5e10, [String: Int]()]] as [Any],
    ]
    let data = try JSONSerialization.data(
      withJSONObject: record, options: seed % 2 == 0 ? [] : [.withoutEscapingSlashes, .sortedKeys])
    let items = Array(ArticleReader().items(in: [UInt8](data), name: "r.jsonl"))
    guard case .article(let article)? = items.first, items.count == 1 else {
      Issue.record("\(String(decoding: data, as: UTF8.self)) gave \(items)")
      return
    }
    #expect(article.text == record["text"] as? String)
    #expect(article.title == record["title"] as? String)
  }

  /// What Foundation refuses is refused: one byte of a record is changed.
  @Test(arguments: 0..<300)
  func refusesWhatIsBroken(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    var bytes = Array(#"{"id":"a","text":"b\u00e9\n","tags":[1,-2.5e3,true,null,{"k":"v"}]}"#.utf8)
    bytes[Int.random(in: 2..<bytes.count, using: &random)] = UInt8.random(in: 0x20...0x7E, using: &random)
    let isValid = (try? JSONSerialization.jsonObject(with: Data(bytes))) != nil
    let items = Array(ArticleReader().items(in: bytes, name: "r.jsonl"))
    let isRefused = items.contains { item in
      if case .fault(let fault) = item { fault.message.contains("is not valid JSON") } else { false }
    }
    // A key that comes twice is a fault here, not to Foundation; it reads on behind some numbers that are none.
    if isValid == isRefused {
      let reason = "\(items)"
      #expect(
        reason.contains("twice") || reason.contains("number") || reason.contains("digit"),
        "\(String(decoding: bytes, as: UTF8.self)) \(items)")
    }
  }
}
