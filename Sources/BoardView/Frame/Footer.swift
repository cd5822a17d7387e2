/// The last line: where the playhead is, and which keys work now.
package struct Footer: Hashable, Sendable {
  /// The transport of a replay.
  package struct Playback: Hashable, Sendable {
    /// Whether it stands still.
    package let isPaused: Bool
    /// `1×`, `1/8×`.
    package let speed: String
    /// `26:41` since the log's start.
    package let position: String
    /// `27:04`.
    package let length: String
    /// The playhead, 0 to 1.
    package let fraction: Double
    /// Where the heats start, 0 to 1.
    package let heats: [Double]

    /// A transport.
    package init(
      isPaused: Bool, speed: String, position: String, length: String, fraction: Double, heats: [Double]
    ) {
      self.isPaused = isPaused
      self.speed = speed
      self.position = position
      self.length = length
      self.fraction = fraction
      self.heats = heats
    }
  }

  /// A key and what it does now.
  package struct Hint: Hashable, Sendable {
    /// `n`.
    package let key: String
    /// `next split`.
    package let does: String

    /// A key and what it does now.
    package init(key: String, does: String) {
      self.key = key
      self.does = does
    }
  }

  /// How what is shown came here.
  package struct Status: Hashable, Sendable {
    /// `data 4 s old`.
    package let text: String
    /// Whether it has to be noticed.
    package let isAlert: Bool

    /// How what is shown came here.
    package init(text: String, isAlert: Bool) {
      self.text = text
      self.isAlert = isAlert
    }
  }

  /// The transport; nil where nothing is replayed.
  package let playback: Playback?
  /// How what is shown came here; nil where that goes without saying.
  package let status: Status?
  /// Keys, the most useful first.
  package let hints: [Hint]
  /// Something to say for a moment, in place of the hints.
  package let notice: String?

  /// A last line.
  package init(playback: Playback? = nil, status: Status? = nil, hints: [Hint] = [], notice: String? = nil) {
    self.playback = playback
    self.status = status
    self.hints = hints
    self.notice = notice
  }
}
