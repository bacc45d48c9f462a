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

/// Values that are appended one after the other, in large pages, and may end as a section of an index without being
/// copied once more.
struct LargeBuffer<Value: BitwiseCopyable>: ~Copyable {
  private var memory: UnsafeMutableRawBufferPointer
  private(set) var count = 0

  /// - Parameter expected: about how many values will come; pages that are not reached cost nothing.
  init(expected: Int) {
    memory = LargeMemory.zeroed(byteCount: max(expected, 64) * MemoryLayout<Value>.stride)
  }

  deinit { LargeMemory.free(memory) }

  var values: UnsafeMutableBufferPointer<Value> {
    UnsafeMutableBufferPointer(rebasing: memory.bindMemory(to: Value.self)[..<count])
  }

  /// The value at `index`; the caller keeps to `count`.
  @inline(__always) subscript(_ index: Int) -> Value {
    memory.load(fromByteOffset: index &* MemoryLayout<Value>.stride, as: Value.self)
  }

  /// Appends values of zero bytes, which the caller replaces.
  mutating func append(repeating number: Int) {
    reserve(number)
    count &+= number
  }

  /// Leaves the first values; the memory is kept.
  @inline(__always) mutating func truncate(to count: Int) { self.count = count }

  @inline(__always) mutating func append(_ value: Value) {
    reserve(1)
    memory.storeBytes(of: value, toByteOffset: count &* MemoryLayout<Value>.stride, as: Value.self)
    count &+= 1
  }

  @inline(__always) mutating func append(contentsOf values: UnsafeBufferPointer<Value>) {
    guard let source = values.baseAddress else { return }
    reserve(values.count)
    if let target = memory.baseAddress {
      memcpy(target + count &* MemoryLayout<Value>.stride, source, values.count &* MemoryLayout<Value>.stride)
    }
    count &+= values.count
  }

  @inline(__always) private mutating func reserve(_ more: Int) {
    if (count &+ more) &* MemoryLayout<Value>.stride > memory.count { grow(count + more) }
  }

  private mutating func grow(_ least: Int) {
    let larger = LargeMemory.zeroed(byteCount: max(memory.count * 2, least * MemoryLayout<Value>.stride))
    larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[..<(count * MemoryLayout<Value>.stride)]))
    LargeMemory.free(memory)
    memory = larger
  }

  /// Gives the memory away, to be freed by who takes it, with the number of bytes that are used.
  mutating func take() -> OwnedBytes {
    let taken = OwnedBytes(memory: memory, count: count * MemoryLayout<Value>.stride)
    memory = LargeMemory.zeroed(byteCount: 64)
    count = 0
    return taken
  }
}

// Unchecked: the memory has one owner, and changes under exclusive access alone.
extension LargeBuffer: @unchecked Sendable where Value: Sendable {}

/// Memory of `LargeMemory` of which the first bytes are used.
struct OwnedBytes {
  let memory: UnsafeMutableRawBufferPointer
  let count: Int

  init(memory: UnsafeMutableRawBufferPointer, count: Int) {
    self.memory = memory
    self.count = count
  }

  /// A copy of the bytes of values.
  init<Value: BitwiseCopyable>(_ values: [Value]) {
    count = values.count * MemoryLayout<Value>.stride
    memory = LargeMemory.zeroed(byteCount: count)
    values.withUnsafeBytes { memory.copyMemory(from: $0) }
  }

  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: memory[..<count]) }
}
