/// A format in which a graph can be exported: one file in `Formats`, one line in `ExportFormats.all`.
public protocol ExportFormat: Sendable {
  /// As `--format` takes it.
  var name: String { get }
  /// What reads it, for the help text.
  var summary: String { get }
  /// Extension of the output file, without a dot; nil where it says nothing (`csv`).
  var fileExtension: String? { get }
  /// Names of the files that make up the export, in the order of the sinks; one for most formats.
  var files: [String] { get }
  /// What the format has no place for.
  var leavesOut: Set<ExportTrait> { get }
  /// The format can hold one summed edge for each pair.
  var canSum: Bool { get }
  /// The format has a place for metrics of parties.
  var usesMetrics: Bool { get }

  /// Writes the graph, one sink for each of `files`; the caller finishes the sinks.
  ///
  /// Equal contents give equal bytes.
  func write(_ content: ExportContent, to sinks: [ByteSink])
}

extension ExportFormat {
  public var fileExtension: String? { nil }
  public var files: [String] { ["graph"] }
  public var leavesOut: Set<ExportTrait> { [] }
  public var canSum: Bool { true }
  public var usesMetrics: Bool { true }

  /// One sentence that names what of this graph is lost, nil where nothing is.
  public func lossReport(for content: ExportContent) -> String? {
    let lost = ExportTrait.allCases.filter { leavesOut.contains($0) && $0.occurs(in: content.graph) }
    guard !lost.isEmpty else { return nil }
    return "the format \(name) has no place for \(lost.map(\.rawValue).joined(separator: ", ")): left out."
  }

  /// The export as texts, one for each of `files`; for small graphs.
  public func texts(_ content: ExportContent) -> [String] {
    let pieces = files.map { _ in Piece() }
    let sinks = pieces.map { piece in ByteSink { piece.bytes.append(contentsOf: $0) } }
    write(content, to: sinks)
    for sink in sinks { sink.flush() }
    return pieces.map { String(decoding: $0.bytes, as: UTF8.self) }
  }
}

private final class Piece {
  var bytes: [UInt8] = []
}
