import Foundation
import Recognition
import Testing

/// The formats that show an article's mentions.
@Suite struct EntityAnnotationTests {
  @Test func printsMentionsAsJSON() throws {
    let shipped = try ShippedRecognizer.shared.get()
    let document = shipped.document("É. Angela Merkel spoke to Maria Zubrovska.", date: "2018-05-02")
    let line = EntityAnnotation(shipped.recognizer.recognize(document)).json()
    #expect(!line.contains("\n"))
    let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(object["doc"] as? String == "test")
    let mentions = try #require(object["mentions"] as? [[String: Any]])
    let starts = mentions.map { $0["start"] as? Int }
    // Code points: `É` counts one.
    #expect(starts == [3, 26])
    #expect(mentions.map { $0["end"] as? Int } == [16, 41])
    #expect(mentions.map { $0["text"] as? String } == ["Angela Merkel", "Maria Zubrovska"])
    #expect(mentions.map { $0["type"] as? String } == ["person", "person"])
    #expect(mentions[0]["id"] as? String == "Q567")
    #expect(mentions[1]["id"] is NSNull)
    #expect(mentions[1]["entity"] as? String == "x-person-maria-zubrovska")
    #expect(mentions.allSatisfy { $0["coref"] == nil })
  }

  @Test func marksReferences() throws {
    let shipped = try ShippedRecognizer.shared.get()
    let document = shipped.document("Angela Merkel spoke. She left.", date: "2018-05-02")
    let line = EntityAnnotation(shipped.recognizer.recognize(document)).json()
    #expect(line.hasSuffix("\"coref\":true}]}"))
  }

  @Test func escapesTheArticleInPages() throws {
    let shipped = try ShippedRecognizer.shared.get()
    let text = "<script>alert(1)</script> Angela Merkel & \"Paris\" said 'no' <img src=x onerror=alert(2)>."
    let page = shipped.recognizer.page(of: shipped.document(text, title: "</title><script>"))
    #expect(!page.contains("<script") && !page.contains("<img"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(page.components(separatedBy: "<mark").count == page.components(separatedBy: "</mark>").count)
    #expect(page.contains("href=\"https://www.wikidata.org/wiki/Q567\""))
  }

  @Test func explainsCandidates() throws {
    let shipped = try ShippedRecognizer.shared.get()
    let text = shipped.recognizer.explanation(
      of: shipped.document("Russian President Putin spoke.", date: "2015-05-02"))
    let lines = text.split(separator: "\n")
    #expect(lines.first?.hasPrefix("0..<7 Russian: demonym of Russia (Q159), ") == true)
    #expect(lines.contains { $0.hasPrefix("18..<23 Putin: name of Vladimir Putin (Q7747), ") })
    #expect(lines.contains { $0.contains("candidate Vladimir Putin (Q7747)") && $0.contains("fits the title") })
  }
}
