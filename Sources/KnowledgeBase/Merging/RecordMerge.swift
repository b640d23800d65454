import KBDocuments
package import KBModel

/// A record that two people changed at the same time: a three-way merge that knows keys, sets, quotes and block ids.
///
/// What it cannot decide stands between conflict markers, and a result is checked before it is called clean: every line that a side
/// added is in it, and it has no error that neither side had. Where that fails, both sides stand between markers.
package struct RecordMerge: Sendable, Equatable {
  package private(set) var bytes: [UInt8]
  package private(set) var conflicts: Int
  /// Block ids of theirs that had to change, and what they are called now.
  package private(set) var renumbered: [String: String] = [:]

  /// The file is no text, so it was not merged: it holds our version.
  package private(set) var isBinary = false

  package var isClean: Bool { conflicts == 0 }

  /// - Parameters:
  ///   - path: the record's, relative to the knowledge base, for its id and folder.
  ///   - configuration: of the knowledge base, as far as it is known.
  package init(base: [UInt8], ours: [UInt8], theirs: [UInt8], path: String, configuration: Configuration, today: CalendarDate) {
    // One side may have been saved on another system.
    let level = LineEnds.levelled(base: base, ours: ours, theirs: theirs)
    let (base, ours, theirs) = level?.texts ?? (base, ours, theirs)
    bytes = ours
    conflicts = 0
    if theirs != base, ours != theirs {
      if ours == base {
        bytes = theirs
      } else if [base, ours, theirs].contains(where: { $0.contains(0) }) {
        // Markers within bytes that are no text would make them unreadable for whatever reads them.
        (conflicts, isBinary) = (1, true)
      } else {
        merge(base: base, ours: ours, theirs: theirs, path: path, reader: RecordReader(configuration: configuration, today: today))
      }
    }
    if let level { bytes = level.result.applied(to: bytes) }
  }

  private mutating func merge(base: [UInt8], ours: [UInt8], theirs: [UInt8], path: String, reader: RecordReader) {
    let lineEnd = Document.lineEnd(of: ours)
    let (renamed, names) = Self.renumbering(theirs, against: ours, base: base, id: RecordReader.id(ofPath: path))
    var text = Self.merged(base: base, ours: ours, theirs: renamed, lineEnd: lineEnd)
    renumbered = names
    let isWhole =
      text.conflicts > 0
      || Self.keepsLines(text.bytes, base: base, ours: ours, theirs: renamed) && !Self.hasNewErrors(text.bytes, ours, renamed, path, reader)
        && Self.danglingAnchors(text.bytes, path).isSubset(of: Self.danglingAnchors(ours, path).union(Self.danglingAnchors(renamed, path)))
    if !isWhole {
      text = MergedText(lineEnd: lineEnd)
      text.conflict(ours: ours, theirs: theirs)
      renumbered = [:]
    }
    (bytes, conflicts) = (text.bytes, text.conflicts)
  }

  private static func merged(base: [UInt8], ours: [UInt8], theirs: [UInt8], lineEnd: [UInt8]) -> MergedText {
    let (b, o, t) = (DocumentReader().read(base), DocumentReader().read(ours), DocumentReader().read(theirs))
    let hasMarkers = [b, o, t].contains { !$0.body.conflictMarkers.isEmpty }
    let isNew = base.isEmpty
    guard !hasMarkers, let fields = fields(base: isNew ? nil : b, ours: o, theirs: t, lineEnd: lineEnd) else {
      var text = MergedText(lineEnd: lineEnd)
      text.mergeLines(base: base, ours: ours, theirs: theirs)
      return text
    }
    let body = BodyMerge.merge(base: isNew ? nil : b.bodyBytes, ours: o.bodyBytes, theirs: t.bodyBytes, lineEnd: lineEnd)
    var text = fields
    text.bytes += body.bytes
    text.conflicts += body.conflicts
    return text
  }

  /// The merged front matter; `nil` where it cannot be merged by keys.
  private static func fields(base: Document?, ours: Document, theirs: Document, lineEnd: [UInt8]) -> MergedText? {
    // Whoever takes the front matter away makes the record none: nothing that the other side did may go with it unseen.
    if let head = base?.headBytes, !head.isEmpty, ours.headBytes.isEmpty != theirs.headBytes.isEmpty {
      var text = MergedText(lineEnd: lineEnd)
      text.conflict(ours: ours.headBytes, theirs: theirs.headBytes)
      return text
    }
    return FieldMerge.merge(base: base, ours: ours, theirs: theirs, lineEnd: lineEnd)
  }

  // MARK: Block ids

  /// Theirs, with other numbers for block ids that ours gave to something else meanwhile, and for the links to them within the file.
  private static func renumbering(_ theirs: [UInt8], against ours: [UInt8], base: [UInt8], id: String) -> ([UInt8], [String: String]) {
    let (b, o, t) = (DocumentReader().read(base), DocumentReader().read(ours), DocumentReader().read(theirs))
    let old = Set(b.body.blockIDs.map { b.text($0.name) })
    let our = b.newBlocks(in: o, beside: old)
    let their = b.newBlocks(in: t, beside: old)
    var taken = old.union(o.body.blockIDs.map { o.text($0.name) }).union(t.body.blockIDs.map { t.text($0.name) })
    var names: [String: String] = [:]
    for (name, block) in their.sorted(by: { $0.key < $1.key }) {
      // A number that they gave twice is theirs to mend: it would only become another one that stands twice.
      guard t.body.blockIDs.count(where: { t.text($0.name) == name }) == 1 else { continue }
      // The same quote written down twice stays one.
      if let other = our[name], other != block { names[name] = BlockIDs.free(like: name, taken: &taken) }
    }
    guard !names.isEmpty else { return (theirs, [:]) }
    var edits: [TextEdit] = []
    for block in t.body.blockIDs { if let name = names[t.text(block.name)] { edits.append(TextEdit(range: block.name, replacement: name)) } }
    for link in t.body.links {
      let (target, anchor) = (t.text(link.target), t.text(link.anchor))
      guard target.isEmpty || target == id, anchor.hasPrefix("^"), let name = names[String(anchor.dropFirst())] else { continue }
      edits.append(TextEdit(range: link.anchor, replacement: "^" + name))
    }
    for link in t.body.fileLinks {
      let destination = t.text(link.destination)
      guard let hash = destination.utf8.firstIndex(of: UInt8(ascii: "#")) else { continue }
      let (file, anchor) = (destination[..<hash], destination[destination.utf8.index(after: hash)...])
      guard file.isEmpty || file == "\(id).md" || file == "./\(id).md", anchor.hasPrefix("^"), let name = names[String(anchor.dropFirst())] else { continue }
      edits.append(TextEdit(range: link.destination, replacement: "\(file)#^\(name)"))
    }
    for (name, other) in names { edits += Self.fragmentLinks(to: name, in: t).map { TextEdit(range: $0, replacement: other) } }
    guard let changed = try? theirs.applying(edits) else { return (theirs, [:]) }
    return (changed, names)
  }

  /// Where `[text](#^name)` names a block of the same file; the reader leaves such links out, since they lead to no file.
  private static func fragmentLinks(to name: String, in document: Document) -> [ByteRange] {
    let (lead, whole) = ("](#^".utf8.count, Array("](#^\(name))".utf8))
    let first = Int(document.frontMatter?.sourceCount ?? 0)
    guard document.bytes.count >= first + whole.count else { return [] }
    return (first...document.bytes.count - whole.count).filter { document.bytes[$0] == whole[0] && document.bytes[$0...].starts(with: whole) }
      .map { ByteRange($0 + lead, $0 + whole.count - 1) }
  }

  // MARK: Checks

  /// Whether every line of the bodies that a side added, as often as it added it, is in the result, and every line that both kept.
  private static func keepsLines(_ result: [UInt8], base: [UInt8], ours: [UInt8], theirs: [UInt8]) -> Bool {
    let (r, b, o, t) = (count(result), count(base), count(ours), count(theirs))
    for line in Set(o.keys).union(t.keys) {
      let (old, our, their) = (b[line] ?? 0, o[line] ?? 0, t[line] ?? 0)
      // What both sides have beyond the base may be one and the same.
      let least = our >= old && their >= old ? max(our, their) : min(our, their)
      if r[line] ?? 0 < least { return false }
    }
    return true
  }

  private static func count(_ bytes: [UInt8]) -> [ArraySlice<UInt8>: Int] {
    var counts: [ArraySlice<UInt8>: Int] = [:]
    for line in LineDifference.lines(of: DocumentReader().read(bytes).bodyBytes) {
      var words = line
      while let last = words.last, last == 0x0A || last == 0x0D || last.isBlank { words.removeLast() }
      if !words.isEmpty { counts[words, default: 0] += 1 }
    }
    return counts
  }

  /// Whether the result has an error that neither side has.
  private static func hasNewErrors(_ result: [UInt8], _ ours: [UInt8], _ theirs: [UInt8], _ path: String, _ reader: RecordReader) -> Bool {
    func errors(_ bytes: [UInt8]) -> Set<String> {
      Set((reader.facts(path: path, bytes: bytes)?.findings ?? []).filter { $0.severity == .error }.map { "\($0.code) \($0.subject)" })
    }
    return !errors(result).isSubset(of: errors(ours).union(errors(theirs)))
  }
}

