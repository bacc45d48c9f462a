import Foundation
import JSONText
import TextModel

/// What a page says of its article: JSON-LD first, then meta elements, then the marks in the text.
struct PageMetadata {
  private(set) var title: String?
  private(set) var date: PartialDate?
  private(set) var byline: String?
  private(set) var site: String?
  private(set) var url: String?
  private(set) var language: String?
  /// The article's text where the page carries it beside the markup.
  private(set) var body: String?

  private static let titleNames = [
    "og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "headline",
  ]
  private static let dateNames = [
    "article:published_time", "og:article:published_time", "datepublished", "article:published", "pubdate",
    "publishdate", "publish-date",
    "publication_date", "date", "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date", "parsely-pub-date",
    "sailthru.date",
    "article.published", "rnews:datepublished", "datecreated", "originalpublicationdate",
    "cxenseparse:recs:publishtime", "og:pubdate",
  ]
  private static let authorNames = [
    "author", "article:author", "byl", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author",
    "cxenseparse:author",
  ]
  private static let articleTypes: Set<String> = [
    "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle",
    "OpinionNewsArticle", "BlogPosting",
    "LiveBlogPosting", "Report", "WebPage",
  ]

  init(_ root: MarkupNode, url given: String?) {
    var metas: [String: String] = [:]
    var data: [JSONValue] = []
    var marks = Marks()
    root.walk(enter: { node in
      guard node.isElement else { return false }
      if node.isNamed("meta") {
        let key = (node["property"] ?? node["name"] ?? node["itemprop"])?.lowercased()
        if let key, let content = node["content"].map(PageText.collapsed), !content.isEmpty, metas[key] == nil {
          metas[key] = content
        }
      } else if node.isNamed("script") {
        if node["type"]?.lowercased().hasPrefix("application/ld+json") == true, let value = Self.json(node.allText) {
          data.append(value)
        }
        return false
      } else if node.isNamed("link"), node.isValue("canonical", of: "rel") {
        marks.canonical = marks.canonical ?? node["href"]
      } else if node.isNamed("html") {
        marks.language = node["lang"] ?? node["xml:lang"]
      } else if node.isNamed("style") || node.isNamed("svg") || node.isNamed("template") {
        return false
      } else {
        marks.look(at: node)
      }
      return true
    })
    for value in data { take(value, depth: 0) }
    title = title ?? Self.titleNames.lazy.compactMap { metas[$0] }.first ?? marks.heading
    site = metas["og:site_name"] ?? site ?? metas["application-name"]
    if title == nil, let page = marks.pageTitle { title = page }
    title = title.map { Self.withoutSite($0, site: site, heading: marks.heading) }
    date = date ?? Self.dateNames.lazy.compactMap { metas[$0].flatMap(DateReading.date) }.first ?? marks.date
    if byline == nil {
      byline =
        Self.authorNames.lazy.compactMap { metas[$0] }.first { !$0.contains("://") && !$0.isEmpty } ?? marks.author
    }
    byline = byline.map(Self.withoutBy)
    url = given ?? marks.canonical.flatMap(Self.web) ?? metas["og:url"].flatMap(Self.web)
    language = language ?? marks.language ?? metas["og:locale"].map { String($0.prefix { $0 != "_" }) }
    if language?.isEmpty == true { language = nil }
    if date == nil, let url { date = Self.date(inURL: url) }
    if site == nil, let url { site = Self.host(url) }
  }

  /// What the elements of the body say.
  private struct Marks {
    var heading: String?
    var pageTitle: String?
    var canonical: String?
    var language: String?
    var author: String?
    var date: PartialDate?
    private var hasOwnDate = false

    mutating func look(at node: MarkupNode) {
      if node.isNamed("title") {
        pageTitle = pageTitle ?? Self.text(node)
      } else if node.isNamed("h1") {
        heading = heading ?? Self.text(node)
      } else if node.isNamed("time") {
        let isOwn = node["pubdate"] != nil || node.isValue("datepublished", of: "itemprop")
        guard date == nil || (isOwn && !hasOwnDate) else { return }
        if let found = DateReading.date(node["datetime"] ?? node.allText) {
          date = found
          hasOwnDate = isOwn
        }
      } else {
        if author == nil, node.isValue("author", of: "rel") || node.isValue("author", of: "itemprop") {
          author = Self.text(node)
        }
        if date == nil, node.isValue("datepublished", of: "itemprop") {
          date = DateReading.date(node["content"] ?? node.allText)
        }
      }
    }

