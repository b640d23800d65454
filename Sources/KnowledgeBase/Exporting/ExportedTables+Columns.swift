import KBModel

extension ExportedTables {
  static let records = DataTable(
    name: "records", summary: "A record.", key: ["record"],
    columns: [
      .init("record", .text, "The record's id: its file name without `.md`."),
      .init("type", .text, "Its type."),
      .init("path", .text, "Its file, relative to the knowledge base."),
      .init("title", .text, "Its title, or its name."),
      .init("status", .text, "Its status; of a session or field note planned, raw or done."),
      .init("date", .text, "Its date as YYYY-MM-DD."),
      .init("customer", .text, "The id of its customer."),
    ])

  static let fields = DataTable(
    name: "fields", summary: "A value of a record's front matter; each element of a list is a row.", key: ["record", "number"],
    columns: [
      .init("record", .text, "The record's id."),
      .init("number", .integer, "The value's place in the front matter, from 1."),
      .init("field", .text, "The name of the field."),
      .init("path", .text, "Where the value stands in it: `covers[0]`, `consent.basis`."),
      .init("value", .text, "The value as text."),
    ])

  static let questions = DataTable(
    name: "questions", summary: "A question that was asked or is planned.", key: ["record", "number"],
    columns: [
      .init("record", .text, "The record's id."),
      .init("number", .integer, "The question's place in the record, from 1."),
      .init("line", .integer, "The line in the file."),
      .init("text", .text, "The words asked, on one line."),
      .init("faults", .text, "What is wrong with it, parted by spaces."),
      .init("prompting", .text, "The fault that takes the weight from what answers it."),
      .init("open", .boolean, "Whether the answer is free."),
      .init("asks_for_instance", .boolean, "Whether it asks for one recent event."),
      .init("covers", .text, "The use cases that it names, parted by spaces."),
    ])

  static let quotes = DataTable(
    name: "quotes", summary: "A quote with an attribution line.", key: ["record", "number"],
    columns: [
      .init("record", .text, "The record's id."),
      .init("number", .integer, "The quote's place in the record, from 1."),
      .init("line", .integer, "The line of its first words."),
      .init("block_id", .text, "Its block id, without `^`."),
      .init("question", .integer, "The number of the question that it answers."),
      .init("speaker", .text, "The pseudonym, persona or role of who said it."),
      .init("grade", .text, "The grade as written; without one it counts as an opinion."),
      .init("hand", .text, "By which way the words reached us."),
      .init("prompted", .boolean, "Whether the question put the answer into the customer's mouth."),
      .init("words", .integer, "How many words it has."),
      .init("text", .text, "The words."),
    ])

  static let links = DataTable(
    name: "links", summary: "A reference from one record to another.", key: ["record", "number"],
    columns: [
      .init("record", .text, "The id of the record that refers."),
      .init("number", .integer, "The reference's place: fields first, then quotes, then the body."),
      .init("kind", .text, "`field`, `quote` (what a quote speaks for or against) or `body` (every `[[link]]`, also those of quotes)."),
      .init("place", .text, "The path of the field or the number of the quote."),
      .init("line", .integer, "The line in the file."),
      .init("target", .text, "The id or alias as written; empty for a link within the file."),
      .init("anchor", .text, "The heading, or the block with `^`."),
      .init("to_record", .text, "The id of the record that it leads to; none where it leads nowhere."),
      .init("against", .boolean, "Whether a quote speaks against the need."),
    ])

  static let verdicts = DataTable(
    name: "verdicts", summary: "A use case and whether it is the market's or one customer's.", key: ["use_case"],
    columns: [
      .init("use_case", .text, "The use case's id."),
      .init("as_of", .text, "The day that the verdict holds for."),
      .init("verdict", .text, "market, emerging, customer-specific or thin."),
      .init("reason", .text, "The condition that decided it."),
      .init("flags", .text, "What a reader should know beside it, parted by spaces."),
      .init("denominator", .text, "Over whom the shares are taken: asked or everyone."),
      .init("asked", .integer, "Customers in the denominator."),
      .init("supporters", .integer, "Customers of these with any evidence."),
      .init("grounded", .integer, "Customers of these with a first-hand anecdote or habit."),
      .init("items", .integer, "Quotes that count."),
      .init("weight", .number, "The weight of all evidence."),
      .init("supporter_breadth", .number, "Supporters over asked."),
      .init("grounded_breadth", .number, "Grounded over asked."),
      .init("weighted_breadth", .number, "The weighted share."),
      .init("top_customer", .text, "The loudest customer."),
      .init("top_share", .number, "Its share of the weight."),
      .init("effective_customers", .number, "How many equally loud customers the weight amounts to."),
      .init("segments_asked", .integer, "Segments in the denominator."),
      .init("segments_reached", .integer, "Segments of these with a grounded customer."),
    ])
}
