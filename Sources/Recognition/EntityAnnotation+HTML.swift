import TextModel

extension EntityAnnotation {
  /// A self-contained page that shows the article with its mentions coloured by type; link, id, score and reasons on hover.
  ///
  /// Made from a document that was recognized with reasons (`Recognizer.page(of:)`). No script, no request leaves the page; all text is
  /// escaped. Complexity: O(*n*) in the bytes of the article.
  public func html() -> String {
    let document = recognized.document
    let title = document.article.title ?? document.article.id
    var page = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(Self.escaped(title))</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <header><h1>\(Self.escaped(title))</h1>\(legend())</header>
      <main>
      """
    page += "\n" + body() + "\n</main>\n" + table() + "</body>\n</html>\n"
    return page
  }

  private static let style = """
    :root { color-scheme: light dark; --person: #0072b2; --country: #d55e00; --organization: #009e73; --place: #7a6a00; }
    @media (prefers-color-scheme: dark) {
      :root { --person: #6cb8f0; --country: #f0a060; --organization: #50d0a8; --place: #e0cf60; }
    }
    body { font: 1rem/1.6 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; }
    main { white-space: pre-wrap; overflow-wrap: anywhere; }
    mark { background: none; color: inherit; border-bottom: 3px solid; border-radius: 2px; padding: 0 1px; cursor: help; }
    mark.reference { border-bottom-style: dotted; border-bottom-width: 2px; }
    mark.person { border-color: var(--person); } mark.country { border-color: var(--country); }
    mark.organization { border-color: var(--organization); } mark.place { border-color: var(--place); }
    .legend mark { margin-right: 1em; cursor: default; }
    table { border-collapse: collapse; width: 100%; margin-top: 2rem; font-size: .9rem; }
    th, td { text-align: left; vertical-align: top; border-bottom: 1px solid #8884; padding: .25rem .5rem; overflow-wrap: anywhere; }
    """

  private func legend() -> String {
    let types = EntityType.allCases.map { "<mark class=\"\($0.rawValue)\">\($0.rawValue)</mark>" }
    return "<p class=\"legend\">" + types.joined() + "<mark class=\"reference\">stands for</mark></p>"
  }

  /// The article's text with its mentions marked; a mention within another is nested.
  private func body() -> String {
    let document = recognized.document
    var text = ""
    var at = 0
    var open: [Int] = []
    func advance(to end: Int) {
      while let last = open.last, last <= end {
        text += Self.escaped(document.text(TextRange(at, max(at, last)))) + "</mark>"
        at = max(at, last)
        open.removeLast()
      }
      if end > at {
        text += Self.escaped(document.text(TextRange(at, end)))
        at = end
      }
    }
    for mention in recognized.mentions where !mention.range.isEmpty {
      advance(to: mention.range.start)
      // A mention that reaches out of the one it starts in would break the nesting.
      if let last = open.last, mention.range.end > last { continue }
      let classes = mention.type.rawValue + (mention.isReference ? " reference" : "")
      text += "<mark class=\"\(classes)\" title=\"\(Self.escaped(tooltip(mention)))\">"
      open.append(mention.range.end)
    }
    advance(to: document.bytes.count)
    while open.popLast() != nil { text += "</mark>" }
    return text
  }

  private func tooltip(_ mention: Mention) -> String {
    var lines = mention.entities.map { index in
      let entity = recognized.entities[index]
      return "\(entity.gazetteerName ?? entity.name) — \(entity.type.rawValue) (\(entity.id))"
    }
    if let government = mention.standsFor { lines.append("stands for \(recognized.entities[government].name)") }
    lines.append("\(mention.form.rawValue), score \(Recognizer.rounded(mention.score))")
    lines += mention.reasons
    return lines.joined(separator: "\n")
  }

  /// The article's entities, with links to Wikidata.
  private func table() -> String {
    var rows = ""
    for entity in recognized.entities where !entity.forms.isEmpty {
      let name = Self.escaped(entity.gazetteerName ?? entity.name)
      let link =
        entity.isItem ? "<a href=\"https://www.wikidata.org/wiki/\(entity.id)\" rel=\"noreferrer\">\(name)</a>" : name
      rows += "<tr><td>\(link)</td><td>\(entity.type.rawValue)</td><td>\(Self.escaped(entity.id))</td>"
      rows += "<td>\(Self.escaped(entity.forms.joined(separator: ", ")))</td></tr>\n"
    }
    return "<table>\n<tr><th>Entity</th><th>Type</th><th>Id</th><th>Forms</th></tr>\n" + rows + "</table>\n"
  }

  /// Text that HTML shows as it is, in content and in quoted attributes; control characters that HTML refuses are replaced.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n", "\t", "\r": result.unicodeScalars.append(scalar)
      case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
