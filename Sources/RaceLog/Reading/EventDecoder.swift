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
    if let byte = Self.firstBadByte(line) { throw .notUTF8(byte: byte + 1) }
    do {
      let decoded = try json.decode(DecodedLine.self, from: line)
      return (decoded.event, decoded.notices)
    } catch let problem as LogProblem {
      throw problem
    } catch {
      throw .notJSON
    }
  }

  /// Index of the first byte that breaks UTF-8, nil for good text.
  private static func firstBadByte(_ line: Data) -> Int? {
    do {
      _ = try UTF8Span(validating: line.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }
}
