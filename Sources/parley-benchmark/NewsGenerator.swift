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
    var named: [String] = []
    let day = Day(16_000 + random.below(3_000)).date
    let place = pick(places)
    var text = "\(place.uppercased()) — "
    let paragraphs = 6 + random.below(6)
    for paragraph in 0..<paragraphs {
      if paragraph > 0 { text += "\n\n" }
      let sentences = 2 + random.below(2)
      for sentence in 0..<sentences {
        if sentence > 0 { text += " " }
        let states = random.below(100) < 22
        text += fill(pick(states ? NewsTemplates.contacts : NewsTemplates.fillers), named: &named)
      }
    }
    var others: [String] = []
    return Item(
      id: "article-\(number)", title: fill("{P} and {C} at odds over {T}", named: &others), date: "\(day)",
      text: text + "\n")
  }

  private mutating func pick(_ list: [String]) -> String { list[random.below(list.count)] }

  private mutating func fill(_ template: String, named: inout [String]) -> String {
    var result = ""
    var rest = template[...]
    while let brace = rest.firstIndex(of: "{") {
      result += rest[..<brace]
      let slot = rest[rest.index(after: brace)]
      rest = rest[rest.index(brace, offsetBy: 3)...]
      switch slot {
      case "P":
        // A tenth of an article's people are many in number; most are named again.
        let person = named.isEmpty || random.below(3) > 0 ? pick(people) : named[random.below(named.count)]
        named.append(person)
        result += person
      case "S": result += named.last.flatMap { $0.split(separator: " ").last.map(String.init) } ?? pick(people)
      case "C": result += pick(countries)
      case "O": result += pick(organizations)
      case "L": result += pick(places)
      case "W": result += pick(NewsTemplates.weekdays)
      case "T": result += pick(NewsTemplates.topics)
      default: result += String(2 + random.below(97))
      }
    }
    return result + rest
  }
}
