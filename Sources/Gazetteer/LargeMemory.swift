import Foundation

/// Zeroed memory for large tables, in large pages where the system has them: a random read then seldom misses the table
/// of pages.
enum LargeMemory {
  private static let largePage = 2 << 20

  /// Memory of the number of bytes, zeroed; it is given back with `free`.
  static func zeroed(byteCount: Int) -> UnsafeMutableRawBufferPointer {
    let count = max(byteCount, 1)
    let alignment = count >= largePage ? largePage : 64
    let memory = UnsafeMutableRawPointer.allocate(byteCount: count, alignment: alignment)
    // Without large pages the memory is as good, only slower.
    if count >= largePage { madvise(memory, count, Int32(MADV_HUGEPAGE)) }
    memset(memory, 0, count)
    return UnsafeMutableRawBufferPointer(start: memory, count: byteCount)
  }

  static func free(_ memory: UnsafeMutableRawBufferPointer) { memory.deallocate() }
}
