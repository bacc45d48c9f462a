/// Turns what Graphviz writes as SVG into a picture that can be read aloud and looked at in any browser.
enum SVGDocument {
  /// The same picture with a title and a description of the whole, of each party and of each contact instead of
  /// Graphviz's own names, and with fonts that have a fallback.
  ///
  /// Complexity: O(*n*) in the bytes.
  static func finished(_ bytes: [UInt8], drawing: Drawing) -> [UInt8] {
    var result = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    var group: Substring = ""
    var isInside = false
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("<svg ") {
        isInside = true
        result += "<svg role=\"img\" aria-labelledby=\"picture-title picture-description\"\n" + line.dropFirst(4) + "\n"
        continue
      }
      // The comments and the document type name Graphviz's version and an address of a DTD.
      guard isInside, !line.hasPrefix("<!--") else { continue }
      if line.hasPrefix("<g id=\"") {
        group = line.dropFirst(7).prefix { $0 != "\"" }
        if group == "graph0" { result += head(drawing) }
      }
      if let start = line.firstRange(of: "<title>"), let end = line.firstRange(of: "</title>") {
        let words = words(for: group, drawing: drawing)
        group = ""
        result += line[..<start.lowerBound]
        if let words { result += "<title>" + GraphvizText.xml(words) + "</title>" }
        result += withoutLinkTitles(line[end.upperBound...]) + "\n"
        continue
      }
      result += withFallbackFonts(withoutLinkTitles(line)) + "\n"
    }
    while result.hasSuffix("\n\n") { result.removeLast() }
    return Array(result.utf8)
  }

  private static func head(_ drawing: Drawing) -> String {
    """
    <title id="picture-title">\(GraphvizText.xml(drawing.title))</title>
    <desc id="picture-description">\(GraphvizText.xml(drawing.description))</desc>
    <style>.contact:hover path{stroke-opacity:1}.contact:hover polygon{fill-opacity:1}a:hover text{text-decoration:underline}</style>

    """
  }

  /// What stands for a group of the picture: `n3` and `l3` are the third party's marker and label, `e7` a contact.
  private static func words(for group: Substring, drawing: Drawing) -> String? {
    guard let first = group.first, let index = Int(group.dropFirst()) else { return nil }
    switch first {
    case "n", "l": return drawing.nodes.indices.contains(index) ? drawing.nodes[index].description : nil
    case "e": return drawing.edges.indices.contains(index) ? drawing.edges[index].description : nil
    default: return nil
    }
  }

  /// Graphviz gives every link a title of its own, which would hide the party's.
  private static func withoutLinkTitles(_ line: Substring) -> Substring {
    guard let start = line.firstRange(of: " xlink:title=\"") else { return line }
    let rest = line[start.upperBound...]
    guard let end = rest.firstIndex(of: "\"") else { return line }
    return line[..<start.lowerBound] + rest[rest.index(after: end)...]
  }

  /// An SVG names families and weight apart, where Graphviz writes the name of a font.
  private static func withFallbackFonts(_ line: Substring) -> String {
    guard line.hasPrefix("<text") else { return String(line) }
    return String(line).replacing(
      "font-family=\"\(TextMeasure.boldFamily)\"", with: "font-family=\"\(TextMeasure.family)\" font-weight=\"bold\"")
  }
}
