import Parley

/// Makes articles with contacts from a seed; few parties have most of the contacts, as in real news.
struct ContactGenerator {
  private var random: SeededGenerator
  private let parties: [Party]
  private var number = 0

  init(parties count: Int, seed: UInt64) {
    random = SeededGenerator(seed: seed)
    let types: [EntityType] = [.person, .organization, .country]
    parties = (0..<count).map { index in
      Party(
        id: "Q\(1000 + index)", name: "Given\(index % 97) Family\(index)", type: types[index % 3],
        aliases: ["Family\(index)"], country: index % 3 == 1 ? nil : "FR")
    }
  }

  /// The next article.
  mutating func article(contacts count: Int) -> ArticleContacts {
    number += 1
    let present = Set((0..<6).map { _ in random.below(1 + random.below(1 + random.below(parties.count))) }).sorted()
    let day = Day(15_000 + number / 50)
    var contacts: [Contact] = []
    for step in 0..<max(1, count) {
      let from = step % present.count
      let to = (from + 1 + random.below(max(1, present.count - 1))) % present.count
      guard from != to else { continue }
      let kind = ContactKind.allCases[random.below(ContactKind.allCases.count)]
      let start = 100 + step * 180
      let sentence =
        "\(parties[present[from]].name) spoke with \(parties[present[to]].name) on the matter of paragraph \(step) in "
        + "article \(number), officials said after the meeting, which lasted for more than two hours."
      contacts.append(
        Contact(
          from: from, to: to, kind: kind, isMutual: step % 2 == 0, modality: .actual,
          evidence: [
            Evidence(
              sentence: TextRange(start, start + sentence.utf8.count), text: sentence,
              from: TextRange(start, start + 10),
              to: TextRange(start + 30, start + 40), trigger: TextRange(start + 20, start + 25), construction: "told C")
          ], when: step % 2 == 0 ? DayInterval(first: day, last: day) : nil, venue: step == 0 ? "Geneva" : nil,
          confidence: 0.9))
    }
    return ArticleContacts(
      article: ArticleReference(
        id: "article-\(number)", title: "Headline of article \(number)", date: day.date, source: "Daily Lantern",
        url: "https://lantern.example/\(number)", contentHash: ContentHash.hexadecimal(Array("article \(number)".utf8)),
        length: 3000),
      parties: present.map { parties[$0] }, contacts: contacts)
  }

}
