import KBModel

extension BaseReading {
  /// A reference of a field or a link of a body, as findings name it.
  struct Mention {
    var file: FileFacts
    /// The id or alias as written.
    var target: String
    /// The types that the field takes; empty for any, and for a link.
    var types: [String]
    var span: SourceSpan
    /// `covers[1]`; `nil` for a link.
    var field: String?
    var subject: String
  }

  /// - Parameter fields: shared by the mentions that are asked for one after the other.
  func mention(at place: ResolvedReferences.Place, _ fields: inout LastFieldPlaces) -> Mention? {
    let file = graph.files[Int(place.file)]
    if let k = place.reference {
      let reference = file.references[Int(k)]
      let places = fields.places(of: file)
      return Mention(
        file: file, target: reference.target, types: reference.types,
        span: places?.span(ofValue: Int(reference.node)) ?? .firstLine, field: places?.path(of: Int(reference.node)) ?? reference.field,
        subject: "\(reference.field) \(reference.target)")
    }
    guard let k = place.link else { return nil }
    let link = file.links[Int(k)]
    return Mention(file: file, target: link.target, types: [], span: link.span, field: nil, subject: "[[\(link.target)]]")
  }
}
