/// What a layout may use before it is given up.
public struct RenderingLimits: Hashable, Sendable {
  /// Seconds of processor time, and of real time.
  public var seconds: Int
  /// Bytes of memory, besides what the process already has.
  public var bytes: Int

  public init(seconds: Int = 120, bytes: Int = 4 << 30) {
    self.seconds = seconds
    self.bytes = bytes
  }
}
