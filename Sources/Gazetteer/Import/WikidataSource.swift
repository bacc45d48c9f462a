import TextModel

/// A JSON dump of Wikidata: one entity a line, between `[` and `]`, with a comma behind each.
///
/// ```
/// {"type":"item","id":"Q567","labels":{"en":{"language":"en","value":"Angela Merkel"}},"claims":{"P31":[…]}},
/// ```
struct WikidataSource: ImportSource {
  private let options: ImportOptions

  init(_ options: ImportOptions) { self.options = options }

  func entity(of record: [UInt8]) throws(ImportFault) -> Entity? {
    var line = record[...]
    while let last = line.last, last == UInt8(ascii: ",") || last == 0x20 || last == 0x0D { line.removeLast() }
    if line.isEmpty || line.elementsEqual([UInt8(ascii: "[")]) || line.elementsEqual([UInt8(ascii: "]")]) { return nil }
    let item = try JSONRecord(line: Array(line))
    guard let id = item.text("id") else { throw ImportFault("lacks the field 'id'") }
    guard id.hasPrefix("Q"), let claims = item["claims"] else { return nil }
    guard let found = classes(claims).lazy.compactMap({ options.classes[$0] }).first,
      options.types.contains(found.type)
    else { return nil }
    guard let name = label(item) else { return nil }

    var entity = Entity(id: id, type: found.type, kind: found.kind, name: name)
    entity.aliases = aliases(item)
    let countries = values(claims, found.type == .person ? "P27" : "P17").compactMap { options.countryCodes[$0] }
    if found.type == .country, let code = texts(claims, "P297").first {
      entity.countries = [code]
    } else {
      entity.countries = countries.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
    entity.countries.removeAll { !isCountryCode($0) }
    if found.type == .person {
      entity.gender =
        switch values(claims, "P21").first {
        case "Q6581097", "Q2449503": .male
        case "Q6581072", "Q1052281": .female
        default: .unknown
        }
      entity.roles = roles(claims)
    }
    let start = time(claims, "P571")
    let end = time(claims, "P576")
    if found.type != .person,
      !(start != nil && end != nil && start?.interval.first ?? Day(0) > end?.interval.last ?? Day(0))
    {
      entity.validity = DateSpan(start: end == nil ? nil : start, end: end)
    }
    // How many wikis write about it tells how likely it is meant.
    entity.weight = item["sitelinks"]?.values.count ?? 0
    return entity
  }

  private func label(_ item: JSONRecord) -> String? {
    for language in options.languages {
      if let text = item["labels"]?[language]?.text("value"), !text.isEmpty { return text }
    }
    return item["labels"]?["mul"]?.text("value")
  }

  private func aliases(_ item: JSONRecord) -> [Alias] {
    var found: [Alias] = []
    for language in options.languages {
      let tag = language == "en" ? "" : language
      let label = item["labels"]?[language]?.text("value")
      let others = item["aliases"]?.records(language).compactMap { $0.text("value") } ?? []
      for text in [label].compactMap({ $0 }) + others where !text.isEmpty {
        found.append(Alias(text: text, kind: isAcronym(text) ? .acronym : .name, language: tag))
      }
    }
    return found
  }

  // MARK: Claims

  /// The values of a property, preferred ones first, without deprecated ones.
  private func statements(_ claims: JSONRecord, _ property: String) -> [JSONRecord] {
    let all = claims.records(property).filter { $0.text("rank") != "deprecated" }
    return all.filter { $0.text("rank") == "preferred" } + all.filter { $0.text("rank") != "preferred" }
  }

  private func value(_ statement: JSONRecord) -> JSONRecord? { statement["mainsnak"]?["datavalue"]?["value"] }

  private func values(_ claims: JSONRecord, _ property: String) -> [String] {
    statements(claims, property).compactMap { value($0)?.text("id") }
  }

  private func classes(_ claims: JSONRecord) -> [String] { values(claims, "P31") }

  private func texts(_ claims: JSONRecord, _ property: String) -> [String] {
    statements(claims, property).compactMap { $0["mainsnak"]?["datavalue"]?.text("value") }
  }

  private func time(_ claims: JSONRecord, _ property: String) -> PartialDate? {
    statements(claims, property).lazy.compactMap { value($0) }.compactMap { date($0) }.first
  }

  /// `+2005-11-22T00:00:00Z` with precision 11 (day), 10 (month) or 9 (year).
  private func date(_ value: JSONRecord) -> PartialDate? {
    guard let time = value.text("time"), time.hasPrefix("+"), let precision = value.number("precision"), precision >= 9
    else { return nil }
    let length = precision == 9 ? 4 : precision == 10 ? 7 : 10
    return PartialDate(time.dropFirst().prefix(length))
  }

  private func roles(_ claims: JSONRecord) -> [Role] {
    var found: [Role] = []
    for statement in statements(claims, "P39") {
      guard let position = value(statement)?.text("id") else { continue }
      func qualifier(_ property: String) -> PartialDate? {
        statement["qualifiers"]?.records(property).lazy.compactMap { $0["datavalue"]?["value"] }
          .compactMap { date($0) }.first
      }
      let span = DateSpan(start: qualifier("P580"), end: qualifier("P582"))
      if let start = span.start, let end = span.end, start.interval.first > end.interval.last { continue }
      if let known = options.offices[position] {
        found.append(Role(office: known.office, of: known.of, span: span, title: known.title))
      } else {
        // The position is kept by its own id, for those who map it later.
        found.append(Role(office: "position", of: position, span: span, title: ""))
      }
    }
    return found
  }
}

func isCountryCode(_ code: String) -> Bool { code.utf8.count == 2 && code.utf8.allSatisfy { $0 >= 0x41 && $0 <= 0x5A } }

/// All letters are capitals, and there are two to eight of them: `NATO`, `U.S.`, `G20`.
func isAcronym(_ text: String) -> Bool {
  let bytes = text.utf8
  return bytes.count <= 10 && bytes.count(where: { $0 >= 0x41 && $0 <= 0x5A }) >= 2
    && bytes.allSatisfy { ($0 >= 0x41 && $0 <= 0x5A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2E || $0 == 0x26 }
}
