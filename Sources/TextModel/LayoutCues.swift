/// The words of a language by which the parts of an article are told; all in lower case, as bytes.
struct LayoutCues: Sendable {
  /// Month names and short forms without a full stop, to 1...12.
  private(set) var months: [[UInt8]: Int] = [:]
  private(set) var weekdays: Set<[UInt8]> = []
  /// Phrases before a date: `published`; true where a later date than the publication's follows: `last update`.
  private(set) var dateLabels: [[UInt8]: Bool] = [:]
  /// Words that may stand beside a date in its line: `at`, `gmt`, and those of the labels.
  private(set) var dateWords: Set<[UInt8]> = []
  /// Phrases that start a byline: `by`.
  private(set) var bylines: [[UInt8]] = []
  /// Phrases that start a line of credits at the end: `reporting by`.
  private(set) var footerStarts: [[UInt8]] = []
  /// Phrases inside a line of credits at the end: `contributed to this report`.
  private(set) var footerParts: [[UInt8]] = []
  /// Lines of a page's furniture: `share this`.
  private(set) var furniture: Set<[UInt8]> = []
  /// Phrases that start or end a caption: `file photo`.
  private(set) var captions: [[UInt8]] = []
  /// Where a person stands in a picture: `left`.
  private(set) var positions: Set<[UInt8]> = []
  /// Names of agencies as they stand in datelines: `reuters`.
  private(set) var agencies: Set<[UInt8]> = []

  init() {}

  /// Adds a phrase; the message says what is wrong with it.
  mutating func add(_ cue: String, phrase: String, value: String?) -> String? {
    let bytes = Array(phrase.lowercased().utf8)
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
    case "byline": bylines.append(bytes)
    case "footer_start": footerStarts.append(bytes)
    case "footer_part": footerParts.append(bytes)
    case "furniture": furniture.insert(bytes)
    case "caption": captions.append(bytes)
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
