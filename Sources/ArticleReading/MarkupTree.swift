import CXML

/// A parsed HTML page or XML file; frees libxml2's tree with itself.
///
/// The parser reads no network, no other files and no entities of the document's own, and prints nothing.
final class MarkupTree {
  private let document: xmlDocPtr
  let root: MarkupNode

  /// Parses HTML as browsers forgive it; nil where nothing is there.
  ///
  /// - Parameter isSlimmed: what no reading looks at is left out: scripts, styles, drawings, comments, most attributes.
  init?(html: String, isSlimmed: Bool = true) {
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue
    var html = html
    func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> xmlDocPtr? {
      guard let base = bytes.baseAddress else { return nil }
      return base.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
        htmlReadMemory($0, Int32(clamping: bytes.count), nil, "UTF-8", Int32(bitPattern: options))
      }
    }
    let parsed = html.withUTF8 { bytes -> xmlDocPtr? in
      isSlimmed ? MarkupSlimming.slimmed(bytes).withUnsafeBufferPointer(parse) : parse(bytes)
    }
    guard let parsed, let root = xmlDocGetRootElement(parsed) else {
      if let parsed { xmlFreeDoc(parsed) }
      return nil
    }
    document = parsed
    self.root = MarkupNode(root)
  }

  /// Parses XML in UTF-8, forgiving faults; nil where no element is there.
  init?(xml: String) {
    let options =
      XML_PARSE_RECOVER.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NONET.rawValue
    var xml = xml
    let parsed = xml.withUTF8 { bytes -> xmlDocPtr? in
      guard let base = bytes.baseAddress else { return nil }
      return base.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
        xmlReadMemory($0, Int32(clamping: bytes.count), nil, "UTF-8", Int32(bitPattern: options))
      }
    }
    guard let parsed, let root = xmlDocGetRootElement(parsed) else {
      if let parsed { xmlFreeDoc(parsed) }
      return nil
    }
    document = parsed
    self.root = MarkupNode(root)
  }

  deinit { xmlFreeDoc(document) }
}

/// An element, or a piece of text, of a tree that outlives it.
struct MarkupNode {
  private let pointer: xmlNodePtr

  init(_ pointer: xmlNodePtr) {
    self.pointer = pointer
  }

  /// Where the node is in memory: the same for the same node.
  var identity: UnsafeMutableRawPointer { UnsafeMutableRawPointer(pointer) }

  var isElement: Bool { pointer.pointee.type == XML_ELEMENT_NODE }

  /// Whether the element has a name, in letters of any case, whatever its namespace.
  func isNamed(_ name: StaticString) -> Bool {
    guard isElement, let own = pointer.pointee.name else { return false }
    return MarkupBytes.equal(own, name)
  }

  /// What the element is to a page, by its name.
  var role: ElementRole {
    guard isElement, let name = pointer.pointee.name else { return [] }
    return ElementRole.named(name)
  }

  /// The element's name in lower case, without a namespace.
  var name: String {
    guard isElement, let name = pointer.pointee.name else { return "" }
    return Self.string(name).lowercased()
  }

  /// The name with its namespace's prefix: `dc:creator`.
  var qualifiedName: String {
    guard let namespace = pointer.pointee.ns, let prefix = namespace.pointee.prefix else { return name }
    return Self.string(prefix).lowercased() + ":" + name
  }

  /// The text of a text node, nil for others.
  var text: String? {
    guard pointer.pointee.type == XML_TEXT_NODE || pointer.pointee.type == XML_CDATA_SECTION_NODE,
      let content = pointer.pointee.content
    else { return nil }
    return Self.string(content)
  }

  var parent: MarkupNode? {
    guard let parent = pointer.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE else { return nil }
    return MarkupNode(parent)
  }

  var firstChild: MarkupNode? {
    // A reference's children are its entity's, shared and possibly endless.
    guard pointer.pointee.type == XML_ELEMENT_NODE else { return nil }
    return pointer.pointee.children.map { MarkupNode($0) }
  }

