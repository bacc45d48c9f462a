import DataTables
import Testing

@Suite struct DataTableTests {
  @Test func readsRowsAndSkipsComments() throws {
    let text = "# note\nname\tgender\n\nAda\tf\nBo|Bob\n"
    let table = try DataTable(bytes: Array(text.utf8), file: "names.tsv", required: ["name"], optional: ["gender"])
    #expect(table.rows.map(\.line) == [4, 5])
    #expect(table.rows[0]["gender"] == "f")
    #expect(table.rows[1].values("name") == ["Bo", "Bob"])
    #expect(table.rows[1]["gender"] == nil)
  }

  @Test(arguments: [
    ("", "names.tsv: is empty; its first line must name the columns name"),
    ("nom\n", "names.tsv:1: lacks the column 'name'\nnames.tsv:1: has the unknown column 'nom'; known are name"),
    ("name\nA\tB\n", "names.tsv:2: has 2 cells where the header names 1; remove the extra tabs"),
  ])
  func namesEveryFault(text: String, message: String) {
    #expect {
      try DataTable(bytes: Array(text.utf8), file: "names.tsv", required: ["name"])
    } throws: { error in
      "\(error)" == message
    }
  }
}
