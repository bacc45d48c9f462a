import Foundation

/// Zeroed memory for large tables, in large pages where the system has them: a random read then seldom misses the table
/// of pages.
enum LargeMemory {
  private static let largePage = 2 << 20

  /// Memory of the number of bytes, zeroed, aligned to 64; it is given back with `free`.
  static func zeroed(byteCount: Int) -> UnsafeMutableRawBufferPointer {
    if byteCount >= largePage {
      let memory = mmap(nil, byteCount, PROT_READ | PROT_WRITE, MAP_PRIVATE | Int32(MAP_ANONYMOUS), -1, 0)
      if let memory, memory != MAP_FAILED {
        // Without large pages the memory is as good, only slower.
        madvise(memory, byteCount, Int32(MADV_HUGEPAGE))
        return UnsafeMutableRawBufferPointer(start: memory, count: byteCount)
      }
      fatalError("out of memory: \(byteCount) bytes")
    }
    let memory = UnsafeMutableRawPointer.allocate(byteCount: max(byteCount, 1), alignment: 64)
    memset(memory, 0, byteCount)
    return UnsafeMutableRawBufferPointer(start: memory, count: byteCount)
  }

  static func free(_ memory: UnsafeMutableRawBufferPointer) {
    if memory.count >= largePage {
      munmap(memory.baseAddress, memory.count)
    } else {
      memory.deallocate()
    }
  }
}
