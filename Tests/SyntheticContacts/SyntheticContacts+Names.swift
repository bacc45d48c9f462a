import ContactModel
import GraphTestSupport
import TestSupport

extension SyntheticContacts {
  static let countries: [(name: String, code: String)] = [
    ("France", "FR"), ("Russia", "RU"), ("United States", "US"), ("Germany", "DE"), ("China", "CN"), ("Ukraine", "UA"),
    ("United Kingdom", "GB"), ("Iran", "IR"), ("Israel", "IL"), ("Turkey", "TR"), ("India", "IN"), ("Japan", "JP"),
    ("Poland", "PL"), ("Egypt", "EG"), ("Saudi Arabia", "SA"), ("Brazil", "BR"), ("South Korea", "KR"), ("Italy", "IT"),
    ("Bosnia and Herzegovina", "BA"), ("Democratic Republic of the Congo", "CD"),
  ]

  static let topics = [
    "about the grain corridor", "in Geneva on Tuesday", "over the gas contract", "ahead of the summit",
    "about the release of two journalists", "on the margins of the assembly", "in a phone call that lasted an hour",
    "about the ceasefire", "to discuss the price of wheat", "",
  ]

  static let frames: [(words: String, kind: ContactKind, isMutual: Bool)] = [
    ("told", .tell, false), ("met", .meet, true), ("held talks with", .talks, true), ("called", .call, false),
    ("told", .tell, false), ("spoke by telephone with", .call, true), ("urged", .tell, false),
    ("said in an interview with", .press, false), ("wrote to", .write, false), ("invited", .invite, false),
    ("hosted", .host, false),
  ]
}

extension SeededRandom {
  mutating func person() -> String {
    let given = [
      "Amélie", "Viktor", "Sarah", "Jonas", "Li", "Olena", "Arthur", "Leila", "Noam", "Emre", "Priya", "Haruka",
      "Zofia",
      "Youssef", "Khalid", "Beatriz", "Min-jun", "Giulia", "Amra", "Jean-Baptiste", "Claire", "Sergei", "Maria",
      "Peter",
    ]
    let family = [
      "Laurent", "Petrov", "Whitfield", "Brandt", "Wei", "Kovalenko", "Pemberton", "Rahimi", "Shapiro", "Yıldız",
      "Raman", "Sato", "Nowak", "Mansour", "al-Harbi", "Carvalho", "Park", "Ricci", "Hadžić", "Ilunga",
      "de la Fontaine",
      "Sokolova", "Mendes da Silva", "Ashworth", "Karlsson", "Okafor", "Novák", "Tamm", "Ó Briain", "van der Meer",
      "Achterberg", "Szymański", "Delacroix", "Imamura", "Boateng", "Castellanos",
    ]
    return given[below(given.count)] + " " + family[below(family.count)]
  }

  mutating func organization(of country: String) -> String {
    switch below(6) {
    case 0: return "Ministry of Foreign Affairs of \(country)"
    case 1: return "\(country) Broadcasting"
    case 2: return ["Northbank", "Helix", "Orsted & Vale", "Baltic Grain", "Sirius"][below(5)] + " Energy"
    case 3: return "International Committee for \(["Grain", "Ports", "Water", "Relief"][below(4)])"
    case 4:
      return "\(["Morning", "Evening", "Daily", "Sunday"][below(4)]) \(["Courier", "Mirror", "Gazette"][below(3)])"
    default: return "Central Bank of \(country)"
    }
  }
}
