import Parley

/// Makes news articles from a seed, with names of the gazetteer: input for measuring speed, equal on every machine.
struct NewsGenerator {
  /// An article of the generated news.
  struct Item {
    var id: String
    var title: String
    var date: String
    var text: String
  }

  private var random: SeededGenerator
  private let people: [String]
  private let countries: [String]
  private let organizations: [String]
  private let places: [String]

  init(gazetteer: Gazetteer, seed: UInt64) {
    random = SeededGenerator(seed: seed)
    var people: [String] = []
    var countries: [String] = []
    var organizations: [String] = []
    var places: [String] = []
    for index in gazetteer.entities {
      let name = gazetteer.name(index)
      switch gazetteer.type(index) {
      case .person where gazetteer.weight(index) > 0 || people.count < 40_000: people.append(name)
      case .person: break
      case .country: countries.append(name)
      case .organization: organizations.append(name)
      case .place: places.append(name)
      }
    }
    self.people = people
    self.countries = countries
    self.organizations = organizations
    self.places = places
  }

  /// The article with a number, about 3,000 bytes long.
  mutating func article(_ number: Int) -> Item {
    var cast = Cast(
      people: choose(3, of: people), countries: choose(4, of: countries), organizations: choose(2, of: organizations),
      places: choose(3, of: places))
    let day = Day(16_000 + random.below(3_000)).date
    var text = "\(cast.places[0].uppercased()) — "
    let paragraphs = 8 + random.below(6)
    for paragraph in 0..<paragraphs {
      if paragraph > 0 { text += "\n\n" }
      let sentences = 1 + random.below(3)
      for sentence in 0..<sentences {
        if sentence > 0 { text += " " }
        text += fill(pick(kindOfSentence()), from: &cast)
      }
    }
    return Item(
      id: "article-\(number)", title: fill("{P} and {C} at odds over {T}", from: &cast), date: "\(day)",
      text: text + "\n")
  }

  /// Whom and what an article is about; most of its names are theirs.
  private struct Cast {
    var people: [String]
    var countries: [String]
    var organizations: [String]
    var places: [String]
    /// The person named last.
    var last: String?
  }

  /// A megabyte has 300 contacts, 4,000 sentences with a word that can tell of one, and 26 words in each of those: between general
  /// news (144 articles of Wikinews: 130, 3,500, 27) and articles on diplomacy (65 of several sources: 1,050, 4,600, 28).
  private mutating func kindOfSentence() -> [String] {
    switch random.below(100) {
    case ..<5: NewsTemplates.contacts
    case ..<25: NewsTemplates.reports
    case ..<47: NewsTemplates.statements
    default: NewsTemplates.fillers
    }
  }

  private mutating func pick(_ list: [String]) -> String { list[random.below(list.count)] }

  private mutating func choose(_ count: Int, of list: [String]) -> [String] { (0..<count).map { _ in pick(list) } }

  /// A name of the cast, or one of all: one of eight is named only once.
  private mutating func pick(_ cast: [String], or all: [String]) -> String {
    pick(random.below(8) > 0 ? cast : all)
  }

  private mutating func fill(_ template: String, from cast: inout Cast) -> String {
    var result = ""
    var rest = template[...]
    while let brace = rest.firstIndex(of: "{") {
      result += rest[..<brace]
      let slot = rest[rest.index(after: brace)]
      rest = rest[rest.index(brace, offsetBy: 3)...]
      switch slot {
      case "P":
        let person = pick(cast.people, or: people)
        cast.last = person
        result += person
      case "S":
        let person = cast.last ?? cast.people[0]
        result += person.split(separator: " ").last.map(String.init) ?? person
      case "C": result += pick(cast.countries, or: countries)
      case "O": result += pick(cast.organizations, or: organizations)
      case "L": result += pick(cast.places, or: places)
      case "W": result += pick(NewsTemplates.weekdays)
      case "T": result += pick(NewsTemplates.topics)
      default: result += String(2 + random.below(97))
      }
    }
    return result + rest
  }
}
