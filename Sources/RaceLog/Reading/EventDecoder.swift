package import FoundationEssentials

/// Reads one line of a log.
package struct EventDecoder {
  private let json = JSONDecoder()

  /// A decoder, to be used for many lines.
  package init() {}

  /// Decodes the bytes of a line, without its end.
  ///
  /// - Returns: the event, and what is worth knowing about it.
  /// - Throws: why the line is no event. It then changes nothing.
  package func decode(
    _ line: Data
  ) throws(LogProblem) -> (event: RaceEvent, notices: [LogProblem]) {
    let decoded = try decodeLine(line)
    return (decoded.event, decoded.notices)
  }

  func decodeLine(_ line: Data) throws(LogProblem) -> DecodedLine {
    if let byte = Self.firstBadByte(line) { throw .notUTF8(byte: byte + 1) }
    do { return try json.decode(DecodedLine.self, from: line) } catch { throw LogProblem(error) }
  }

  /// Decodes some lines, each of which is one object as far as its brackets go, in one go.
  ///
  /// - Returns: nil where something in them is no JSON. Then each has to be decoded by itself.
  func decode(_ lines: [Range<Int>], of bytes: Data) -> [Result<DecodedLine, LogProblem>]? {
    var list = Data(capacity: lines.reduce(2) { $0 + $1.count + 1 })
    for line in lines {
      list.append(list.isEmpty ? UInt8(ascii: "[") : UInt8(ascii: ","))
      list.append(bytes[line])
    }
    list.append(UInt8(ascii: "]"))
    guard Self.firstBadByte(list) == nil else { return nil }
    do {
      let decoded = try json.decode([Attempt].self, from: list)
      return decoded.count == lines.count ? decoded.map(\.result) : nil
    } catch { return nil }
  }

  /// A line among others, which must not suffer from it.
  private struct Attempt: Decodable {
    let result: Result<DecodedLine, LogProblem>

    init(from decoder: any Decoder) {
      do { result = .success(try DecodedLine(from: decoder)) } catch { result = .failure(LogProblem(error)) }
    }
  }

  /// Index of the first byte that breaks UTF-8, nil for good text.
  static func firstBadByte(_ line: Data) -> Int? {
    do {
      _ = try UTF8Span(validating: line.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }
}

extension LogProblem {
  /// What a decoder's error means: ours say it themselves, all others are about the JSON.
  fileprivate init(_ error: any Error) {
    self = error as? LogProblem ?? .notJSON
  }
}
