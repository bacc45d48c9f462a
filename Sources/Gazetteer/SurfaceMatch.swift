import TextModel

/// A place in a text where some name of the gazetteer stands.
public struct SurfaceMatch: Hashable, Sendable {
  /// UTF-8 offsets (bytes) into the text that was searched; `end` is past the last byte.
  public var start: Int
  public var end: Int
  /// What was found, for `Gazetteer.candidates(of:)`.
  public var surface: SurfaceIndex

  public init(start: Int, end: Int, surface: SurfaceIndex) {
    self.start = start
    self.end = end
    self.surface = surface
  }
}

/// Which matches are reported where several overlap.
public enum OverlapMode: Hashable, Sendable, CaseIterable {
  /// The leftmost match, of those that start there the longest, then on behind its end: `New York Times` alone.
  case longest
  /// Every match that lies within no other one; such matches may overlap.
  case noNested
  /// Every match: `New York Times`, `New York`, `York`, …
  case all
}

/// A written form that some name of the gazetteer has.
public struct SurfaceIndex: Hashable, Sendable, Comparable {
  /// Index of the first candidate.
  let value: UInt32
  public static func < (a: SurfaceIndex, b: SurfaceIndex) -> Bool { a.value < b.value }
}

/// An entity of one gazetteer, counted from 0 in the order of ids.
public struct EntityIndex: Hashable, Sendable, Comparable, BitwiseCopyable {
  public let value: UInt32
  public init(_ value: UInt32) { self.value = value }
  public static func < (a: EntityIndex, b: EntityIndex) -> Bool { a.value < b.value }
}

/// What a written form can mean: one entity, and as which of its names.
public struct Candidate: Hashable, Sendable, BitwiseCopyable {
  public let entity: EntityIndex
  @usableFromInline let bits: UInt32

  static let lastBit: UInt32 = 1 << 31
  static let canonicalBit: UInt32 = 1 << 30
  static let capitalsBit: UInt32 = 1 << 29
  /// Where the number of the entity's type stands.
  @usableFromInline static var typeShift: UInt32 { 24 }

  init(entity: EntityIndex, bits: UInt32) {
    self.entity = entity
    self.bits = bits
  }

  init(entity: EntityIndex, type: EntityType, kind: Alias.Kind, language: Int, isCanonical: Bool) {
    self.entity = entity
    let number: UInt32 =
      switch kind {
      case .name: 0
      case .acronym: 1
      case .surname: 2
      case .demonym: 3
      case .adjective: 4
      }
    self.bits =
      number | UInt32(truncatingIfNeeded: language & 0xFFFF) << 8 | UInt32(type.number) << Self.typeShift
      | (isCanonical ? Self.canonicalBit : 0)
  }

  @inlinable public var kind: Alias.Kind {
    switch bits & 0xFF {
    case 1: .acronym
    case 2: .surname
    case 3: .demonym
    case 4: .adjective
    default: .name
    }
  }
  /// The type of the entity.
  @inlinable public var type: EntityType {
    switch bits >> Self.typeShift & 3 {
    case 0: .person
    case 1: .country
    case 2: .organization
    default: .place
    }
  }
  /// The name is of no other language than English.
  public var isEnglish: Bool { languageNumber == 0 }
  /// The form is the entity's common English name.
  public var isCanonical: Bool { bits & Self.canonicalBit != 0 }
  /// The name is not written in capitals, the text is: `ANGELA MERKEL` in a headline.
  public var isCapitals: Bool { bits & Self.capitalsBit != 0 }
  /// Number of the language in the gazetteer's list of languages; 0 for English.
  var languageNumber: Int { Int(bits >> 8 & 0xFFFF) }
  var isLast: Bool { bits & Self.lastBit != 0 }
}
