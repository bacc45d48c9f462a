extension SyntaxModel {
  /// The dictionary form of a word: `tell` for `told`, `talk` for `talks`.
  ///
  /// Verbs, auxiliaries and common nouns are looked up, else their endings are taken off by rule; names keep their form
  /// and other words are only put in lower case.
  ///
  /// - Parameters:
  ///   - word: as it stands in the text.
  ///   - tag: its part of speech.
  ///   - form: its inflected form, as `SentenceSyntax.forms` gives it.
  /// Complexity: O(*n*) in the bytes of the word.
  public func lemma(of word: String, tag: PartOfSpeech, form: WordForm) -> String {
    var word = word
    return word.withUTF8 { lemma(of: $0, tag: tag, form: form) }
  }

  /// The dictionary form of the word at a range of a text's UTF-8 bytes.
  public func lemma(of range: Range<Int>, in bytes: [UInt8], tag: PartOfSpeech, form: WordForm) -> String {
    bytes.withUnsafeBufferPointer { lemma(of: UnsafeBufferPointer(rebasing: $0[range]), tag: tag, form: form) }
  }

  func lemma(of word: UnsafeBufferPointer<UInt8>, tag: PartOfSpeech, form: WordForm) -> String {
    guard tag != .properNoun, !word.isEmpty else { return String(decoding: word, as: UTF8.self) }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: word.count + 2) { buffer in
      for (i, byte) in word.enumerated() { buffer[i] = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
      let count = LemmaRules.apply(buffer, count: word.count, tag: tag, form: form, table: lemmas)
      return String(decoding: buffer[0..<count], as: UTF8.self)
    }
  }
}
