/// The words of a language by which the parts of an article are told.
struct LayoutCues: Sendable {
  /// Lower-case month names and short forms, to 1...12.
  private(set) var months: [String: Int] = [:]
  private(set) var weekdays: Set<String> = []
  /// Lower-case phrases before a date: `published`, `last update`.
  private(set) var dateLabels: [String] = []
  /// Lower-case phrases that start a byline: `by`.
  private(set) var bylines: [String] = []
  /// Lower-case phrases that start a line of credits at the end: `reporting by`.
  private(set) var footerStarts: [String] = []
  /// Lower-case phrases inside a line of credits at the end: `contributed to this report`.
  private(set) var footerParts: [String] = []
  /// Lower-case phrases of a page's furniture: `share this`.
  private(set) var furniture: [String] = []
  /// Lower-case phrases that start or end a caption: `file photo`.
  private(set) var captions: [String] = []
  /// Names of agencies as they stand in datelines: `Reuters`.
  private(set) var agencies: Set<String> = []

  init() {}

  /// Adds a phrase; the message says what is wrong with it.
  mutating func add(_ cue: String, phrase: String, value: String?) -> String? {
    let lower = phrase.lowercased()
    switch cue {
    case "month":
      guard let value, let number = Int(value), (1...12).contains(number) else {
        return "needs for a month a value from 1 to 12"
      }
      months[lower] = number
    case "weekday": weekdays.insert(lower)
    case "date_label": dateLabels.append(lower)
    case "byline": bylines.append(lower)
    case "footer_start": footerStarts.append(lower)
    case "footer_part": footerParts.append(lower)
    case "furniture": furniture.append(lower)
    case "caption": captions.append(lower)
    case "agency": agencies.insert(lower)
    default:
      return "has the unknown cue '\(cue)'; known are starter, domain, month, weekday, date_label, byline, "
        + "footer_start, footer_part, furniture, caption, agency"
    }
    return nil
  }
}
