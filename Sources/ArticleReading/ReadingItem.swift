import TextModel

/// What comes out of the inputs, in their order.
public enum ReadingItem: Sendable {
  case article(Article)
  /// Something that was read, with a reservation the user should know: a guessed encoding, a key that was passed over.
  case note(ReadingFault)
  /// Something that could not be read; reading goes on behind it.
  case fault(ReadingFault)
}
