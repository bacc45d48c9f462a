import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Reads an SVG with an XML parser and keeps what the tests ask for.
final class SVGReader: NSObject, XMLParserDelegate {
  struct Group {
    var id: String
    var classes: Set<String>
    var title = ""
    var text = ""
    var links: [String] = []
  }

  private(set) var root: [String: String] = [:]
  private(set) var groups: [Group] = []
  private(set) var title = ""
  private(set) var summary = ""
  private(set) var links: [String] = []
  private(set) var elements: Set<String> = []
  private(set) var attributes: Set<String> = []
  private(set) var size = (width: 0.0, height: 0.0)
  private var path: [String] = []
  private var open: [Int] = []
  private var isInTitle = false

  /// nil where the bytes are no well-formed XML.
  init?(_ bytes: [UInt8]) {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    guard parser.parse() else { return nil }
  }

  func groups(_ name: String) -> [Group] { groups.filter { $0.classes.contains(name) } }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes values: [String: String]
  ) {
    path.append(name)
    elements.insert(name)
    attributes.formUnion(values.keys)
    if name == "svg" { root = values }
    if values["id"] == "picture-title" { isInTitle = true }
    if let link = values["xlink:href"] {
      links.append(link)
      if let last = open.last { groups[last].links.append(link) }
    }
    if name == "g", let classes = values["class"] {
      groups.append(
        Group(id: values["id"] ?? "", classes: Set(classes.split(separator: " ").map(String.init))))
      open.append(groups.count - 1)
    } else if name == "g" {
      open.append(open.last ?? 0)
    }
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    path.removeLast()
    isInTitle = false
    if name == "g" { open.removeLast() }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    switch path.last {
    case "title" where isInTitle: title += text
    case "desc": summary += text
    case "title": if let last = open.last { groups[last].title += text }
    case "text": if let last = open.last { groups[last].text += text }
    default: break
    }
  }
}
