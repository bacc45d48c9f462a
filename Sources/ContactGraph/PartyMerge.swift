import ContactModel
import TextModel

/// Makes one party of all the ways in which articles present it.
enum PartyMerge {
  /// The party that stands for the appearances of one id.
  ///
  /// The name is the fullest (most words, then longest) of those used at least a quarter as often as the commonest,
  /// so that one odd headline among many articles names nobody; type, country and affiliation are the commonest ones,
  /// a tie goes to the smaller text; all other names become aliases.
  ///
  /// - Parameters:
  ///   - appearances: at least one, all of the same id.
  ///   - uses: for each appearance the number of its contacts.
  static func merged(_ appearances: ArraySlice<Party>, uses: [Int]) -> Party {
    let first = appearances[appearances.startIndex]
    if appearances.count == 1 {
      var party = first
      party.aliases = sortedAliases(Set(party.aliases), without: party.name)
      return party
    }
    var names: [String: Int] = [:]
    var types: [String: Int] = [:]
    var countries: [String: Int] = [:]
    var affiliations: [String: Int] = [:]
    var aliases: Set<String> = []
    for (appearance, count) in zip(appearances, uses) {
      names[appearance.name, default: 0] += count
      types[appearance.type.rawValue, default: 0] += count
      if let country = appearance.country { countries[country, default: 0] += count }
      if let affiliation = appearance.affiliation { affiliations[affiliation, default: 0] += count }
      aliases.insert(appearance.name)
      aliases.formUnion(appearance.aliases)
    }
    let commonest = names.values.max() ?? 0
    let name = names.filter { $0.value * 4 >= commonest }.keys.min(by: isFuller) ?? first.name
    return Party(
      id: first.id, name: name, type: mostUsed(types).flatMap(EntityType.init(rawValue:)) ?? first.type,
      aliases: sortedAliases(aliases, without: name), country: mostUsed(countries),
      affiliation: mostUsed(affiliations))
  }

  private static func sortedAliases(_ aliases: Set<String>, without name: String) -> [String] {
    aliases.filter { $0 != name && !$0.isEmpty }.sorted()
  }

  private static func isFuller(_ a: String, _ b: String) -> Bool {
    let (wordsOfA, wordsOfB) = (a.split(separator: " ").count, b.split(separator: " ").count)
    if wordsOfA != wordsOfB { return wordsOfA > wordsOfB }
    if a.utf8.count != b.utf8.count { return a.utf8.count > b.utf8.count }
    return a < b
  }

  private static func mostUsed(_ counts: [String: Int]) -> String? {
    counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
  }
}
