import CPrefetch
import TextModel

extension Gazetteer {
  /// Finds the names in a range of a text, over token boundaries, with exact offsets.
  ///
  /// A name stands where its tokens stand, never inside a word ("Mali" is not in "Malié" nor "Normali"). Case is as the
  /// name is written, or capitals throughout (headlines); acronyms only as written. Diacritics, the kinds of
  /// apostrophes and hyphens, and hyphen or space make no difference. A possessive `'s` is part of a match only where
  /// it is part of the name.
  ///
  /// - Parameters:
  ///   - text: UTF-8 bytes; bytes that are not UTF-8 match nothing.
  ///   - range: bytes to search; its ends count as the ends of the text.
  ///   - overlap: which of overlapping matches are given.
  ///   - matches: the matches are appended, by start, longer first.
  /// - Complexity: O(*n*) in the bytes of the range for names of bounded length.
  public func matches(
    in text: UnsafeBufferPointer<UInt8>, range: Range<Int>, overlap: OverlapMode = .longest,
    into matches: inout [SurfaceMatch]
  ) {
    TokenScanner.over(text, range) { scanner in
      var matcher = Matcher(storage: storage, scanner: scanner, overlap: overlap)
      matcher.run(into: &matches)
    }
  }

  /// Finds the names in a range of a text: see `matches(in:range:overlap:into:)` over unsafe bytes.
  public func matches(
    in text: [UInt8], range: Range<Int>? = nil, overlap: OverlapMode = .longest, into matches: inout [SurfaceMatch]
  ) {
    text.withUnsafeBufferPointer {
      self.matches(in: $0, range: range ?? 0..<text.count, overlap: overlap, into: &matches)
    }
  }

  /// Finds the names in a text: see `matches(in:range:overlap:into:)`.
  public func matches(in text: String, overlap: OverlapMode = .longest) -> [SurfaceMatch] {
    var found: [SurfaceMatch] = []
    var text = text
    text.withUTF8 { matches(in: $0, range: 0..<$0.count, overlap: overlap, into: &found) }
    return found
  }

  /// Asks the processor to fetch what is soon read of the entities that matches can mean: reads of memory that do not
  /// wait for each other take a fraction of the time. Changes no result. Complexity: O(*n*) in the matches.
  public func bringNear(_ matches: [SurfaceMatch]) {
    let candidates = storage.candidates
    let records = storage.records
    guard let candidate = candidates.baseAddress, let record = records.baseAddress,
      let blob = UnsafeRawPointer(storage.blob.baseAddress)
    else { return }
    for match in matches { parley_prefetch(candidate + Int(match.surface.value)) }
    // Few names have more than two meanings.
    func eachEntity(_ body: (Int) -> Void) {
      for match in matches where Int(match.surface.value) < candidates.count {
        let first = candidates[Int(match.surface.value)]
        body(Int(first.entity.value))
        if !first.isLast { body(Int(candidates[Int(match.surface.value) + 1].entity.value)) }
      }
    }
    eachEntity { parley_prefetch(record + $0) }
    eachEntity { entity in
      let cells = blob + Int(records[entity].offset)
      parley_prefetch(cells)
      parley_prefetch(cells + 64)
    }
  }

  /// The written form that is exactly this name, up to diacritics, apostrophes and hyphens; nil where none is.
  public func surface(exactly name: String) -> SurfaceIndex? {
    surface(exactly: name, in: .nodes)
  }

  func surface(exactly name: String, in section: IndexStorage.Section) -> SurfaceIndex? {
    var name = name
    return name.withUTF8 { bytes in
      TokenScanner.over(bytes, 0..<bytes.count) { scanner in
        let nodes = NodeLookup(storage.bytes(section))
        var node = NameNode()
        var place = scanner.firstWord(from: 0)
        while let start = place {
          let token = scanner.token(at: start)
          let key = TokenScanner.node(node.hash, token.hash)
          node = nodes.node(key, from: nodes.home(key))
          if node.hash == 0 { return nil }
          place = scanner.start(after: token.end)
        }
        return node.surface > 0 ? node.surfaceIndex : nil
      }
    }
  }
}
