import Gazetteer

/// The persons whom an article gives titles, by title and by what the titles belong to, so that the next one behind a
/// title is found without passing over the others.
struct LaterTitles {
  /// A title as it is used, and whose it is.
  private struct Key: Hashable {
    var title: Int
    var isFormer: Bool
    var owner: Owner
  }

  private enum Owner: Hashable {
    case any
    case entity(Int)
    case country(Gazetteer.CountryNumber)
  }

  private let uses: [TitleUse]
  private let persons: [Int]
  /// Indexes of the uses of each key, in the order of the text.
  private var indexes: [Key: [Int]] = [:]
  /// For each title that is used the others that count as the same: its plural or singular.
  private var variants: [Int: [Int]] = [:]

  /// - Parameters:
  ///   - uses: the titles of the article in the order of the text.
  ///   - persons: for each of them the entity of the person whom it is given to, or -1.
  /// - Complexity: O(*n*) in the uses, and O(*m*²) in the different titles that are used.
  init(_ uses: [TitleUse], _ persons: [Int], _ rules: RecognitionRules, _ entities: [ArticleEntity]) {
    self.uses = uses
    self.persons = persons
    for (index, (use, person)) in zip(uses, persons).enumerated() {
      if variants[use.title] == nil { variants[use.title] = [] }
      guard person >= 0 else { continue }
      var owners: [Owner] = [.any, .country(entities[person].country)]
      if let affiliation = entities[person].affiliation { owners.append(.entity(affiliation)) }
      for owner in owners {
        indexes[Key(title: use.title, isFormer: use.isFormer, owner: owner), default: []].append(index)
      }
    }
    let titles = variants.keys.sorted()
    for title in titles where !rules.titles[title].offices.isEmpty {
      variants[title] = titles.filter {
        rules.titles[$0].isPlural != rules.titles[title].isPlural
          && rules.titles[$0].offices == rules.titles[title].offices
      }
    }
  }

  /// The first person behind a use of a title to whom the article gives the same title: one of the owner, where that is
  /// given, or of its country. Complexity: O(log *n*) in the uses.
  func person(titledBehind use: TitleUse, owner: (entity: Int, country: Gazetteer.CountryNumber)?) -> Int? {
    let owners: [Owner] = owner.map { [.entity($0.entity), .country($0.country)] } ?? [.any]
    var first: Int?
    for title in [use.title] + (variants[use.title] ?? []) {
      for owner in owners {
        guard let list = indexes[Key(title: title, isFormer: use.isFormer, owner: owner)] else { continue }
        var (low, high) = (0, list.count)
        while low < high {
          let middle = (low + high) / 2
          if uses[list[middle]].words.lowerBound > use.words.lowerBound { high = middle } else { low = middle + 1 }
        }
        if low < list.count { first = min(first ?? Int.max, list[low]) }
      }
    }
    return first.map { persons[$0] }
  }
}