extension RecordMerge {
  /// Links of a record to blocks of its own that are not there.
  private static func danglingAnchors(_ bytes: [UInt8], _ path: String) -> Set<String> {
    let document = DocumentReader().read(bytes)
    let id = RecordReader.id(ofPath: path)
    let anchors = document.body.links.compactMap { link -> String? in
      let (target, anchor) = (document.text(link.target), document.text(link.anchor))
      return (target.isEmpty || target == id) && anchor.hasPrefix("^") ? String(anchor.dropFirst()) : nil
    }
    return Set(anchors).subtracting(document.body.blockIDs.map { document.text($0.name) })
  }
}

extension Document {
  fileprivate var headBytes: [UInt8] { Array(bytes[..<Int(frontMatter?.sourceCount ?? 0)]) }
  fileprivate var bodyBytes: [UInt8] { Array(bytes[Int(frontMatter?.sourceCount ?? 0)...]) }

  /// By block ids that are not among the old ones, the block's text.
  fileprivate func newBlocks(in document: Document, beside old: Set<String>) -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    for id in document.body.blockIDs where !old.contains(document.text(id.name)) {
      let quote = document.body.quotes.first { $0.range.start <= id.range.start && id.range.end <= $0.range.end }
      let line = document.lines.line(document.lines.lineIndex(of: Int(id.range.start)), in: document.bytes)
      found[document.text(id.name)] = Array(document.bytes[(quote?.range ?? line).range])
    }
    return found
  }

  /// How a text ends its lines.
  static func lineEnd(of bytes: [UInt8]) -> [UInt8] { DocumentReader().read(bytes).lineEnd }
}
