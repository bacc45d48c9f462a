import TextModel

extension Entity {
  /// The header of the files that `line` writes lines for.
  public static var lineHeader: String { EntityColumn.allCases.map(\.title).joined(separator: "\t") }

  /// The entity as a line of an entity file, without the end of the line.
  ///
  /// ```
  /// Q567	person	politician	Angela Merkel	Merkel{surname}	DE	f	head_of_government/DE/2005-11-22/2021-12-08/Chancellor			9
  /// ```
  ///
  /// Characters that part cells, values and tags become spaces; aliases that are empty, equal to the name or repeated are left out.
  public var line: String {
    let name = Self.cleaned(name)
    var seen: Set<String> = [name]
    let aliases = aliases.compactMap { alias -> String? in
      let text = Self.cleaned(alias.text)
      guard !text.isEmpty, seen.insert(text).inserted else { return nil }
      var tags: [String] = []
      if alias.kind != .name { tags.append(alias.kind.rawValue) }
      if !alias.language.isEmpty { tags.append("lang=\(alias.language)") }
      return tags.isEmpty ? text : "\(text){\(tags.joined(separator: ","))}"
    }
    let roles = roles.map { role in
      [
        role.office, role.of, role.span.start?.description ?? "", role.span.end?.description ?? "",
        Self.cleaned(role.title),
      ]
      .joined(separator: "/")
    }
    let cells = [
      id, type.rawValue, kind, name, aliases.joined(separator: "|"), countries.joined(separator: "|"),
      gender == .unknown ? "" : gender.rawValue, roles.joined(separator: "|"), members.joined(separator: "|"),
      validity == DateSpan() ? "" : "\(validity.start?.description ?? "")/\(validity.end?.description ?? "")",
      weight > 0 ? String(weight) : "",
    ]
    return cells.joined(separator: "\t")
  }

  private static func cleaned(_ text: String) -> String {
    guard
      text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7C || $0 == 0x7B || $0 == 0x7D }) || text.hasPrefix(" ")
        || text.hasSuffix(" ")
    else { return text }
    let spaced = text.unicodeScalars.map { scalar -> Character in
      scalar.value < 0x20 || scalar == "|" || scalar == "{" || scalar == "}" ? " " : Character(scalar)
    }
    return String(spaced).split(separator: " ").joined(separator: " ")
  }

  /// An id of our own that is the same for the same words: `p-ada-lovelace`.
  ///
  /// - Parameters:
  ///   - type: gives the prefix.
  ///   - words: letters outside ASCII are told by their base letters, and by a hash where they have none.
  public static func stableID(_ type: EntityType, _ words: String) -> String {
    let prefix =
      switch type {
      case .person: "p-"
      case .organization: "o-"
      case .country: "c-"
      case .place: "l-"
      }
    var slug = ""
    var isComplete = true
    let bytes = Array(words.lowercased().utf8)
    bytes.withUnsafeBufferPointer { buffer in
      TokenScanner.over(buffer, 0..<buffer.count) { scanner in
        for byte in scanner.foldedBytes() {
          if (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39) {
            slug.unicodeScalars.append(Unicode.Scalar(byte))
          } else if byte >= 0x80 {
            isComplete = false
          } else if !slug.isEmpty, !slug.hasSuffix("-") {
            slug += "-"
          }
        }
      }
    }
    while slug.hasSuffix("-") { slug.removeLast() }
    if !isComplete || slug.isEmpty || slug.utf8.count > 150 {
      let hash = String(bytes.withUnsafeBytes { Checksum.of($0) }, radix: 36)
      slug = (slug.isEmpty ? "" : String(slug.prefix(100)) + "-") + hash
    }
    return prefix + slug
  }
}
