import ContactModel
import GraphTestSupport
import TestSupport
import TextModel

/// Invented contacts of invented parties in the shape of real ones: a few parties with many contacts, many with few,
/// most contacts within groups that share a country. Equal seeds give equal contacts.
public struct SyntheticContacts {
  private var random: SeededRandom
  private let parties: [Party]
  private let partners: [[Int]]

  /// - Parameters:
  ///   - parties: At least 2.
  public init(parties count: Int, seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let countries = Self.countries
    var parties: [Party] = []
    var groups: [Int: [Int]] = [:]
    for index in 0..<max(2, count) {
      let home = min(random.below(countries.count), random.below(countries.count))
      let share = random.below(100)
      let isCountry = share < 18 && !parties.contains { $0.name == countries[home].name }
      let party: Party
      if isCountry {
        party = Party(id: "c-\(index)", name: countries[home].name, type: .country, country: countries[home].code)
      } else if share < 42 {
        party = Party(
          id: "o-\(index)", name: random.organization(of: countries[home].name), type: .organization,
          country: countries[home].code)
      } else {
        party = Party(id: "p-\(index)", name: random.person(), type: .person, country: countries[home].code)
      }
      parties.append(party)
      groups[home, default: []].append(index)
    }
    // Each newcomer meets some who are there, the well-connected sooner (preferential attachment), mostly of its group.
    var partners = [[Int]](repeating: [], count: parties.count)
    var ends: [Int] = [0]
    for index in 1..<parties.count {
      // One in twelve begins a circle of its own.
      if random.below(12) == 0 && index > 4 {
        ends.append(index)
        continue
      }
      for _ in 0..<(1 + random.below(2)) {
        var other = ends[random.below(ends.count)]
        if random.below(3) > 0, let group = groups.values.first(where: { $0.contains(index) }) {
          let near = group.prefix { $0 < index }
          if let choice = near.isEmpty ? nil : near[min(random.below(near.count), random.below(near.count))] {
            other = choice
          }
        }
        guard other != index else { continue }
        partners[index].append(other)
        ends += [index, other, other]
      }
    }
    self.random = random
    self.parties = parties
    self.partners = partners
  }

  /// Articles with one to six contacts each until there are `count` contacts.
  public mutating func articles(contacts count: Int) -> [ArticleContacts] {
    let pairs = partners.indices.flatMap { index in partners[index].map { (index, $0) } }
    var result: [ArticleContacts] = []
    var made = 0
    while made < count {
      let day = Day(year: 2019, month: 1, day: 1).advanced(by: random.below(1500))
      var contacts: [Contact] = []
      var members: [Int] = []
      for _ in 0..<min(count - made, 1 + random.below(6)) {
        // Every pair once, then the first pairs (the hubs') again and again.
        let pair = made < pairs.count ? pairs[made] : pairs[min(random.below(pairs.count), random.below(pairs.count))]
        contacts.append(contact(from: pair.0, to: pair.1, day: day, members: &members))
        made += 1
      }
      let number = result.count
      let reference = ArticleReference(
        id: "article-\(number)", title: "\(parties[members[0]].name) in a week of talks", date: day.date,
        source: "The \(["Courier", "Ledger", "Observer", "Dispatch"][number % 4])",
        url: "https://news.example/\(number)", contentHash: hexadecimal(number), length: 2000)
      result.append(ArticleContacts(article: reference, parties: members.map { parties[$0] }, contacts: contacts))
    }
    return result
  }

  private mutating func contact(from: Int, to: Int, day: Day, members: inout [Int]) -> Contact {
    func place(_ party: Int) -> Int {
      if let known = members.firstIndex(of: party) { return known }
      members.append(party)
      return members.count - 1
    }
    let frame = Self.frames[min(random.below(Self.frames.count), random.below(Self.frames.count))]
    let share = random.below(100)
    let modality: Modality = share < 84 ? .actual : share < 93 ? .planned : share < 97 ? .uncertain : .negated
    let (a, b) = random.below(4) == 0 ? (to, from) : (from, to)
    let text = "\(parties[a].name) \(frame.words) \(parties[b].name) \(Self.topics[random.below(Self.topics.count)])."
    let start = parties[a].name.utf8.count
    let second = start + 1 + frame.words.utf8.count + 1
    let evidence = Evidence(
      sentence: TextRange(0, text.utf8.count), text: text, from: TextRange(0, start),
      to: TextRange(second, second + parties[b].name.utf8.count), trigger: TextRange(start + 1, second - 1),
      construction: frame.words)
    return Contact(
      from: place(a), to: place(b), kind: frame.kind, isMutual: frame.isMutual, modality: modality,
      evidence: [evidence], when: DayInterval(first: day, last: day),
      confidence: Double(60 + random.below(40)) / 100)
  }

  private func hexadecimal(_ number: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
