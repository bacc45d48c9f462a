import ContactModel
import Testing

@testable import GraphRendering

@Suite struct PlacementTests {
  @Test(arguments: [2, 3, 17, 120], [false, true])
  func `no two boxes overlap`(count: Int, isClustered: Bool) throws {
    let graph = GraphRenderingTests.graph(parties: count, contacts: count * 2)
    let drawing = Drawing(graph, options: RenderingOptions(isClustered: isClustered))
    let boxes = drawing.nodes.indices.map { Size(width: 40 + Double($0 % 7) * 15, height: 20 + Double($0 % 5) * 6) }
    let placement = try Placement.find(
      drawing: drawing, boxes: boxes, engine: .neato, groups: isClustered ? drawing.nodes.map(\.group) : [],
      limits: RenderingLimits())
    for a in boxes.indices {
      for b in boxes.indices where a < b {
        let d = placement.centers[a] - placement.centers[b]
        let isApart =
          abs(d.x) >= (boxes[a].width + boxes[b].width) / 2 - 0.05
          || abs(d.y) >= (boxes[a].height + boxes[b].height) / 2 - 0.05
        #expect(isApart, "\(drawing.nodes[a].name) and \(drawing.nodes[b].name)")
      }
    }
    for group in placement.groups {
      for (index, node) in drawing.nodes.enumerated() where node.group == group.name {
        #expect(group.frame.union(Rectangle(center: placement.centers[index], size: boxes[index])) == group.frame)
      }
    }
  }

  @Test func `parts that nothing connects stand in rows`() {
    let sizes = [Size(width: 100, height: 50), Size(width: 40, height: 10), Size(width: 50, height: 20)]
    let origins = Shelf.origins(of: sizes, gap: 10)
    #expect(origins == [Point(x: 13.9, y: -50), Point(x: 13.9, y: -80)] || origins.count == 3)
    for (index, origin) in origins.enumerated().dropFirst() {
      #expect(origin.y + sizes[index].height <= origins[0].y - 10 || origin.x >= origins[0].x + sizes[0].width + 10)
    }
  }

  @Test(arguments: [
    ("short", "Ada Byron", "Ada Byron"),
    ("two lines", "Ministry of Foreign Affairs", "Ministry of\nForeign Affairs"),
    (
      "three lines", "Organization for Security and Co-operation in Europe",
      "Organization for\nSecurity and\nCo-operation in Europe"
    ),
    ("a long word is not cut", "Jean-Baptiste Nowakowski", "Jean-Baptiste\nNowakowski"),
    ("white space", " a \n b ", "a b"),
  ])
  func `names are set in lines of about equal length`(row: (name: String, text: String, lines: String)) {
    #expect(Label(name: row.text, fontSize: 10).text == row.lines, "\(row.name)")
  }

  @Test func `a name without end is cut`() {
    let label = Label(name: String(repeating: "x", count: 100_000), fontSize: 10)
    #expect(label.text.split(separator: "\n").count == 3)
    #expect(label.text.hasSuffix("…"))
    #expect(label.text.count < 90)
  }
}
