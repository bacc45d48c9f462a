/// What a source gives next.
enum ReadingStep {
  case item(ReadingItem)
  /// A source inside this one, which is emptied first: a folder's file, an archive's entry.
  case open(any ItemSource)
}

/// Gives articles one by one, so that a pipeline holds no more than it works on.
protocol ItemSource: AnyObject {
  /// The next step, nil at the end. A fault ends the source; faults of single records are items.
  func next() throws(ReadingFault) -> ReadingStep?
}

/// Gives the steps of a list.
final class ListedSource: ItemSource {
  private var steps: ArraySlice<ReadingStep>

  init(_ steps: [ReadingStep]) {
    self.steps = steps[...]
  }

  func next() throws(ReadingFault) -> ReadingStep? {
    steps.popFirst()
  }
}
