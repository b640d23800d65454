import KBModel

/// Which column of a table holds which field.
package struct ColumnMapping: Sendable, Equatable {
  /// A field of the record, its id, or text for its body.
  package enum Target: Sendable, Hashable {
    case id
    case field(String)
    case body
  }

  package struct Entry: Sendable, Equatable {
    package var column: Int
    package var name: String
    package var target: Target
  }

  package private(set) var entries: [Entry] = []
  /// Columns that nothing is made of.
  package private(set) var unused: [String] = []

  /// - Parameters:
  ///   - header: the names of the columns.
  ///   - given: `COLUMN=FIELD` as the user writes it; `FIELD` may be `id` or `body`, and is empty for a column that is not wanted.
  init(_ header: [String], type: RecordType, given: [String]) throws(KnowledgeBaseError) {
    var targets: [Int: Target?] = [:]
    for argument in given {
      guard let equals = argument.lastIndex(of: "=") else {
        throw .usage("'\(argument)' maps no column", remedy: "Write it as --map \"COLUMN=FIELD\".")
      }
      let (column, field) = (argument[..<equals].trimmingSpaces, argument[argument.index(after: equals)...].trimmingSpaces)
      guard let index = header.firstIndex(where: { Self.folded($0) == Self.folded(column) }) else {
        throw .usage("the table has no column '\(column)'\(NearestWord.question(for: column, among: header))", remedy: "Columns: \(header.joined(separator: ", ")).")
      }
      targets[index] = .some(field.isEmpty ? nil : try Self.target(field, of: type))
    }
    var taken = Set(targets.values.compactMap { $0 })
    for (target, names) in Self.known[type.name] ?? [] where !taken.contains(target) || target == .body {
      for name in names {
        guard let index = header.indices.first(where: { Self.folded(header[$0]) == name && targets[$0] == nil }) else { continue }
        targets[index] = .some(target)
        taken.insert(target)
        if target != .body { break }
      }
    }
    for (i, name) in header.enumerated() {
      // A column that is called as a field is that field.
      if targets[i] == nil, let field = type.fields.first(where: { Self.folded($0.name) == Self.folded(name) }), !taken.contains(.field(field.name)) {
        targets[i] = .some(.field(field.name))
        taken.insert(.field(field.name))
      }
      if case .some(.some(let target)) = targets[i] { entries.append(Entry(column: i, name: name, target: target)) } else { unused.append(name) }
    }
  }

  private static func target(_ name: String, of type: RecordType) throws(KnowledgeBaseError) -> Target {
    switch name {
    case "id": return .id
    case "body": return .body
    default:
      guard name != "type", type.field(name) != nil else {
        let known = type.fields.map(\.name) + ["id", "body"]
        throw .usage("a \(type.name) has no field '\(name)'\(NearestWord.question(for: name, among: known))", remedy: "Fields: \(known.joined(separator: ", ")).")
      }
      return .field(name)
    }
  }

  /// Letters and digits in lower case.
  private static func folded(_ name: String) -> String {
    String(name.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  /// The columns of Salesforce's and HubSpot's exports, most telling first.
  private static let known: [String: [(Target, [String])]] = [
    "customer": [
      (.field("name"), ["accountname", "companyname", "company", "account", "customer", "customername"]),
      (.field("segment"), ["segment", "marketsegment", "customersegment", "industry"]),
      (.field("stage"), ["lifecyclestage", "stage", "accountstatus", "accounttype", "type", "status"]),
      (.field("arr"), ["arr", "annualrecurringrevenue", "arrtotal"]),
      (.field("owner"), ["accountowner", "companyowner", "owner", "ownername", "accountownername"]),
      (.field("parent"), ["parentaccount", "parentcompany", "parentaccountname", "parentname"]),
    ],
    "field-note": [
      (.field("customer"), ["accountname", "companyname", "associatedcompany", "associatedcompanyname", "company", "account", "customer"]),
      (.field("deal"), ["opportunityname", "dealname", "opportunity"]),
      (.field("deal_stage"), ["dealstage", "stage", "stagename", "opportunitystage"]),
      (.field("amount"), ["amount", "amountincompanycurrency", "dealamount"]),
      (.field("closes"), ["closedate", "expectedclosedate"]),
      (.field("reported_by"), ["opportunityowner", "dealowner", "owner", "ownername", "createdby", "reportedby"]),
      (.field("date"), ["createddate", "createdate", "activitydate", "lastactivitydate", "lastmodifieddate"]),
      (.field("competitors"), ["maincompetitors", "competitors", "competitor", "maincompetitor"]),
      (.body, ["description", "notes", "dealdescription", "opportunitynotes", "closedlostreason", "closedwonreason", "lossreason", "nextstep"]),
    ],
  ]
}
