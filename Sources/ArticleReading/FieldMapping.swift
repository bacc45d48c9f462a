/// Which fields of a record (JSON, CSV) hold an article's text, title, date and so on.
///
/// ```
/// let mapping = try FieldMapping("text=body,title=headline,source=publisher.name")
/// ```
public struct FieldMapping: Hashable, Sendable {
  /// The parts of an article that a field can hold.
  public enum Part: String, CaseIterable, Hashable, Sendable {
    case id, text, title, date, source, url, byline, language
  }

  /// The names to look for, the first that is there wins; a full stop leads into an inner object.
  private(set) var names: [Part: [String]]
  /// The user named at least one field, so that fields without a name are passed over without a word.
  let isGiven: Bool

  /// The names by which the exports of newsrooms and scrapers go.
  ///
  /// Own format; news-please (`maintext`, `date_publish`, `source_domain`), trafilatura (`text`, `sitename`, `hostname`), newspaper3k
  /// (`text`, `publish_date`, `authors`), Media Cloud (`stories_id`, `media_name`, `story_text`), GDELT DOC (`seendate`, `domain`), NewsAPI
  /// (`content`, `publishedAt`, `source.name`), schema.org (`articleBody`, `datePublished`).
  public static let usual = FieldMapping(
    names: [
      .id: ["id", "stories_id", "story_id", "article_id", "doc_id", "docid", "uid", "_id", "guid", "GKGRECORDID"],
      .text: [
        "text", "maintext", "articleBody", "article_text", "story_text", "full_text", "fulltext", "body", "content",
        "contents",
        "raw_text", "plain_text", "article",
      ],
      .title: ["title", "headline"],
      .date: [
        "date", "date_publish", "publish_date", "datePublished", "date_published", "published", "publishedAt",
        "published_at",
        "publication_date", "pubDate", "pub_date", "seendate", "created_at", "timestamp",
      ],
      .source: [
        "source", "source.name", "sitename", "site_name", "source-hostname", "meta_site_name", "media_name",
        "source_name", "publisher.name", "publisher",
        "publication",
        "outlet", "source_domain", "hostname", "domain", "site",
      ],
      .url: ["url", "link", "canonical_link", "DocumentIdentifier", "source_url"],
      .byline: ["byline", "author.name", "author", "authors", "creator"],
      .language: ["language", "lang", "meta_lang"],
    ], isGiven: false)

  /// Fields of those exports that an article has no use for.
  static let passedOver: Set<String> = [
    "description", "summary", "meta_description", "image", "image_url", "images", "urlToImage", "top_image", "movies",
    "filename",
    "localpath", "date_download", "date_modify", "title_page", "title_rss", "categories", "category", "tags",
    "keywords",
    "meta_keywords", "comments", "excerpt", "fingerprint", "license", "pagetype", "filedate", "tei", "html",
    "article_html",
    "download_date", "url_mobile", "socialimage", "sourcecountry", "media_id", "media_url", "collect_date",
    "ap_syndicated",
    "themes", "indexed_date", "dateModified", "mainEntityOfPage", "@context", "@type", "type", "section", "word_count",
    "score", "read_more_link", "meta_img", "meta_favicon", "meta_data", "keyword_scores",
  ]

  private init(names: [Part: [String]], isGiven: Bool) {
    self.names = names
    self.isGiven = isGiven
  }

  /// Reads `PART=FIELD` pairs separated by commas; parts that are not named keep their usual fields.
  ///
  /// - Throws: `ReadingFault` naming the pair that is wrong.
  public init(_ text: String) throws(ReadingFault) {
    var names = Self.usual.names
    var seen: Set<Part> = []
    let known = Part.allCases.map(\.rawValue).joined(separator: ", ")
    for pair in text.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2, !sides[1].isEmpty else {
        throw ReadingFault(file: "field mapping", "'\(pair)' is no pair; write PART=FIELD, as in text=body")
      }
      guard let part = Part(rawValue: String(sides[0])) else {
        throw ReadingFault(file: "field mapping", "'\(sides[0])' is no part of an article; known are \(known)")
      }
      guard seen.insert(part).inserted else {
        throw ReadingFault(file: "field mapping", "'\(part.rawValue)' is given twice; keep one")
      }
      names[part] = [String(sides[1])]
    }
    self.init(names: names, isGiven: true)
  }
}
