import Foundation

/// Counts the bytes that come from disk.
final class InputCounter {
  var bytes = 0
}

/// A source whose content is opened when it is first asked for.
final class LazySource: ItemSource {
  private var make: (() throws(ReadingFault) -> any ItemSource)?

  init(_ make: @escaping () throws(ReadingFault) -> any ItemSource) {
    self.make = make
  }

  func next() throws(ReadingFault) -> ReadingStep? {
    guard let make else { return nil }
    self.make = nil
    return .open(try make())
  }
}

/// The inputs as the user gave them, in that order.
final class InputsSource: ItemSource {
  private var inputs: ArraySlice<String>
  private let opener: ContentOpener
  private let counter: InputCounter

  init(_ inputs: [String], opener: ContentOpener, counter: InputCounter) {
    self.inputs = inputs[...]
    self.opener = opener
    self.counter = counter
  }

  func next() throws(ReadingFault) -> ReadingStep? {
    guard let input = inputs.popFirst() else { return nil }
    let (opener, counter) = (opener, counter)
    if input == "-" {
      return .open(
        LazySource { () throws(ReadingFault) in
          let name = "standard input"
          return try opener.open(CountedBytes(FileBytes(descriptor: 0, name: name), counter), name: name, depth: 0)
        })
    }
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: input, isDirectory: &isFolder), isFolder.boolValue {
      return .open(try FolderSource(path: input, ancestors: [], opener: opener, counter: counter))
    }
    return .open(LazySource { () throws(ReadingFault) in try opener.openFile(path: input, counter: counter) })
  }
}

/// Bytes that are counted as they are read.
final class CountedBytes: ByteSource {
  private let source: any ByteSource
  private let counter: InputCounter

  init(_ source: any ByteSource, _ counter: InputCounter) {
    self.source = source
    self.counter = counter
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingFault) -> Int {
    let count = try source.read(into: buffer)
    counter.bytes += count
    return count
  }

  var expectedCount: Int? { source.expectedCount }
}

/// The files of a folder and of the folders in it, in the order of their names.
final class FolderSource: ItemSource {
  private let path: String
  private var names: ArraySlice<String>
  private let ancestors: [String]
  private let opener: ContentOpener
  private let counter: InputCounter

  /// Lists a folder; hidden files (`.name`) are left out.
  ///
  /// - Parameter ancestors: the real paths of the folders around it, so that a link to one of them is not followed for ever.
  init(path: String, ancestors: [String], opener: ContentOpener, counter: InputCounter) throws(ReadingFault) {
    let real = URL(filePath: path).resolvingSymlinksInPath().path
    guard !ancestors.contains(real) else {
      throw ReadingFault(file: path, "is a link to a folder around it; it was passed over")
    }
    let listed: [String]
    do {
      listed = try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      throw ReadingFault(file: path, "cannot be listed; check the folder's permissions")
    }
    names = listed.filter { !$0.hasPrefix(".") }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }[...]
    self.path = path
    self.ancestors = ancestors + [real]
    self.opener = opener
    self.counter = counter
    guard !names.isEmpty else { throw ReadingFault(file: path, "is an empty folder; put articles in it") }
  }

  func next() throws(ReadingFault) -> ReadingStep? {
    guard let name = names.popFirst() else { return nil }
    let file = path.hasSuffix("/") ? path + name : path + "/" + name
    let (opener, counter, ancestors) = (opener, counter, ancestors)
    var status = stat()
    guard stat(file, &status) == 0 else {
      return .item(.fault(ReadingFault(file: file, "is a link that leads nowhere")))
    }
    let isFolder = status.st_mode & S_IFMT == S_IFDIR
    // A pipe would be waited for without end.
    guard isFolder || status.st_mode & S_IFMT == S_IFREG else {
      return .item(.fault(ReadingFault(file: file, "is a pipe, socket or device; give it by its own name to read it")))
    }
    return .open(
      LazySource { () throws(ReadingFault) in
        if isFolder { return try FolderSource(path: file, ancestors: ancestors, opener: opener, counter: counter) }
        return try opener.openRegularFile(path: file, counter: counter)
      })
  }

  /// The bytes of a file, or of all files that a folder gives.
  static func totalBytes(at path: String) -> Int {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return 0 }
    if !isFolder.boolValue { return size(of: path) }
    guard let files = FileManager.default.enumerator(atPath: path) else { return 0 }
    var total = 0
    for case let name as String in files where !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
      total += size(of: path + "/" + name)
    }
    return total
  }

  private static func size(of path: String) -> Int {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return 0 }
    return Int(status.st_size)
  }
}
