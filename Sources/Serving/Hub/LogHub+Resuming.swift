import BoardRuntime
package import Feeds
package import NIOCore
import RaceLog

extension LogHub {
  /// The log's name as ids of a stream have it.
  package var encodedName: String { read { LogName.encoded($0.log.name) } }

  /// Where somebody begins who has nothing.
  package var start: LogPosition {
    read { LogPosition(events: 0, beat: $0.beats, generation: $0.log.generation) }
  }

  /// Where somebody goes on who has the events up to a seq.
  ///
  /// - Parameter name: the log that it has them of, as ids have it; nil where it does not say.
  package func position(after seq: Int, ofLog name: String?) throws(Refusal) -> LogPosition {
    let found = read { state -> Result<LogPosition, Refusal> in
      let events = state.log.live.log.events
      guard let last = events.last else { return .failure(.noEvents) }
      let own = LogName.encoded(state.log.name)
      if let name, name != own { return .failure(.otherLog(own, asked: name)) }
      guard seq <= last.seq else { return .failure(.notYet(own, last: last.seq, asked: seq)) }
      var low = 0
      var high = events.count
      while low < high {
        let middle = (low + high) / 2
        if events[middle].seq <= seq { low = middle + 1 } else { high = middle }
      }
      return .success(LogPosition(events: low, beat: state.beats, generation: state.log.generation))
    }
    return try found.get()
  }

  /// What the lines before a position are known by; nil where it is in another log.
  package func digest(before position: LogPosition) -> LineDigest? {
    read { state in
      guard position.generation == state.log.generation else { return nil }
      let place = position.events - 1
      return state.digests.indices.contains(place) ? state.digests[place] : LineDigest()
    }
  }

  /// How much of the log there is now, in whole lines, and which log that is.
  package var extent: (bytes: Int, generation: Int) {
    read { ($0.log.wholeLines, $0.log.generation) }
  }

  /// Some of the log's bytes as they were written; nil where it is another log now.
  package func bytes(_ range: Range<Int>, generation: Int) -> ByteBuffer? {
    read { state in
      let bytes = state.log.live.log.bytes
      guard state.log.generation == generation, range.upperBound <= bytes.count else {
        return nil
      }
      return ByteBuffer(bytes: bytes[range])
    }
  }
}
