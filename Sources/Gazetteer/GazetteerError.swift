/// Why a gazetteer could not be loaded or written: one sentence that names file, place and mend.
public struct GazetteerError: Error, Hashable, Sendable, CustomStringConvertible {
  public var message: String

  public init(_ message: String) { self.message = message }

  public var description: String { message }
}
