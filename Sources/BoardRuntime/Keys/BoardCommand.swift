/// What a key asks for.
package enum BoardCommand: Hashable, Sendable {
  /// What a jump looks for.
  package enum Landmark: Hashable, Sendable {
    /// Any event.
    case event
    /// A split.
    case split
    /// A gun.
    case heat
  }

  /// Stop or go on.
  case togglePause
  /// Move the playhead by so many 1/10 000 s.
  case seek(by: Int64)
  /// To the previous or next landmark.
  case jump(Landmark, forward: Bool)
  /// To the start or the end of the log.
  case end(forward: Bool)
  /// To so many tenths of the log.
  case tenth(Int)
  /// Back to where the playhead was before the last jump.
  case undoSeek
  /// A step on the ladder of speeds.
  case faster, slower
  /// Exactly 1×.
  case normalSpeed
  /// Stay so many 1/10 000 s farther behind the newest, or less far.
  case delay(by: Int64)
  /// Show the newest as it comes.
  case noDelay
  /// Take the gun on a picture that is late for the last one that was heard.
  case gunIsNow
  /// The next or previous comparison that has a value.
  case comparison(forward: Bool)
  /// Another screen.
  case screen(ScreenChoice)
  /// The screen after this one, or before it.
  case nextScreen(forward: Bool)
  /// Show or hide live deltas.
  case toggleLive
  /// The next theme.
  case nextTheme
  /// Show or hide the keys.
  case toggleHelp
  /// Back from help to the board, and to the race screen.
  case back
  /// Draw everything again.
  case redraw
  /// End.
  case quit
}
