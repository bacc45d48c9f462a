import ContactModel
import Testing
import TextModel

/// When, where, by what means and about what: the words around a contact that are none of its parties.
struct CircumstancesTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    /// What the one contact of the text says; empty where the text says nothing.
    var expected: String

    init(_ name: String, _ text: String, _ expected: String) {
      (self.name, self.text, self.expected) = (name, text, expected)
    }

    var testDescription: String { name }
  }

  /// The article appears on Wednesday, 15 June 2016.
  private func contact(_ text: String) throws -> Contact? {
    let found = try ShippedLanguage.shared.get().contacts(text, date: PartialDate(year: 2016, month: 6, day: 15))
    #expect(found.contacts.count == 1, "\(text)")
    return found.contacts.first
  }

  @Test(arguments: [
    Row("weekday before", "Angela Merkel met Barack Obama on Monday.", "2016-06-13"),
    Row("weekday to come", "Angela Merkel will meet Barack Obama on Friday.", "2016-06-17"),
    Row("yesterday", "Angela Merkel called Barack Obama yesterday.", "2016-06-14"),
    Row("tomorrow", "Angela Merkel will call Barack Obama tomorrow.", "2016-06-16"),
    Row("day and month", "Angela Merkel met Barack Obama on May 3.", "2016-05-03"),
    Row("full date", "Angela Merkel met Barack Obama on April 24, 2015.", "2015-04-24"),
    Row("year", "Angela Merkel met Barack Obama in 2013.", "2013-01-01 to 2013-12-31"),
    Row("month", "Angela Merkel met Barack Obama in March.", "2016-03-01 to 2016-03-31"),
    Row("no date", "Angela Merkel met Barack Obama in Berlin.", ""),
    Row("number that is no year", "Angela Merkel gave Barack Obama 20 details of the offer.", ""),
    Row("name that is a month", "Theresa May met Barack Obama in London.", ""),
    Row("day of another word", "Angela Merkel told Barack Obama that the fog was thick.", ""),
  ])
  func when(_ row: Row) throws {
    let when = try contact(row.text)?.when
    let dump = when.map { $0.first == $0.last ? "\($0.first.date)" : "\($0.first.date) to \($0.last.date)" }
    #expect((dump ?? "") == row.expected, "\(row.text)")
  }

  @Test(arguments: [
    Row("city", "Angela Merkel met Barack Obama in Berlin.", "Berlin"),
    Row("country", "John Kerry met Sergei Lavrov in Switzerland.", "Switzerland"),
    Row("talks in a city", "John Kerry held talks with Sergei Lavrov in Geneva.", "Geneva"),
    Row("island", "Shinzo Abe met Vladimir Putin in Sicily.", "Sicily"),
    Row("a month is no place", "Angela Merkel met Barack Obama in June.", ""),
    Row("a topic is no place", "Angela Merkel told Barack Obama about Greece.", ""),
    Row("a party is no place", "Angela Merkel told France that Barack Obama was tired.", ""),
    Row("a language is no place", "Angela Merkel spoke to Barack Obama in English.", ""),
  ])
  func venue(_ row: Row) throws {
    #expect((try contact(row.text)?.venue ?? "") == row.expected, "\(row.text)")
  }

  @Test(arguments: [
    Row("about a noun", "Angela Merkel spoke to Barack Obama about gas.", "gas"),
    Row("on a phrase", "John Kerry briefed Barack Obama on the peace plan.", "the peace plan"),
    Row("over", "Donald Trump argued with Justin Trudeau over tariffs.", "tariffs"),
    Row("talks on", "John Kerry held talks with Sergei Lavrov on the war.", "the war"),
    Row("on a day", "Angela Merkel called Barack Obama on Monday.", ""),
    Row("in a city", "Angela Merkel met Barack Obama in Berlin.", ""),
    Row("with a third", "Angela Merkel met Barack Obama at the palace.", ""),
    Row("no topic", "Angela Merkel thanked Barack Obama.", ""),
  ])
  func topic(_ row: Row) throws {
    #expect((try contact(row.text)?.topic ?? "") == row.expected, "\(row.text)")
  }

  @Test(arguments: [
    Row("by phone", "Angela Merkel spoke to Barack Obama by phone.", "telephone"),
    Row("telephone talks", "Angela Merkel held telephone talks with Barack Obama.", "telephone"),
    Row("by telephone", "John Kerry talked with Sergei Lavrov by telephone.", "telephone"),
    Row("phone conversation", "John Kerry had a phone conversation with Sergei Lavrov.", "telephone"),
    Row("about a phone", "Angela Merkel told Barack Obama that phones break.", ""),
    Row("met", "Angela Merkel met Barack Obama.", ""),
    Row("urged", "Angela Merkel urged Barack Obama to wait.", ""),
    Row("phone maker", "Angela Merkel met Barack Obama near a shop for phones.", ""),
  ])
  func medium(_ row: Row) throws {
    #expect((try contact(row.text)?.medium ?? "") == row.expected, "\(row.text)")
  }
}
