import ContactModel
import JSONText
import TextModel

extension ContactsJSON {
  /// Reads one line.
  ///
  /// Accepts what `encoded` writes, and hand-made records of the annotation guidelines, in which a party has no id (one
  /// is made from its name) and a contact no confidence or sentences. Refuses unknown keys and unknown party names.
  ///
  /// - Parameters:
  ///   - line: UTF-8, without a line feed.
  ///   - file: as the user named it, for messages.
  ///   - number: the number of the line, from 1.
  /// - Throws: `GraphExportError` with file and line.
  public static func decoded(
    _ line: some Collection<UInt8>, file: String, number: Int
  ) throws(GraphExportError) -> Record {
    do { return try record(line) } catch {
      throw GraphExportError(error.message, file: file, line: number)
    }
  }

  private static func record(_ line: some Collection<UInt8>) throws(GraphExportError) -> Record {
    let value: JSONValue
    do { value = try JSONParser.parse(Array(line)) } catch {
      throw GraphExportError("not JSON: \(error.message) at byte \(error.offset + 1)")
    }
    var members = try JSONMembers(value, place: "the record")
    if members.has("error") {
      return .failure(doc: try members.optionalText("doc"), message: try members.text("error"))
    }
    if members.has("article") { return try contactRecord(&members) }
    let id = try members.text("doc")
    let copyOf = try members.optionalText("copyOf")
    var parties: [Party] = []
    var indexOfName: [String: Int] = [:]
    for (index, value) in try members.list("parties").enumerated() {
      let (party, name) = try party(value, place: "parties[\(index)]")
      guard indexOfName.updateValue(index, forKey: name) == nil else {
        throw GraphExportError("two parties are named \"\(name)\"")
      }
      parties.append(party)
    }
    var contacts: [Contact] = []
    for (index, value) in try members.list("contacts").enumerated() {
      let place = "contacts[\(index)]"
      var contact = try JSONMembers(value, place: place)
      var ends: [Int] = []
      for key in ["from", "to"] {
        let name = try contact.text(key)
        guard let end = indexOfName[name] else {
          throw GraphExportError("\(place).\(key) is \"\(name)\", which is not in \"parties\"")
        }
        ends.append(end)
      }
      contacts.append(try Self.contact(&contact, from: ends[0], to: ends[1], place: place))
    }
    let article = try reference(id: id, &members, line: line)
    let signature = try members.optionalText("signature")
    try members.requireNothingElse()
    return .article(
      ArticleContacts(article: article, parties: parties, contacts: contacts), copyOf: copyOf, signature: signature)
  }

  /// One contact with its article and parties written out: a line of the `jsonl` format.
  private static func contactRecord(_ members: inout JSONMembers) throws(GraphExportError) -> Record {
    var parties: [Party] = []
    for key in ["from", "to"] {
      let party = try party(try members.value(key), place: key).party
      if !parties.contains(party) { parties.append(party) }
    }
    var articleMembers = try JSONMembers(try members.value("article"), place: "article")
    let article = try reference(id: try articleMembers.text("id"), &articleMembers, line: [])
    try articleMembers.requireNothingElse()
    let contact = try contact(&members, from: 0, to: parties.count - 1, place: "the contact")
    return .contact(ArticleContacts(article: article, parties: parties, contacts: [contact]))
  }

  private static func reference(
    id: String, _ members: inout JSONMembers, line: some Collection<UInt8>
  ) throws(GraphExportError) -> ArticleReference {
    ArticleReference(
      id: id, title: try members.optionalText("title"), date: try members.optionalDate("date"),
      source: try members.optionalText("source"), url: try members.optionalText("url"),
      contentHash: try members.optionalText("hash") ?? ContentHash.hexadecimal(Array(line)),
      length: try members.optionalCount("length") ?? 0)
  }

  private static func party(
    _ value: JSONValue, place: String
  ) throws(GraphExportError) -> (party: Party, name: String) {
    var members = try JSONMembers(value, place: place)
    let name = try members.text("name")
    let type = try members.choice("type", of: EntityType.self)
    let id = try members.optionalText("id") ?? identifier(of: name, type)
    var party = Party(
      id: id, name: name, type: type, aliases: members.has("aliases") ? try members.texts("aliases") : [],
      country: try members.optionalText("country"), affiliation: try members.optionalText("affiliation"))
    try members.requireNothingElse()
    let mark = " (\(id))"
    if name.hasSuffix(mark) { party.name = String(name.dropLast(mark.count)) }
    return (party, name)
  }

  private static func contact(
    _ members: inout JSONMembers, from: Int, to: Int, place: String
  ) throws(GraphExportError) -> Contact {
    let kind = try members.choice("kind", of: ContactKind.self)
    let modality = try members.choice("modality", of: Modality.self)
    let isMutual = try members.optionalFlag("mutual") ?? false
    _ = try members.optionalFlag("optional")
    let texts = try members.texts("evidence")
    var evidence = texts.map {
      Evidence(
        sentence: TextRange(0, 0), text: $0, from: TextRange(0, 0), to: TextRange(0, 0), trigger: TextRange(0, 0),
        construction: "")
    }
    if members.has("sentences") {
      let sentences = try members.list("sentences")
      guard sentences.count == texts.count else {
        throw GraphExportError(
          "\(place) has \(texts.count) texts in \"evidence\" but \(sentences.count) in \"sentences\"")
      }
      for (index, value) in sentences.enumerated() {
        var sentence = try JSONMembers(value, place: "\(place).sentences[\(index)]")
        let (start, end) = (try sentence.count("start"), try sentence.count("end"))
        evidence[index].sentence = TextRange(start, end)
        evidence[index].from = try sentence.range("from")
        evidence[index].to = try sentence.range("to")
        evidence[index].trigger = try sentence.range("trigger")
        evidence[index].construction = try sentence.text("construction")
        try sentence.requireNothingElse()
      }
    }
    var when: DayInterval?
    if members.has("when") {
      let days = try members.texts("when")
      guard days.count == 2, let first = PartialDate(days[0]), let last = PartialDate(days[1]) else {
        throw GraphExportError("\(place).when is not a list of two dates, [first, last]")
      }
      when = DayInterval(first: first.interval.first, last: last.interval.last)
    }
    let contact = Contact(
      from: from, to: to, kind: kind, isMutual: isMutual, modality: modality, evidence: evidence, when: when,
      venue: try members.optionalText("venue"), medium: try members.optionalText("medium"),
      topic: try members.optionalText("topic"), confidence: try members.optionalNumber("confidence") ?? 1,
      cameo: try members.optionalText("cameo"))
    try members.requireNothingElse()
    return contact
  }

  /// An id for a party of a hand-made record: letter of the type, then the name in lower case with hyphens.
  private static func identifier(of name: String, _ type: EntityType) -> String {
    let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
    return "\(type.rawValue.prefix(1))-\(words.joined(separator: "-"))"
  }
}
