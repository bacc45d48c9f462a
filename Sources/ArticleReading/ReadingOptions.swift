import TextModel

/// What a reader may take in.
public struct ReadingOptions: Sendable {
  /// Which fields of records hold what; nil takes the usual names of news exports.
  public var mapping: FieldMapping?
  /// The words of a language: lines that are a page's own (`Share this`, `Advertisement`) are then left out of the text of pages, feeds
  /// and mails in HTML.
  public var rules: SegmentationRules?
  /// The largest article, record or page, in bytes after unpacking.
  public var maximumArticleBytes: Int
  /// The most bytes that may come out of one packed file.
  public var maximumUnpackedBytes: Int
  /// How many times its packed size a file may grow by unpacking, once past 1 MB.
  public var maximumExpansion: Int
  /// How deep archives may stand inside archives.
  public var maximumDepth: Int

  public init(
    mapping: FieldMapping? = nil, rules: SegmentationRules? = nil, maximumArticleBytes: Int = 64 << 20,
    maximumUnpackedBytes: Int = 1 << 40,
    maximumExpansion: Int = 200, maximumDepth: Int = 4
  ) {
    self.mapping = mapping
    self.rules = rules
    self.maximumArticleBytes = maximumArticleBytes
    self.maximumUnpackedBytes = maximumUnpackedBytes
    self.maximumExpansion = maximumExpansion
    self.maximumDepth = maximumDepth
  }
}
