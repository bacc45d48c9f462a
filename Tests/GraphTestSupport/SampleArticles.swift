import ContactModel
import TestSupport
import TextModel

/// Articles made for tests.
public enum SampleArticles {
  public static let macron = Party(
    id: "Q3052772", name: "Emmanuel Macron", type: .person, aliases: ["French President", "Macron"], country: "FR")
  public static let putin = Party(
    id: "Q7747", name: "Vladimir Putin", type: .person, aliases: ["Putin", "Russian President"], country: "RU")
  public static let france = Party(id: "Q142", name: "France", type: .country, country: "FR")
  public static let russia = Party(id: "Q159", name: "Russia", type: .country, country: "RU")
  public static let outlet = Party(id: "o-daily-lantern", name: "Daily Lantern", type: .organization, country: "GB")

  /// An article in which each row tells of one contact: `from`, `to`, kind.
  public static func article(
    _ id: String, date: String? = "2022-01-28", hash: String? = nil,
    _ rows: [(from: Party, to: Party, kind: ContactKind)]
  ) -> ArticleContacts {
    article(
      id, date: date, hash: hash,
      contacts: rows.map { row in
        (row.from, row.to, contact(row.kind, text: "\(row.from.name) – \(row.kind.rawValue) – \(row.to.name)."))
      })
  }

  public static func article(
    _ id: String, date: String? = "2022-01-28", hash: String? = nil, contacts rows: [(Party, Party, Contact)]
  ) -> ArticleContacts {
    var parties: [Party] = []
    for party in rows.flatMap({ [$0.0, $0.1] }) where !parties.contains(party) { parties.append(party) }
    parties.sort { ($0.id, $0.name) < ($1.id, $1.name) }
    let contacts = rows.map { from, to, contact in
      var contact = contact
      contact.from = parties.firstIndex(of: from) ?? 0
      contact.to = parties.firstIndex(of: to) ?? 0
      return contact
    }
    return ArticleContacts(
      article: ArticleReference(
        id: id, title: "Title of \(id)", date: date.flatMap { PartialDate($0) }, source: "Daily Lantern",
        url: "https://lantern.example/\(id)?a=1&b=2", contentHash: hash ?? Self.hash(of: id), length: 1000),
      parties: parties, contacts: contacts)
  }

  /// A contact whose ends `article` sets.
  public static func contact(
    _ kind: ContactKind, modality: Modality = .actual, on day: String? = nil, text: String = "They spoke."
  ) -> Contact {
    let isMutual = [.call, .meet, .talks].contains(kind)
    return Contact(
      from: 0, to: 0, kind: kind, isMutual: isMutual, modality: modality,
      evidence: [
        Evidence(
          sentence: TextRange(10, 10 + text.utf8.count), text: text, from: TextRange(10, 12), to: TextRange(20, 22),
          trigger: TextRange(14, 18), construction: "told C")
      ], when: day.flatMap { PartialDate($0)?.interval }, venue: "Geneva", medium: nil, topic: "grain & gas",
      confidence: 0.875, cameo: "036")
  }

  /// Sixteen hexadecimal digits that differ for different texts.
  public static func hash(of text: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Articles with random parties, kinds, dates and names that differ from article to article.
  public static func random(seed: UInt64, count: Int, parties partyCount: Int = 12) -> [ArticleContacts] {
    var random = SeededRandom(seed: seed)
    let types: [EntityType] = [.person, .country, .organization]
    return (0..<count).map { number in
      let present = (0..<partyCount).map { index in
        Party(
          id: "p-\(index)",
          name: Bool.random(using: &random) ? "Party \(index)" : "The Right Honourable Party \(index)",
          type: types[index % 3], aliases: Bool.random(using: &random) ? ["P\(index)", "№ \(index)"] : [],
          country: [nil, "FR", "DE"].randomElement(using: &random) ?? nil,
          affiliation: Int.random(in: 0..<4, using: &random) == 0 ? "o-\(index % 2)" : nil)
      }
      let contacts: [(Party, Party, Contact)] = (0..<Int.random(in: 0...6, using: &random)).compactMap { step in
        guard let a = present.randomElement(using: &random), let b = present.randomElement(using: &random),
          a.id != b.id,
          let kind = ContactKind.allCases.randomElement(using: &random),
          let modality = Modality.allCases.randomElement(using: &random)
        else { return nil }
        let day = Bool.random(using: &random) ? "2022-0\(Int.random(in: 1...9, using: &random))-15" : nil
        return (a, b, contact(kind, modality: modality, on: day, text: "Sentence \(step) of article \(number)."))
      }
      let date = Bool.random(using: &random) ? "2022-0\(Int.random(in: 1...9, using: &random))-1\(number % 9)" : nil
      return article("a\(number)", date: date, contacts: contacts)
    }
  }
}
