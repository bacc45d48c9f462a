import DataTables
import Foundation
import TextModel

/// Imports entities of other sources into an entity file, sorted by id, in bounded memory.
public struct GazetteerImport: Sendable {
  public var format: ImportFormat
  public var options: ImportOptions
  /// Bytes of lines that are held in memory before they are put aside.
  var memory = 128 << 20

  public init(format: ImportFormat, options: ImportOptions = ImportOptions()) {
    self.format = format
    self.options = options
  }

  /// What an import did.
  public struct Summary: Hashable, Sendable {
    public var records = 0
    public var entities = 0
    /// Entities whose id an earlier one has.
    public var repeated = 0
    public var faults = 0

    public init() {}
  }

  /// Reads all records and writes the entity file.
  ///
  /// - Parameters:
  ///   - input: the source.
  ///   - name: names it in faults.
  ///   - temporary: a folder that does not exist yet, for sorting; it is removed again.
  ///   - progress: called after some records with the number of bytes read and of entities found.
  ///   - report: called with each faulty record; the rest goes on.
  ///   - write: called with each line of the file, header first, without its end.
  /// - Throws: `GazetteerError` where the input cannot be read or has no usable header; what `write` throws.
  public func run(
    _ input: FileHandle, named name: String, temporary: URL,
    progress: (_ bytes: Int, _ entities: Int) -> Void = { _, _ in }, report: (DataFault) -> Void,
    write: (String) throws -> Void
  ) throws -> Summary {
    var summary = Summary()
    var source = format.source(options)
    var reader = RecordReader(input, keepsQuotations: format == .csv)
    let sorter = LineSorter(folder: temporary, limit: memory)
    while let record = try reader.next() {
      summary.records += 1
      if summary.records % 1000 == 0 { progress(reader.bytesRead, summary.entities) }
      switch Self.line(record, &source, named: name) {
      case .success(let line?):
        summary.entities += 1
        try sorter.add(line)
      case .success(nil): break
      case .failure(let fault):
        if let csv = source as? CSVSource, !csv.hasHeader {
          throw GazetteerError("\(name):\(reader.line): the header \(fault.message)")
        }
        summary.faults += 1
        report(DataFault(file: name, line: reader.line, message: fault.message))
      }
    }
    // The header is no record.
    if format == .csv, summary.records > 0 { summary.records -= 1 }
    progress(reader.bytesRead, summary.entities)
    try write(Entity.lineHeader)
    summary.repeated = try sorter.finish(write)
    return summary
  }

  /// The line of the entity file for a record; nil where the record is no entity that is asked for.
  private static func line(
    _ record: [UInt8], _ source: inout any ImportSource, named name: String
  ) -> Result<String?, ImportFault> {
    do throws(ImportFault) {
      guard let line = try source.entity(of: record)?.line else { return .success(nil) }
      var faults: [DataFault] = []
      _ = EntityFile(bytes: Array("\(Entity.lineHeader)\n\(line)\n".utf8), name: name, faults: &faults)
      if let fault = faults.first { throw ImportFault(fault.message) }
      return .success(line)
    } catch {
      return .failure(error)
    }
  }
}
