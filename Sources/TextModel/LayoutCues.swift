/// The words of a language by which the parts of an article are told; all in lower case, as bytes.
struct LayoutCues: Sendable {
  /// Some words in lower case.
  struct Phrase: Sendable {
    let first: UInt8
    let bytes: [UInt8]

    init?(_ bytes: [UInt8]) {
      guard let first = bytes.first else { return nil }
      self.first = first
      self.bytes = bytes
    }
  }

  /// Phrases that are looked for together.
  struct Phrases: Sendable {
    private(set) var all: [Phrase] = []
    /// Whether a phrase starts with a byte, in small or capital letters: nearly every place of a text is passed over by this alone.
    private var firsts: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    /// The same for the first two bytes, in lower case, by six bits of both: phrases of one byte set all bits of theirs.
    private var pairs: UInt64 = 0

    mutating func append(_ phrase: Phrase) {
      all.append(phrase)
      mark(phrase.first)
      if phrase.first >= 0x61, phrase.first <= 0x7A { mark(phrase.first & 0xDF) }
      pairs = phrase.bytes.count > 1 ? pairs | Self.bit(phrase.first, phrase.bytes[1]) : .max
    }

    @inline(__always)
    private static func bit(_ first: UInt8, _ second: UInt8) -> UInt64 { 1 << UInt64((first &* 7 &+ second) & 63) }

    /// A phrase can start with two bytes, of which `mayStart(_:)` holds for the first.
    @inline(__always)
    func mayStart(_ first: UInt8, _ second: UInt8) -> Bool {
      pairs & Self.bit(Dateline.lower(first), Dateline.lower(second)) != 0
    }

    private mutating func mark(_ byte: UInt8) {
      let bit: UInt64 = 1 << UInt64(byte & 63)
      switch byte >> 6 {
      case 0: firsts.0 |= bit
      case 1: firsts.1 |= bit
      case 2: firsts.2 |= bit
      default: firsts.3 |= bit
      }
    }

    @inline(__always)
    func mayStart(_ byte: UInt8) -> Bool {
      let word = byte < 128 ? (byte < 64 ? firsts.0 : firsts.1) : (byte < 192 ? firsts.2 : firsts.3)
      return word >> UInt64(byte & 63) & 1 != 0
    }
  }

  /// Month names and short forms without a full stop, to 1...12.
  private(set) var months: [[UInt8]: Int] = [:]
  private(set) var weekdays: Set<[UInt8]> = []
  /// Phrases before a date: `published`; true where a later date than the publication's follows: `last update`.
  private(set) var dateLabels: [[UInt8]: Bool] = [:]
  /// Words that may stand beside a date in its line: `at`, `gmt`, and those of the labels.
  private(set) var dateWords: Set<[UInt8]> = []
  /// Phrases that start a byline: `by`.
  private(set) var bylines = Phrases()
  /// Phrases that start a line of credits at the end: `reporting by`.
  private(set) var footerStarts = Phrases()
  /// Phrases inside a line of credits at the end: `contributed to this report`.
  private(set) var footerParts = Phrases()
  /// Lines of a page's furniture: `share this`.
  private(set) var furniture: Set<[UInt8]> = []
  /// Phrases that start a caption: `file photo`.
  private(set) var captionStarts = Phrases()
  /// Phrases that end a caption, without the bracket behind them: `/ap photo`.
  private(set) var captionEnds = Phrases()
  /// Where a person stands in a picture: `left`.
  private(set) var positions: Set<[UInt8]> = []
  /// Names of agencies as they stand in datelines: `reuters`.
  private(set) var agencies: Set<[UInt8]> = []

  init() {}

  /// Words of a page, not of an article, alone on a line: `Share this`, `Advertisement`.
  func isFurniture(_ line: some Collection<UInt8>) -> Bool {
    guard line.count <= 48 else { return false }
    var line = line.map(Dateline.lower)
    while let last = line.last,
      [UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: ">"), 0x20].contains(last)
    {
      line.removeLast()
    }
    return furniture.contains(line)
  }

  /// Adds a phrase; the message says what is wrong with it.
  mutating func add(_ cue: String, phrase: String, value: String?) -> String? {
    let bytes = Array(phrase.lowercased().utf8)
    guard let words = Phrase(bytes) else { return "needs a phrase" }
    switch cue {
    case "month":
      guard let value, let number = Int(value), (1...12).contains(number) else {
        return "needs for a month a value from 1 to 12"
      }
      months[bytes] = number
    case "date_label":
      guard value == nil || value == "update" else { return "needs for a date label no value or 'update'" }
      dateLabels[bytes] = value == "update"
      dateWords.formUnion(bytes.split(separator: 0x20).map(Array.init))
    case "weekday": weekdays.insert(bytes)
    case "date_word": dateWords.insert(bytes)
    case "byline": bylines.append(words)
    case "footer_start": footerStarts.append(words)
    case "footer_part": footerParts.append(words)
    case "furniture": furniture.insert(bytes)
    case "caption":
      // `(Reuters) - …` starts a report, `… (Reuters)` ends a caption.
      if words.first != UInt8(ascii: "(") { captionStarts.append(words) }
      if let end = Phrase(Array(bytes.prefix { $0 != UInt8(ascii: ")") })) { captionEnds.append(end) }
    case "position": positions.insert(bytes)
    case "agency": agencies.insert(bytes)
    default:
      return
        "has the unknown cue '\(cue)'; known are agency, byline, caption, date_label, date_word, domain, footer_part, "
        + "footer_start, furniture, month, position, starter, weekday"
    }
    return nil
  }
}
