import TextModel

/// What the sources of one run share: the options and the ids given so far.
final class ReadingSession {
  let options: ReadingOptions
  /// Hashes of ids to how many articles bear them; names of a million articles would take ten times the memory.
  private var ids: [UInt64: UInt32] = [:]

  init(options: ReadingOptions) {
    self.options = options
  }

  /// The article with an id of its own: the second of a name gets `-2`.
  func withUniqueID(_ article: Article) -> Article {
    var article = article
    let id = article.id
    var count = register(id)
    while count > 1 {
      article.id = "\(id)-\(count)"
      if register(article.id) == 1 { break }
      count += 1
    }
    return article
  }

  private func register(_ id: String) -> UInt32 {
    let count = (ids[StableHash.fnv1a(id.utf8)] ?? 0) + 1
    ids[StableHash.fnv1a(id.utf8)] = count
    return count
  }
}
