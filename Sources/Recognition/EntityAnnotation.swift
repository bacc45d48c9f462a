import TextModel

/// The mentions of one article as `annotate --format entities` prints them: one line of JSON.
///
/// ```
/// {"doc":"a1","mentions":[{"start":0,"end":5,"text":"Putin","type":"person","id":"Q7747","entity":"Q7747",
///   "name":"Vladimir Putin","score":0.90}]}
/// ```
/// `start` and `end` are offsets in Unicode code points into the article's text as read. `id` is a Wikidata QID where one is known, else
/// null; `entity` is the id that Parley itself uses, equal for equal entities of all articles. Pronouns, descriptions and representatives
/// are given with `"coref":true`, those of several parties once for each.
public struct EntityAnnotation: Sendable {
  public let recognized: RecognizedDocument

  public init(_ recognized: RecognizedDocument) {
    self.recognized = recognized
  }

  /// The line, without a line feed. Complexity: O(*n*) in the bytes of the article and of the line.
  public func json() -> String {
    let document = recognized.document
    var offsets = CodePointOffsets(document.bytes)
    var text = "{\"doc\":" + Self.quoted(document.article.id) + ",\"mentions\":["
    var isFirst = true
    for mention in recognized.mentions {
      let start = offsets.offset(mention.range.start)
      let end = start + offsets.length(mention.range)
      for party in mention.entities {
        let entity = recognized.entities[party]
        text += isFirst ? "{" : ",{"
        isFirst = false
        text += "\"start\":\(start),\"end\":\(end),\"text\":" + Self.quoted(document.text(mention.range))
        text += ",\"type\":" + Self.quoted(entity.type.rawValue)
        text += ",\"id\":" + (entity.isItem ? Self.quoted(entity.id) : "null")
        text += ",\"entity\":" + Self.quoted(entity.id)
        text += ",\"name\":" + Self.quoted(entity.gazetteerName ?? entity.name)
        text += ",\"score\":" + Recognizer.rounded(mention.score)
        if let government = mention.standsFor {
          text += ",\"stands_for\":" + Self.quoted(recognized.entities[government].name)
        }
        if mention.isReference { text += ",\"coref\":true" }
        text += "}"
      }
    }
    return text + "]}"
  }

  /// A JSON string (RFC 8259) of the text; control characters are escaped.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..<"\u{20}", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension RecognizedEntity {
  /// The id is a Wikidata QID.
  var isItem: Bool {
    id.utf8.first == UInt8(ascii: "Q") && id.utf8.count > 1
      && id.utf8.dropFirst().allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }
}

extension Mention {
  /// No name or nationality: a pronoun, a description or a representative.
  public var isReference: Bool {
    switch form {
    case .name, .demonym: false
    case .pronoun, .description, .representative: true
    }
  }
}
