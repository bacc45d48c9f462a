import TextModel

/// One thing that a name can mean.
public struct Meaning: Hashable, Sendable {
  /// How the name was found.
  public enum Basis: Int, Hashable, Sendable, Comparable {
    /// As it is written, up to diacritics, apostrophes and hyphens.
    case written
    /// In other capitals.
    case otherCase
    /// As the last part of a person's name.
    case familyName

    public static func < (a: Basis, b: Basis) -> Bool { a.rawValue < b.rawValue }
  }
  public var entity: EntityIndex
  public var kind: Alias.Kind
  /// BCP 47 code of the name's language; empty for English.
  public var language: String
  public var basis: Basis
  /// The roles on the day that was asked for, all roles where none was.
  public var roles: [Role]
}

extension Gazetteer {
  /// Everything that a name can mean, for people who ask: also in other capitals, and as a family name.
  ///
  /// - Parameters:
  ///   - name: as people type it.
  ///   - date: roles are those held on some day of it; without one all are given.
  /// - Returns: each entity once, best basis first, then larger weight, then id. Complexity: O(*n*) in the entities.
  public func lookup(_ name: String, date: PartialDate? = nil) -> [Meaning] {
    var found: [EntityIndex: Meaning] = [:]
    func add(_ surface: SurfaceIndex?, _ basis: Meaning.Basis) {
      guard let surface else { return }
      for candidate in candidates(of: surface) where found[candidate.entity] == nil {
        found[candidate.entity] = Meaning(
          entity: candidate.entity, kind: candidate.kind, language: language(candidate), basis: basis, roles: [])
      }
    }
    add(surface(exactly: name), .written)
    add(surface(exactly: name.uppercased(), in: .capitalNodes), .otherCase)
    add(surface(exactly: name.uppercased()), .otherCase)
    for person in peopleNamed(last: name) where found[person] == nil {
      found[person] = Meaning(entity: person, kind: .surname, language: "", basis: .familyName, roles: [])
    }
    var meanings = Array(found.values)
    for index in meanings.indices {
      let roles = roles(meanings[index].entity)
      meanings[index].roles = date.map { date in roles.filter { $0.span.contains(date) } } ?? roles
    }
    return meanings.sorted { a, b in
      if a.basis != b.basis { return a.basis < b.basis }
      let weights = (weight(a.entity), weight(b.entity))
      return weights.0 != weights.1 ? weights.0 > weights.1 : a.entity < b.entity
    }
  }

  /// People whose common name ends with these words.
  private func peopleNamed(last words: String) -> [EntityIndex] {
    let asked = Self.tokens(words)
    guard !asked.isEmpty else { return [] }
    return entities.filter { entity in
      guard type(entity) == .person else { return false }
      let tokens = Self.tokens(name(entity))
      return tokens.count > asked.count && tokens.suffix(asked.count).elementsEqual(asked)
    }
  }

  private static func tokens(_ text: String) -> [UInt64] {
    var text = text
    return text.withUTF8 { bytes in
      TokenScanner.over(bytes, 0..<bytes.count) { scanner in
        var tokens: [UInt64] = []
        var place = scanner.firstWord(from: 0)
        while let start = place {
          let token = scanner.token(at: start)
          tokens.append(token.hash)
          place = scanner.start(after: token.end)
        }
        return tokens
      }
    }
  }
}