  var next: MarkupNode? { pointer.pointee.next.map { MarkupNode($0) } }

  var children: MarkupChildren { MarkupChildren(next: firstChild) }

  /// The value of an attribute of the element.
  subscript(attribute: StaticString) -> String? {
    guard let found = firstAttribute(where: { MarkupBytes.equal($0, attribute) }) else { return nil }
    var value = ""
    var child = found.children
    while let node = child {
      if node.pointee.type == XML_TEXT_NODE, let content = node.pointee.content { value += Self.string(content) }
      child = node.pointee.next
    }
    return value
  }

  /// Whether an attribute of the element has a value, in letters of any case.
  func isValue(_ value: StaticString, of attribute: StaticString) -> Bool {
    guard let found = firstAttribute(where: { MarkupBytes.equal($0, attribute) }), let text = found.children else {
      return false
    }
    if text.pointee.next == nil, text.pointee.type == XML_TEXT_NODE, let content = text.pointee.content {
      return MarkupBytes.equal(content, value)
    }
    return self[attribute]?.lowercased() == value.description
  }

  /// Calls a body with the name and the value of each attribute of the element.
  @inline(__always)
  func forEachAttribute(_ body: (_ name: UnsafePointer<UInt8>, _ value: UnsafePointer<UInt8>?) -> Void) {
    guard isElement else { return }
    var current = pointer.pointee.properties
    while let attribute = current {
      if let name = attribute.pointee.name {
        body(name, attribute.pointee.children?.pointee.content.map { UnsafePointer($0) })
      }
      current = attribute.pointee.next
    }
  }

  private func firstAttribute(where condition: (UnsafePointer<UInt8>) -> Bool) -> xmlAttr? {
    guard isElement else { return nil }
    var current = pointer.pointee.properties
    while let attribute = current {
      if let name = attribute.pointee.name, condition(name) { return attribute.pointee }
      current = attribute.pointee.next
    }
    return nil
  }

  /// The bytes of a text node up to a zero, nil for others.
  var textBytes: UnsafePointer<UInt8>? {
    guard pointer.pointee.type == XML_TEXT_NODE || pointer.pointee.type == XML_CDATA_SECTION_NODE,
      let content = pointer.pointee.content
    else { return nil }
    return UnsafePointer(content)
  }

  private static func string(_ bytes: UnsafePointer<UInt8>) -> String {
    String(decodingCString: bytes, as: UTF8.self)
  }

  /// Visits the node and all below it in the order of the text; no node below one for which `enter` is false.
  ///
  /// Goes without recursion: pages nest elements thousands deep.
  @inline(__always)
  func walk(enter: (MarkupNode) -> Bool, leave: (MarkupNode) -> Void = { _ in }) {
    var node = self
    while true {
      if enter(node), let child = node.firstChild {
        node = child
        continue
      }
      leave(node)
      while node.identity != identity {
        if let next = node.next {
          node = next
          break
        }
        guard let parent = node.parent else { return }
        node = parent
        leave(node)
      }
      if node.identity == identity { return }
    }
  }

  /// All text below the node, white space as it is.
  var allText: String {
    var all = ""
    walk(enter: { node in
      if let text = node.text { all += text }
      return true
    })
    return all
  }

  /// The first element below for which a condition holds.
  func first(where condition: (MarkupNode) -> Bool) -> MarkupNode? {
    var found: MarkupNode?
    walk(enter: { node in
      guard found == nil else { return false }
      if node.isElement, condition(node) { found = node }
      return found == nil
    })
    return found
  }
}

/// The nodes right below one.
struct MarkupChildren: Sequence, IteratorProtocol {
  fileprivate var upcoming: MarkupNode?

  fileprivate init(next: MarkupNode?) {
    upcoming = next
  }

  mutating func next() -> MarkupNode? {
    defer { upcoming = upcoming?.next }
    return upcoming
  }
}