    private static func text(_ node: MarkupNode) -> String? {
      let text = PageText.collapsed(node.allText)
      return text.isEmpty || text.utf8.count > 400 ? nil : text
    }
  }

  /// Many pages break lines inside strings; such a script is read with them as spaces.
  private static func json(_ text: String) -> JSONValue? {
    let bytes = Array(text.utf8)
    if let value = try? JSONParser.parse(bytes) { return value }
    return try? JSONParser.parse(bytes.map { $0 < 0x20 ? 0x20 : $0 })
  }

  /// Takes the article out of JSON-LD, through lists and `@graph`.
  private mutating func take(_ value: JSONValue, depth: Int) {
    guard depth < 4 else { return }
    switch value {
    case .array(let values):
      for value in values { take(value, depth: depth + 1) }
    case .object:
      if let graph = value["@graph"] { take(graph, depth: depth + 1) }
      let types = value["@type"]?.text?.split(separator: ",").map { $0.drop { $0 == " " } } ?? []
      guard types.contains(where: { Self.articleTypes.contains(String($0)) }) else { return }
      if types.contains("WebPage"), types.count == 1 {
        if let main = value["mainEntity"] { take(main, depth: depth + 1) }
        date = date ?? value["datePublished"]?.text.flatMap(DateReading.date)
        return
      }
      if let headline = value["headline"]?.text, !headline.isEmpty { title = title ?? PageText.unescaped(headline) }
      date = value["datePublished"]?.text.flatMap(DateReading.date) ?? date
      byline =
        byline
        ?? (value["author"]?["name"]?.text ?? value["author"]?.text).flatMap {
          $0.isEmpty ? nil : PageText.unescaped($0)
        }
      site = site ?? value["publisher"]?["name"]?.text.map(PageText.unescaped)
      language = language ?? value["inLanguage"]?.text
      body = body ?? value["articleBody"]?.text
    case .null, .bool, .number, .string: return
    }
  }

  /// `Headline | Site`, `Headline - Site` without the site: by its name, or where the page's heading says how far the headline goes.
  static func withoutSite(_ title: String, site: String?, heading: String?) -> String {
    let bytes = Array(title.utf8)
    for mark in [" | ", " - ", " – ", " — ", " :: ", " • "] {
      guard let range = ByteSearch.last(mark, in: bytes[...]) else { continue }
      let head = String(decoding: bytes[..<range.lowerBound], as: UTF8.self)
      let tail = String(decoding: bytes[range.upperBound...], as: UTF8.self).lowercased()
      if let site, !tail.isEmpty, site.lowercased().contains(tail) { return head }
      if let heading, heading == head { return head }
    }
    return title
  }

  private static func withoutBy(_ byline: String) -> String {
    byline.lowercased().hasPrefix("by ") ? String(byline.dropFirst(3)) : byline
  }

  private static func web(_ url: String) -> String? {
    url.hasPrefix("http://") || url.hasPrefix("https://") ? url : nil
  }

  static func host(_ url: String) -> String? {
    guard let scheme = url.range(of: "://") else { return nil }
    let host = url[scheme.upperBound...].prefix { $0 != "/" && $0 != ":" && $0 != "?" }
    return host.isEmpty ? nil : String(host.hasPrefix("www.") ? host.dropFirst(4) : host)
  }

  /// `…/2022/01/28/…` in an address.
  static func date(inURL url: String) -> PartialDate? {
    let parts = url.split(whereSeparator: { $0 == "/" || $0 == "-" }).map(String.init)
    for index in parts.indices.dropLast(2)
    where parts[index].count == 4 && parts[index].hasPrefix("19") || parts[index].hasPrefix("20") {
      guard parts[index + 1].count == 2, parts[index + 2].count == 2 else { continue }
      if let date = PartialDate("\(parts[index])-\(parts[index + 1])-\(parts[index + 2])") { return date }
    }
    return nil
  }
}
