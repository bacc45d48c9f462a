import GraphTestSupport
import TestSupport
import Testing

@testable import GraphRendering

@Suite struct PlainOutputTests {
  private static let sample = """
    graph 1 4.5 2.25
    node n0 1 2 0.5 0.25 "a b" solid box black lightgrey
    node n1 3 0.5 0.75 0.5 "" solid box black lightgrey
    edge n0 n1 4 1 1.875 1.5 1.5 2 1 2.75 0.75 solid black
    stop

    """

  @Test func `places are read in points`() {
    let output = PlainOutput(Array(Self.sample.utf8))
    #expect(output.nodes.map(\.name) == ["n0", "n1"])
    #expect(output.nodes.map(\.center) == [Point(x: 72, y: 144), Point(x: 216, y: 36)])
    #expect(output.nodes.map(\.size) == [Size(width: 36, height: 18), Size(width: 54, height: 36)])
    #expect(output.edges.map(\.points.count) == [4])
    #expect(output.edges.first?.points.last == Point(x: 198, y: 54))
  }

  @Test func `a number of points that cannot be is refused`() {
    #expect(PlainOutput(Array("edge n0 n1 9223372036854775807 1 2\n".utf8)).edges.isEmpty)
  }

  @Test func `damaged output is read as far as it goes`() {
    var random = SeededRandom(seed: 3)
    for _ in 0..<2000 {
      var bytes = Array(Self.sample.utf8)
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let index = Int.random(in: bytes.indices, using: &random)
        if Bool.random(using: &random) {
          bytes[index] = UInt8.random(in: .min ... .max, using: &random)
        } else {
          bytes.removeSubrange(index...)
          bytes.append(UInt8(ascii: "\n"))
        }
      }
      let output = PlainOutput(bytes)
      #expect(output.nodes.count <= 8 && output.edges.count <= 8)
    }
  }
}
